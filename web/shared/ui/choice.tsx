import type { ReactNode } from "react";
import { Field } from "./field.tsx";

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly choose: (value: string) => void;
  readonly problem?: string | undefined;
};

/** A choice of one among a few. */
export function Choice({ id, label, hint, value, options, choose, problem }: ChoiceProps): ReactNode {
  return (
    <Field id={id} label={label} problem={problem} {...(hint ? { hint } : {})}>
      {(marks) => (
        <select {...marks} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
