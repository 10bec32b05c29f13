import { type KeyboardEvent, type ReactNode, useState } from "react";
import { graphql } from "../generated/gql.ts";
import { resultIn } from "../graphql/result-in.ts";
import { useChange } from "../graphql/use-answer.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Field } from "../ui/field.tsx";
import { type NotDone, OutcomeNotice } from "../ui/outcome-notice.tsx";

const ADD = graphql(`
  mutation AddAccountToForm($input: AddPayoutAccountInput!, $attendance: ID) {
    addPayoutAccount(input: $input, attendance: $attendance) {
      __typename
      ... on PayoutAccount {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  number: { zh: "银行账号", en: "Number of the account" },
  add: { zh: "添加", en: "Add it" },
  adding: { zh: "正在向银行核对…", en: "Asking the bank…" },
} satisfies Record<string, Text>;

/** In the words of whose account it is. */
const OF_READER = {
  open: { zh: "添加我的银行账户", en: "Add a bank account of mine" },
  idNumber: { zh: "您的公民身份号码", en: "Your identity number" },
  why: {
    zh: "银行会核对账户是否属于您本人。平台不保存您在此填写的号码本身。",
    en: "The bank is asked whether the account is yours. The identity number itself is not kept.",
  },
} satisfies Record<string, Text>;
const OF_PERSON = {
  open: { zh: "添加对方本人的银行账户", en: "Add a bank account of theirs" },
  idNumber: { zh: "对方的公民身份号码", en: "Their identity number" },
  why: {
    zh: "银行会核对账户是否属于其本人。平台不保存在此填写的号码本身。",
    en: "The bank is asked whether the account is theirs. The identity number itself is not kept.",
  },
} satisfies Record<string, Text>;

type AddAccountProps = {
  readonly added: (id: string) => void;
  /** Of a clerk: that of the person whose account it is. */
  readonly attendance?: string;
};

/** Adds an account of the reader's own, or of the person at a window, which the form then names. It is asked within another form, so it is none itself. */
export function AddAccount({ added, attendance }: AddAccountProps): ReactNode {
  const { say } = useTexts();
  const words = attendance ? OF_PERSON : OF_READER;
  const { send, isSending } = useChange(ADD);
  const [accountNumber, setNumber] = useState("");
  const [idNumber, setIdNumber] = useState("");
  const [outcome, setOutcome] = useState<NotDone>();
  async function add(): Promise<void> {
    if (isSending) return;
    const input = {
      accountNumber: accountNumber.replaceAll(/\s/g, ""),
      idNumber: idNumber.replaceAll(/\s/g, "").toUpperCase(),
    };
    const came = resultIn(await send({ input, ...(attendance ? { attendance } : {}) }), "addPayoutAccount");
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if (result.__typename !== "PayoutAccount")
      return setOutcome({ kind: "refused", message: result.message });
    setOutcome(undefined);
    setNumber("");
    setIdNumber("");
    added(result.id);
  }
  // Else it would hand on the form around it.
  const addByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void add();
  };
  return (
    <details>
      <summary>{say(words.open)}</summary>
      <div className="form">
        <OutcomeNotice outcome={outcome} again={() => void add()} isSending={isSending} />
        <Field id="account-number" label={say(TEXTS.number)}>
          {(marks) => (
            <input
              {...marks}
              inputMode="numeric"
              autoComplete="off"
              value={accountNumber}
              onKeyDown={addByKey}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Field id="account-owner" label={say(words.idNumber)} hint={say(words.why)}>
          {(marks) => (
            <input
              {...marks}
              autoComplete="off"
              value={idNumber}
              onKeyDown={addByKey}
              onChange={(event) => setIdNumber(event.target.value)}
            />
          )}
        </Field>
        <button
          className="button button-plain"
          type="button"
          onClick={() => void add()}
          aria-disabled={isSending}
        >
          {say(isSending ? TEXTS.adding : TEXTS.add)}
        </button>
      </div>
    </details>
  );
}
