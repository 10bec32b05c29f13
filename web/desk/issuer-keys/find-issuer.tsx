import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";

const TEXTS = {
  title: { zh: "打开一个机构的密钥", en: "Open an authority's keys" },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  hint: { zh: "18 位，例如 11100000000013338W", en: "18 characters, for example 11100000000013338W" },
  open: { zh: "打开", en: "Open them" },
  missing: { zh: "请填写统一社会信用代码", en: "Write the credit code" },
} satisfies Record<string, Text>;

const FIELD = "issuer";

/** An authority that issues no longer stands in no list, and its keys are still to be answered for. */
export function FindIssuer(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { value, change, forget } = useKept("find-issuer", () => "");
  const [isMissing, setMissing] = useState(false);
  const issuer = value.trim().toUpperCase();
  const problems = isMissing && issuer === "" ? [{ field: FIELD, text: say(TEXTS.missing) }] : [];
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(issuer === "");
        if (issuer === "") return;
        forget();
        void navigate({ to: "/desk/issuer-keys/$issuer", params: { issuer }, search: {} });
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problems} />
      <TextField
        id={FIELD}
        label={say(TEXTS.code)}
        hint={say(TEXTS.hint)}
        problem={problems[0]?.text}
        maxLength={18}
        of={{ value, change }}
      />
      <div>
        <button className="button button-plain" type="submit">
          {say(TEXTS.open)}
        </button>
      </div>
    </form>
  );
}
