import type { ReactNode } from "react";
import { describedBy, Remarks } from "./remarks.tsx";

type FieldSetProps = {
  /** Where it can be jumped to. */
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
  /** More than the ways to answer one question: it is drawn with a frame. */
  readonly isFramed?: boolean;
};

/** Controls that answer one question together, with the question, its hint and what is wrong with the answer. */
export function FieldSet({ legend, children, isFramed = false, ...remarks }: FieldSetProps): ReactNode {
  const { id, problem } = remarks;
  const names = ["field", problem && "field-wrong", isFramed && "field-frame"].filter(Boolean).join(" ");
  return (
    <fieldset className={names} id={id} tabIndex={-1} aria-describedby={describedBy(remarks)}>
      <legend>{legend}</legend>
      <Remarks {...remarks} />
      {children}
    </fieldset>
  );
}
