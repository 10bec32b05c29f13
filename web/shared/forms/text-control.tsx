import type { ComponentProps, ReactNode } from "react";
import { dateAt } from "../format/dates.ts";
import { Field } from "../ui/field.tsx";
import { typedOf, valueAt } from "./answers.ts";
import { type Control, useLabel } from "./control.ts";
import type { FormField } from "./form-parts.ts";
import { type FormView, fieldId, problemAt } from "./form-view.ts";

type InputKind = Pick<ComponentProps<"input">, "type" | "inputMode" | "spellCheck" | "autoComplete">;

const DIGITS: InputKind = { type: "text", inputMode: "numeric", spellCheck: false, autoComplete: "off" };

/** The browser's own control of each kind of text. */
const INPUTS: Partial<Record<FormField["widget"], InputKind>> = {
  NUMBER: { type: "text", inputMode: "decimal" },
  MONEY: { type: "text", inputMode: "decimal" },
  DATE: { type: "date" },
  TIME: { type: "time" },
  DATE_TIME: { type: "datetime-local" },
  ID_NUMBER: { type: "text", spellCheck: false, autoComplete: "off" },
  CREDIT_CODE: { type: "text", spellCheck: false, autoComplete: "off" },
  MOBILE: { ...DIGITS, type: "tel" },
  BANK_ACCOUNT: DIGITS,
  REGION: DIGITS,
  EMAIL: { type: "email", spellCheck: false },
  LINK: { type: "url", spellCheck: false },
};

/** Beijing's offset, which people do not write. */
const OFFSET = ":00+08:00";
const CLOCK_LENGTH = "09:30".length;
const MOMENT_LENGTH = "2026-03-02T09:30".length;

/** A value as the browser's control takes it. */
function shownIn({ widget }: FormField, value: unknown): string {
  const typed = typedOf(value);
  if (widget === "TIME") return typed.slice(0, CLOCK_LENGTH);
  return widget === "DATE_TIME" ? typed.slice(0, MOMENT_LENGTH) : typed;
}

const keptAs = ({ widget }: FormField, typed: string): string =>
  typed !== "" && (widget === "TIME" || widget === "DATE_TIME") ? `${typed}${OFFSET}` : typed;

/** Today, or the day of the field beside it, as the form bounds it. */
function dayOf(named: string | null, at: readonly string[], { answers }: FormView): string | undefined {
  if (named === null) return undefined;
  if (named === "today") return dateAt(new Date());
  return typedOf(valueAt(answers, [...at.slice(0, -1), named])) || undefined;
}

/** A text of whatever kind: a line or several, a number, an amount, a day. */
export function TextControl({ field, at, view }: Control): ReactNode {
  const { label, hint } = useLabel(field, at, view);
  const typed = shownIn(field, valueAt(view.answers, at));
  const type = (text: string): void => view.change(at, keptAs(field, text));
  return (
    <Field id={fieldId(at)} label={label} hint={hint} problem={problemAt(view, at)}>
      {(marks) =>
        field.widget === "LONG_TEXT" ? (
          <textarea {...marks} rows={5} value={typed} onChange={(event) => type(event.target.value)} />
        ) : (
          <input
            {...marks}
            {...INPUTS[field.widget]}
            {...(field.widget === "DATE"
              ? { min: dayOf(field.notBefore, at, view), max: dayOf(field.notAfter, at, view) }
              : {})}
            className={field.widget === "MONEY" ? "input-money" : undefined}
            value={typed}
            onChange={(event) => type(event.target.value)}
          />
        )
      }
    </Field>
  );
}
