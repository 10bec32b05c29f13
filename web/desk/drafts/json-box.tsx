import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { readObject, type Values, writtenOut } from "./values.ts";

export const NOT_JSON: Text = {
  zh: "不是 JSON 对象，改正后才会生效。",
  en: "This is no JSON object; put it right and it takes effect.",
};

/** JSON as it is typed, by the box in which it stands, while it is no JSON or the box is not left. */
export type TypedJson = {
  readonly typed: Readonly<Record<string, string>>;
  /** Undefined for what has taken effect. */
  readonly type: (id: string, text: string | undefined) => void;
};

type JsonProps = TypedJson & {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: Values;
  readonly change: (value: Values) => void;
};

/** A JSON object as text, to be opened. While it is being typed it is nobody's; what is no JSON stays in the box, and is said. */
export function JsonBox({ id, label, hint, value, change, typed, type }: JsonProps): ReactNode {
  const { say } = useTexts();
  const text = typed[id];
  const isWrong = text !== undefined && readObject(text) === undefined;
  return (
    <details {...(isWrong ? { open: true } : {})}>
      <summary>{label}</summary>
      <Field {...{ id, label, hint }} problem={isWrong ? say(NOT_JSON) : undefined}>
        {(marks) => (
          <textarea
            {...marks}
            className="code"
            rows={12}
            spellCheck={false}
            value={text ?? writtenOut(value)}
            onChange={(event) => type(id, event.target.value)}
            onBlur={() => {
              const read = text === undefined ? undefined : readObject(text);
              if (!read) return;
              change(read);
              type(id, undefined);
            }}
          />
        )}
      </Field>
    </details>
  );
}
