import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Ended, useEndedAct } from "../../shared/graphql/use-ended-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Hindrance } from "../../shared/ui/hindrance.tsx";
import type { Problem } from "../../shared/ui/problem.ts";
import { Told } from "../../shared/ui/told.tsx";

const ADD = graphql(`
  mutation PortalAddPayoutAccount($input: AddPayoutAccountInput!) {
    addPayoutAccount(input: $input) {
      __typename
      ... on PayoutAccount {
        id
        isProven
        maskedNumber
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

type Typed = { readonly accountNumber: string; readonly idNumber: string; readonly name: string };
type FieldName = keyof Typed;

const nothing = (): Typed => ({ accountNumber: "", idNumber: "", name: "" });

type FieldTexts = { readonly label: Text; readonly hint?: Text; readonly missing: Text };

/** By the names of the input's places. */
const FIELDS: Readonly<Record<FieldName, FieldTexts>> = {
  accountNumber: {
    label: { zh: "银行账号", en: "Number of the account" },
    hint: {
      zh: "本人名下的借记卡或存折账号，12 至 19 位数字。",
      en: "Of an account of your own, 12 to 19 digits.",
    },
    missing: { zh: "请填写银行账号", en: "Write the number of the account" },
  },
  idNumber: {
    label: { zh: "身份证号码", en: "Identity number" },
    hint: {
      zh: "银行按姓名和身份证号码核实账户是不是您的，平台不保存号码。",
      en: "The bank is asked by it whether the account is yours. The number itself is not kept.",
    },
    missing: { zh: "请填写身份证号码", en: "Write your identity number" },
  },
  name: {
    label: { zh: "姓名", en: "Name" },
    missing: { zh: "请填写姓名", en: "Write your name" },
  },
};

const TEXTS = {
  title: { zh: "添加账户", en: "Add an account" },
  send: { zh: "添加并请银行核实", en: "Add it, and have the bank asked" },
  sending: { zh: "正在请银行核实…", en: "Asking the bank…" },
  added: {
    zh: "账户已添加，银行核实是您的账户。",
    en: "The account is added. The bank says that it is yours.",
  },
  unproven: {
    zh: "账户已登记，银行还没有答复是不是您的账户。请稍后再添加一次，再问银行。",
    en: "The account is on record, and the bank has not told yet whether it is yours. Add it again later to have it asked again.",
  },
} satisfies Record<string, Text>;
const fieldId = (name: FieldName): string => `account-${name}`;

/** The reader's name is asked for only where no register has stated it. */
export function AccountForm({ isNameKnown }: { readonly isNameKnown: boolean }): ReactNode {
  const { say } = useTexts();
  const { value, change, forget } = useKept("payout-account", nothing);
  const { ended, isSending, send, forget: forgetEnd } = useEndedAct(ADD);
  const [hasTried, setTried] = useState(false);
  const names: readonly FieldName[] = [
    "accountNumber",
    "idNumber",
    ...(isNameKnown ? [] : ["name" as const]),
  ];
  const missing = names.filter((name) => value[name].trim() === "");
  const told = refusedAt(ended);
  const problems: readonly Problem[] = [
    ...(hasTried ? missing : []).map((name) => ({ field: fieldId(name), text: say(FIELDS[name].missing) })),
    ...told,
  ];

  function type(part: Partial<Typed>): void {
    forgetEnd();
    change({ ...value, ...part });
  }

  async function add(): Promise<void> {
    const { accountNumber, idNumber, name } = value;
    const input = {
      accountNumber: accountNumber.replaceAll(/\s/g, ""),
      idNumber: idNumber.trim().toUpperCase(),
      ...(isNameKnown ? {} : { name: name.trim() }),
    };
    const end = await send({ input });
    if (end?.kind === "done") forget();
  }

  return (
    <form
      className="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(missing.length > 0);
        if (missing.length === 0) void add();
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      {ended?.kind === "done" && (
        <Told key={ended.result.id} title={say(ended.result.isProven ? TEXTS.added : TEXTS.unproven)} />
      )}
      <ErrorSummary problems={problems} />
      {told.length === 0 && <Hindrance of={ended} again={() => void add()} isSending={isSending} />}
      {names.map((name) => {
        const { label, hint } = FIELDS[name];
        const problem = problems.find(({ field }) => field === fieldId(name))?.text;
        return (
          <Field
            key={name}
            id={fieldId(name)}
            label={say(label)}
            {...(hint ? { hint: say(hint) } : {})}
            problem={problem}
          >
            {(marks) => (
              <input
                {...marks}
                autoComplete="off"
                maxLength={40}
                value={value[name]}
                onChange={(event) => type({ [name]: event.target.value })}
              />
            )}
          </Field>
        );
      })}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}

type Refused = { readonly message: string; readonly path?: readonly string[] };

/** A refusal that names a field of the form stands at it. */
function refusedAt(ended: Ended<Refused | { readonly isProven: boolean }> | undefined): readonly Problem[] {
  if (ended?.kind !== "refused") return [];
  const { message, path = [] } = ended.refusal;
  const name = (Object.keys(FIELDS) as FieldName[]).find((one) => path.includes(one));
  return name ? [{ field: fieldId(name), text: message }] : [];
}
