import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { readObject, type Values, writtenOut } from "./values.ts";

const NOT_JSON: Text = {
  zh: "不是 JSON 对象，改正后才会生效。",
  en: "This is no JSON object; put it right and it takes effect.",
};

type JsonProps = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: Values;
  readonly change: (value: Values) => void;
};

/** A JSON object as text. While it is being typed it is nobody's; what is no JSON stays in the box, and is said. */
export function JsonBox({ id, label, hint, value, change }: JsonProps): ReactNode {
  const { say } = useTexts();
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && readObject(typed) === undefined;
  return (
    <Field {...{ id, label, hint }} problem={isWrong ? say(NOT_JSON) : undefined}>
      {(marks) => (
        <textarea
          {...marks}
          className="code"
          rows={12}
          spellCheck={false}
          value={typed ?? writtenOut(value)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            const read = typed === undefined ? undefined : readObject(typed);
            if (!read) return;
            change(read);
            setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}
