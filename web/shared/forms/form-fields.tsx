import type { ReactNode } from "react";
import { useTexts } from "../texts/text.ts";
import { FieldSet } from "../ui/field-set.tsx";
import { answerText, isAsked, valueAt } from "./answers.ts";
import { ChoiceControl, ChoicesControl, ConfirmControl, YesNoControl } from "./choice-controls.tsx";
import { type Control, useLabel } from "./control.ts";
import { EntryList } from "./entry-list.tsx";
import { type FormField, fieldsIn } from "./form-parts.ts";
import { FORM_TEXTS } from "./form-texts.ts";
import { type FormView, fieldId, heldAt, problemAt } from "./form-view.ts";
import { PayoutAccountControl, RegionControl } from "./offered-controls.tsx";
import { TextControl } from "./text-control.tsx";

type FormFieldsProps = { readonly fields: readonly FormField[]; readonly view: FormView };

/** The fields of a page, each with the browser's own control. */
export function FormFields({ fields, view }: FormFieldsProps): ReactNode {
  return fieldsIn(fields, []).map((field) => (
    <FieldAt key={field.name} field={field} at={[field.name]} view={view} />
  ));
}

/** A field at its place: as it is filled in, as the platform has filled it in, or as it stays. */
function FieldAt({ field, at, view }: Control): ReactNode {
  if (!isAsked(field, at, view)) return null;
  if (heldAt(view, at)) return <HeldAnswer field={field} at={at} view={view} />;
  const isOpen = view.open?.has(at[0] ?? "") ?? true;
  const isLeaf = field.widget !== "GROUP" && field.widget !== "LIST";
  if (!isOpen && isLeaf) return <LockedAnswer field={field} at={at} view={view} />;
  return <OpenField field={field} at={at} view={view} isOpen={isOpen} />;
}

function OpenField({ isOpen, ...control }: Control & { readonly isOpen: boolean }): ReactNode {
  const { field, at, view } = control;
  switch (field.widget) {
    case "GROUP":
      return <Group {...control} />;
    case "LIST":
      return (
        <EntryList {...control} isOpen={isOpen}>
          {(entry, place) => <FieldAt key={place.join("/")} field={entry} at={place} view={view} />}
        </EntryList>
      );
    case "CHOICE":
      return <ChoiceControl {...control} />;
    case "CHOICES":
      return <ChoicesControl {...control} />;
    case "YES_NO":
      return <YesNoControl {...control} />;
    case "CONFIRM":
      return <ConfirmControl {...control} />;
    case "PAYOUT_ACCOUNT":
      return <PayoutAccountControl {...control} />;
    case "REGION":
      return <RegionControl {...control} />;
    default:
      return <TextControl key={fieldId(at)} {...control} />;
  }
}

/** Fields that belong together. */
function Group({ field, at, view }: Control): ReactNode {
  const { label, hint } = useLabel(field, at, view);
  return (
    <FieldSet id={fieldId(at)} legend={label} hint={hint} problem={problemAt(view, at)} isFramed>
      {fieldsIn(view.fields, field.path).map((inner) => (
        <FieldAt key={inner.name} field={inner} at={[...at, inner.name]} view={view} />
      ))}
    </FieldSet>
  );
}

/** The platform never asks for what it holds; it shows that masked, and locked. */
function HeldAnswer({ field, at, view }: Control): ReactNode {
  const { say } = useTexts();
  const shown = heldAt(view, at)?.shown;
  return (
    <div className="field" id={fieldId(at)} tabIndex={-1}>
      <span className="strong">{say(field.label)}</span>
      {shown && <span>{shown}</span>}
      <span className="soft small">{say(shown ? FORM_TEXTS.held : FORM_TEXTS.heldUnseen)}</span>
    </div>
  );
}

/** A correction is asked for, and this is not part of it. */
function LockedAnswer({ field, at, view }: Control): ReactNode {
  const { say, language } = useTexts();
  const { offered, answers } = view;
  const text = answerText(field, valueAt(answers, at), { say, language, offered });
  return (
    <div className="field">
      <span className="strong">{say(field.label)}</span>
      <span>{text ?? say(FORM_TEXTS.empty)}</span>
      <span className="soft small">{say(FORM_TEXTS.locked)}</span>
    </div>
  );
}
