import type { KeyboardEvent, ReactNode } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import { AccountFields } from "./account-fields.tsx";
import { useNewAccount } from "./use-new-account.ts";

const TEXTS = {
  openOwn: { zh: "添加我的银行账户", en: "Add a bank account of mine" },
  openTheirs: { zh: "添加对方本人的银行账户", en: "Add a bank account of theirs" },
  add: { zh: "添加", en: "Add it" },
  adding: { zh: "正在向银行核对…", en: "Asking the bank…" },
} satisfies Record<string, Text>;

type AddAccountProps = {
  readonly added: (id: string) => void;
  /** Of a clerk: that of the person whose account it is. */
  readonly attendance?: string;
};

/** Adds an account of the reader's own, or of the person at a window, which the form then names. It is asked within another form, so it is none itself. */
export function AddAccount({ added, attendance }: AddAccountProps): ReactNode {
  const { say } = useTexts();
  const account = useNewAccount({ isNameKnown: true, attendance, onAdded: ({ id }) => added(id) });
  const { add, isSending } = account;
  // Else it would hand on the form around it.
  const addByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <details>
      <summary>{say(attendance ? TEXTS.openTheirs : TEXTS.openOwn)}</summary>
      <div className="form">
        <AccountFields of={account} onKeyDown={addByKey} />
        <button className="button button-plain" type="button" onClick={add} aria-disabled={isSending}>
          {say(isSending ? TEXTS.adding : TEXTS.add)}
        </button>
      </div>
    </details>
  );
}
