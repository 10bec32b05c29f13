import type { ReactNode } from "react";
import { Field } from "../shared/ui/field.tsx";

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly choose: (value: string) => void;
  readonly problem?: string | undefined;
};

/** A choice of one among a few. */
export function Choice({ id, label, value, options, choose, problem }: ChoiceProps): ReactNode {
  return (
    <Field id={id} label={label} problem={problem}>
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
