import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";

const TEXTS = {
  title: { zh: "打开一个账户", en: "Open an account" },
  label: { zh: "账户编号", en: "The account's id" },
  hint: {
    zh: "例如 bank:main、channel:hosted，或 prefund: 加合作企业编号",
    en: "For example bank:main, channel:hosted, or prefund: with a partner's id",
  },
  open: { zh: "打开", en: "Open" },
  missing: { zh: "请填写账户编号", en: "Write the account's id" },
} satisfies Record<string, Text>;

/** Any account of the ledger can be looked at, listed or not. */
export function FindAccount(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { value: id, change, forget } = useKept("find-account", () => "");
  const [isMissing, setMissing] = useState(false);
  const problems = isMissing && id.trim() === "" ? [{ field: "account", text: say(TEXTS.missing) }] : [];
  return (
    <form
      className="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(id.trim() === "");
        if (id.trim() === "") return;
        forget();
        void navigate({ to: "/desk/treasury/accounts/$id", params: { id: id.trim() }, search: {} });
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problems} />
      <Field id="account" label={say(TEXTS.label)} hint={say(TEXTS.hint)} problem={problems[0]?.text}>
        {(marks) => (
          <input {...marks} maxLength={80} value={id} onChange={(event) => change(event.target.value)} />
        )}
      </Field>
      <div>
        <button className="button button-plain" type="submit">
          {say(TEXTS.open)}
        </button>
      </div>
    </form>
  );
}
