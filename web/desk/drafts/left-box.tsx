import { type ReactNode, useState } from "react";
import { Field } from "../../shared/ui/field.tsx";

type LeftBoxProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows?: number;
  readonly change: (value: string) => void;
};

/** A text that takes effect as its box is left: while it is typed it would be another thing with each letter. */
export function LeftBox({ id, label, hint, value, rows, change }: LeftBoxProps): ReactNode {
  const [typed, setTyped] = useState<string>();
  const control = {
    value: typed ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
    onBlur: () => {
      if (typed !== undefined) change(typed);
      setTyped(undefined);
    },
  };
  return (
    <Field id={id} label={label} {...(hint ? { hint } : {})}>
      {(marks) =>
        rows === undefined ? (
          <input {...marks} {...control} maxLength={64} autoComplete="off" />
        ) : (
          <textarea {...marks} {...control} rows={rows} />
        )
      }
    </Field>
  );
}
