import type { ReactNode } from "react";
import { useTexts } from "../texts/text.ts";
import { ChoiceBox } from "../ui/choice-box.tsx";
import { Field } from "../ui/field.tsx";
import { FieldSet } from "../ui/field-set.tsx";
import { describedBy, Remarks } from "../ui/remarks.tsx";
import { entriesOf, typedOf, valueAt } from "./answers.ts";
import { type Control, useLabel } from "./control.ts";
import { confirmText, FORM_TEXTS } from "./form-texts.ts";
import { fieldId, problemAt } from "./form-view.ts";

/** More of them are a list to be opened. */
const RADIOS_MAX = 7;

type Option = { readonly value: unknown; readonly text: string };

/** One of a few, all of which are seen. The first bears the id to which a problem leads. */
function Radios({
  control: { field, at, view },
  options,
}: {
  readonly control: Control;
  readonly options: readonly Option[];
}): ReactNode {
  const { label, hint } = useLabel(field, at, view);
  const id = fieldId(at);
  const chosen = valueAt(view.answers, at);
  return (
    <FieldSet id={`${id}-all`} legend={label} hint={hint} problem={problemAt(view, at)}>
      {options.map(({ value, text }, i) => (
        <ChoiceBox
          key={text}
          kind="radio"
          id={i === 0 ? id : `${id}-${i}`}
          name={id}
          checked={chosen === value}
          onChange={() => view.change(at, value)}
        >
          {text}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}

export function ChoiceControl({ field, at, view }: Control): ReactNode {
  const { say } = useTexts();
  const { label, hint } = useLabel(field, at, view);
  const options = field.choices.map((choice) => ({ value: choice.value, text: say(choice.label) }));
  if (options.length <= RADIOS_MAX) return <Radios control={{ field, at, view }} options={options} />;
  return (
    <Field id={fieldId(at)} label={label} hint={hint} problem={problemAt(view, at)}>
      {(marks) => (
        <select
          {...marks}
          value={typedOf(valueAt(view.answers, at))}
          onChange={(event) => view.change(at, event.target.value)}
        >
          <option value="">{say(FORM_TEXTS.choose)}</option>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function YesNoControl(control: Control): ReactNode {
  const { say } = useTexts();
  const options = [
    { value: true, text: say(FORM_TEXTS.yes) },
    { value: false, text: say(FORM_TEXTS.no) },
  ];
  return <Radios control={control} options={options} />;
}

/** Some of the choices. */
export function ChoicesControl({ field, at, view }: Control): ReactNode {
  const { say } = useTexts();
  const { label, hint } = useLabel(field, at, view);
  const id = fieldId(at);
  const chosen = entriesOf(valueAt(view.answers, at));
  const toggle = (value: string): void =>
    view.change(
      at,
      field.choices
        .map((choice) => choice.value)
        .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one))),
    );
  return (
    <FieldSet id={`${id}-all`} legend={label} hint={hint} problem={problemAt(view, at)}>
      {field.choices.map((choice, i) => (
        <ChoiceBox
          key={choice.value}
          kind="checkbox"
          id={i === 0 ? id : `${id}-${i}`}
          checked={chosen.includes(choice.value)}
          onChange={() => toggle(choice.value)}
        >
          {say(choice.label)}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}

/** A sentence that is confirmed by being ticked; the form says by which value. */
export function ConfirmControl({ field, at, view }: Control): ReactNode {
  const { say } = useTexts();
  const { label, hint } = useLabel(field, at, view);
  const problem = problemAt(view, at) && say(confirmText(field.label));
  const remarks = { id: fieldId(at), hint, problem };
  const isConfirmed = valueAt(view.answers, at) === field.confirms;
  return (
    <div className={problem ? "field field-wrong" : "field"}>
      <Remarks {...remarks} />
      <ChoiceBox
        kind="checkbox"
        id={remarks.id}
        checked={isConfirmed}
        onChange={() => view.change(at, isConfirmed ? undefined : field.confirms)}
        aria-describedby={describedBy(remarks)}
        aria-invalid={problem !== undefined}
      >
        {label}
      </ChoiceBox>
    </div>
  );
}
