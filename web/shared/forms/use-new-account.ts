import { useState } from "react";
import { graphql } from "../generated/gql.ts";
import { type NotDone, useAct } from "../graphql/use-act.ts";
import { useKept } from "../sign-in/use-kept.ts";
import { useTexts } from "../texts/text.ts";
import { type Problem, refusedField } from "../ui/problem.ts";
import { ACCOUNT_FIELDS, type AccountField, accountFieldId, accountTexts } from "./account-field-texts.ts";

const ADD = graphql(`
  mutation AddPayoutAccount($input: AddPayoutAccountInput!, $attendance: ID) {
    addPayoutAccount(input: $input, attendance: $attendance) {
      __typename
      ... on PayoutAccount {
        id
        isProven
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

type Typed = Readonly<Record<AccountField, string>>;

const nothing = (): Typed => ({ accountNumber: "", idNumber: "", name: "" });

type Added = { readonly id: string; readonly isProven: boolean };

export type NewAccount = {
  readonly texts: ReturnType<typeof accountTexts>;
  readonly fields: readonly AccountField[];
  readonly value: Typed;
  readonly type: (field: AccountField, text: string) => void;
  readonly problems: readonly Problem[];
  readonly add: () => void;
  readonly isSending: boolean;
  /** Of no field. */
  readonly failure: NotDone | undefined;
  readonly added: Added | undefined;
};

type Wish = {
  /** The name is asked for only where no register has stated it. */
  readonly isNameKnown: boolean;
  /** Of a clerk: that of the person whose account it is. */
  readonly attendance?: string | undefined;
  readonly onAdded?: (added: Added) => void;
};

/** An account to be paid to, as it is typed in. It stays until it is on record, or a visitor's attendance is over. */
export function useNewAccount({ isNameKnown, attendance, onAdded }: Wish): NewAccount {
  const { say } = useTexts();
  // A visitor's numbers go with what else is shown of them: nothing of them stays in the clerk's tab.
  const holder = attendance === undefined ? "tab" : "memory";
  const { value, change, forget } = useKept(`payout-account:${attendance ?? "own"}`, nothing, holder);
  const texts = accountTexts(attendance);
  const [hasTried, setTried] = useState(false);
  const act = useAct(ADD, (added) => {
    forget();
    onAdded?.(added);
  });
  const fields = ACCOUNT_FIELDS.filter((field) => field !== "name" || !isNameKnown);
  const missing = fields.filter((field) => value[field].trim() === "");
  const told = refusedField(act.ended, fieldAt);
  const problems = [
    ...(hasTried ? missing : []).map((field) => ({
      ...{ field: accountFieldId(field), text: say(texts[field].missing) },
    })),
    ...told,
  ];

  function add(): void {
    setTried(missing.length > 0);
    if (missing.length > 0) return;
    const input = {
      accountNumber: value.accountNumber.replaceAll(/\s/g, ""),
      idNumber: value.idNumber.replaceAll(/\s/g, "").toUpperCase(),
      ...(isNameKnown ? {} : { name: value.name.trim() }),
    };
    void act.send({ input, ...(attendance === undefined ? {} : { attendance }) });
  }

  return {
    ...{ texts, fields, value, problems, add, isSending: act.isSending },
    type: (field, text) => {
      act.forget();
      change({ ...value, [field]: text });
    },
    failure: told.length === 0 ? act.failure : undefined,
    added: act.ended?.kind === "done" ? act.ended.result : undefined,
  };
}

/** The field that a place of the input is about. */
function fieldAt(path: readonly string[]): string | undefined {
  const field = ACCOUNT_FIELDS.find((one) => path.includes(one));
  return field && accountFieldId(field);
}
