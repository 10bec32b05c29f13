import type { InputHTMLAttributes, ReactNode } from "react";
import type { Kept } from "../sign-in/use-kept.ts";
import { Field } from "./field.tsx";

type TextFieldProps = Pick<InputHTMLAttributes<HTMLInputElement>, "inputMode" | "maxLength" | "onKeyDown"> & {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly of: Pick<Kept<string>, "value" | "change">;
};

/** A line of text that no browser has to offer: numbers, codes and names of somebody's papers. */
export function TextField({ id, label, hint, problem, of, ...input }: TextFieldProps): ReactNode {
  return (
    <Field id={id} label={label} problem={problem} {...(hint ? { hint } : {})}>
      {(marks) => (
        <input
          {...marks}
          {...input}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={of.value}
          onChange={(event) => of.change(event.target.value)}
        />
      )}
    </Field>
  );
}
