import type { InputHTMLAttributes, ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";

/** A field as it is asked for. */
export type Asked = {
  readonly label: Text;
  readonly hint: Text;
  readonly input: Pick<InputHTMLAttributes<HTMLInputElement>, "type" | "inputMode" | "maxLength">;
};

/** An amount in yuan. */
export const MONEY: Asked["input"] = { inputMode: "decimal", maxLength: 12 };

type TypedFieldsProps<F extends string> = {
  readonly fields: readonly F[];
  readonly asked: Readonly<Record<F, Asked>>;
  readonly draft: Readonly<Record<F, string>>;
  readonly write: (field: F, text: string) => void;
  readonly problemOf: (field: F) => string | undefined;
};

/** Fields of a form that are typed, one below the other. */
export function TypedFields<F extends string>(props: TypedFieldsProps<F>): ReactNode {
  const { fields, asked, draft, write, problemOf } = props;
  const { say } = useTexts();
  return fields.map((field) => (
    <Field
      key={field}
      id={field}
      label={say(asked[field].label)}
      hint={say(asked[field].hint)}
      problem={problemOf(field)}
    >
      {(marks) => (
        <input
          {...marks}
          {...asked[field].input}
          autoComplete="off"
          value={draft[field]}
          onChange={(event) => write(field, event.target.value)}
        />
      )}
    </Field>
  ));
}
