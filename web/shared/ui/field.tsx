import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import type { Problem } from "./problem.ts";
import { describedBy, Remarks } from "./remarks.tsx";

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: (described: FieldMarks) => ReactNode;
};

/** Goes onto the control: it says by which texts the control is described. */
export type FieldMarks = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
};

/** A control with its label, its hint and what is wrong with it, in this order. */
export function Field({ label, children, ...remarks }: FieldProps): ReactNode {
  const { id, problem } = remarks;
  const described = describedBy(remarks);
  const marks: FieldMarks = {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(problem ? { "aria-invalid": true } : {}),
  };
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      <Remarks {...remarks} />
      {children(marks)}
    </div>
  );
}

const SUMMARY: Text = { zh: "请先改正以下内容", en: "There is something to put right" };

type ErrorSummaryProps = {
  readonly problems: readonly Problem[];
  /** Leads to a field that is not on this page. */
  readonly goTo?: (field: string) => void;
};

/** Leads to a field by its id. */
export const focusOn = (field: string): void => document.getElementById(field)?.focus();

/** All problems in front of a form, each leading to its field. It takes the focus as it comes up. */
export function ErrorSummary({ problems, goTo = focusOn }: ErrorSummaryProps): ReactNode {
  const { say } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const said = problems.map(({ field, text }) => `${field} ${text}`).join("\n");
  // The same problems, drawn again while somebody types, leave the focus where it is.
  useEffect(() => {
    if (said !== "") place.current?.focus();
  }, [said]);
  if (problems.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={place}>
      <h2>{say(SUMMARY)}</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a
              className="link-target"
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(field);
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
