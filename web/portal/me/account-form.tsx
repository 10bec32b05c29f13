import type { ReactNode } from "react";
import { AccountFields } from "../../shared/forms/account-fields.tsx";
import { useNewAccount } from "../../shared/forms/use-new-account.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Told } from "../../shared/ui/told.tsx";

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

/** The reader's name is asked for only where no register has stated it. */
export function AccountForm({ isNameKnown }: { readonly isNameKnown: boolean }): ReactNode {
  const { say } = useTexts();
  const account = useNewAccount({ isNameKnown });
  const { added, add, isSending } = account;
  return (
    <form
      className="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      {added && <Told key={added.id} title={say(added.isProven ? TEXTS.added : TEXTS.unproven)} />}
      <AccountFields of={account} />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}
