import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useTexts } from "../texts/text.ts";

/** A problem of a form: the id of the field that it is about, and what to do about it. */
export type Problem = { readonly field: string; readonly text: string };

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
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
export function Field({ id, label, hint, problem, children }: FieldProps): ReactNode {
  const [hintId, problemId] = [`${id}-hint`, `${id}-problem`];
  const described = [hint && hintId, problem && problemId].filter(Boolean).join(" ");
  const marks: FieldMarks = {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(problem ? { "aria-invalid": true } : {}),
  };
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="soft small" id={hintId}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="field-error" id={problemId}>
          {problem}
        </p>
      )}
      {children(marks)}
    </div>
  );
}

const SUMMARY: Text = { zh: "请先改正以下内容", en: "There is something to put right" };

/** All problems in front of a form, each leading to its field. It takes the focus as it comes up. */
export function ErrorSummary({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const { say } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const said = problems.map(({ field, text }) => `${field} ${text}`).join("\n");
  // The same problems, drawn again while somebody types, leave the focus where it is.
  useEffect(() => {
    if (said !== "") place.current?.focus();
  }, [said]);
  if (problems.length === 0) return null;
  const jump = (field: string): void => document.getElementById(field)?.focus();
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
                jump(field);
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
