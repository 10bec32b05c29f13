import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import type { Problem } from "../../shared/ui/problem.ts";
import { describedBy, Remarks } from "../../shared/ui/remarks.tsx";
import { problemAt } from "./problem-at.ts";
import { entryOf, specUnder } from "./spec-controls.ts";
import type { Spec } from "./specs.ts";
import { asText, controlId, isTickedAt, listAt, textAt, type Values } from "./values.ts";

export type Editing = {
  readonly values: Values;
  readonly change: (path: readonly string[], value: unknown) => void;
  readonly problems: readonly Problem[];
};

type SpecsProps = { readonly of: readonly Spec[]; readonly editing: Editing };

const TEXTS = {
  add: { zh: "添加", en: "Add: " },
  remove: { zh: "删除", en: "Remove" },
} satisfies Record<string, Text>;

/** Controls for what their specifications say, each with what is wrong with it. */
export function SpecFields({ of, editing }: SpecsProps): ReactNode {
  return (
    <div className="spec-fields">
      {of.map((spec) => (
        <SpecField key={controlId(spec.path)} spec={spec} editing={editing} />
      ))}
    </div>
  );
}

type SpecProps<S extends Spec = Spec> = { readonly spec: S; readonly editing: Editing };

function SpecField({ spec, editing }: SpecProps): ReactNode {
  switch (spec.kind) {
    case "list":
      return <Entries spec={spec} editing={editing} />;
    case "group":
      return <Group spec={spec} editing={editing} />;
    case "choices":
      return <Choices spec={spec} editing={editing} />;
    case "tick":
      return <Tick spec={spec} editing={editing} />;
    default:
      return <OneControl spec={spec} editing={editing} />;
  }
}

function OneControl({ spec, editing: { values, change, problems } }: SpecProps): ReactNode {
  const { say } = useTexts();
  const { path, label, hint, kind } = spec;
  const id = controlId(path);
  const value = textAt(values, ...path);
  return (
    <Field
      {...{ id, label: say(label), problem: problemAt(id, problems) }}
      {...(hint && say(hint) ? { hint: say(hint) } : {})}
    >
      {(marks) => {
        const control = {
          ...marks,
          value,
          onChange: (event: { readonly target: { readonly value: string } }) =>
            change(path, event.target.value),
        };
        if (kind === "choice")
          return (
            <select {...control}>
              {spec.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {say(option.text)}
                </option>
              ))}
            </select>
          );
        if (kind === "json") return <textarea className="code" rows={6} spellCheck={false} {...control} />;
        return <input {...control} {...inputOf(kind)} maxLength={500} autoComplete="off" />;
      }}
    </Field>
  );
}

const inputOf = (kind: Spec["kind"]) => {
  if (kind === "day") return { type: "date" };
  // To the second, so that one that was written elsewhere stays what it is.
  if (kind === "moment") return { type: "datetime-local", step: "any" };
  if (kind === "count" || kind === "region") return { inputMode: "numeric" as const };
  return kind === "money" ? { inputMode: "decimal" as const } : {};
};

function Tick({ spec: { path, label }, editing: { values, change } }: SpecProps): ReactNode {
  const { say } = useTexts();
  return (
    <div className="field">
      <ChoiceBox
        kind="checkbox"
        id={controlId(path)}
        checked={isTickedAt(values, ...path)}
        onChange={(event) => change(path, event.target.checked)}
      >
        {say(label)}
      </ChoiceBox>
    </div>
  );
}

type ChoicesSpec = Extract<Spec, { readonly kind: "choice" | "choices" }>;

function Choices({ spec: { path, label, options }, editing }: SpecProps<ChoicesSpec>): ReactNode {
  const { say } = useTexts();
  const { values, change, problems } = editing;
  const id = controlId(path);
  const chosen = listAt(values, ...path).map(asText);
  const offered = [
    ...options,
    // A choice that was made elsewhere stays, called by its value.
    ...chosen
      .filter((one) => options.every(({ value }) => value !== one))
      .map((value) => ({ value, text: { zh: value, en: value } })),
  ];
  return (
    <FieldSet id={id} legend={say(label)} problem={problemAt(id, problems)}>
      {offered.map(({ value, text }) => (
        <ChoiceBox
          key={value}
          kind="checkbox"
          id={`${id}-${value}`}
          checked={chosen.includes(value)}
          onChange={(event) =>
            change(path, [...chosen.filter((one) => one !== value), ...(event.target.checked ? [value] : [])])
          }
        >
          {say(text)}
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}

type GroupSpec = Extract<Spec, { readonly kind: "group" }>;

function Group({ spec, editing }: SpecProps<GroupSpec>): ReactNode {
  const { say } = useTexts();
  const { path, label, hint, entry } = spec;
  const id = controlId(path);
  return (
    <FieldSet
      {...{ id, legend: say(label), problem: problemAt(id, editing.problems) }}
      {...(hint ? { hint: say(hint) } : {})}
      isFramed
    >
      <SpecFields of={entry.map((each) => specUnder(each, path))} editing={editing} />
    </FieldSet>
  );
}

type ListSpec = Extract<Spec, { readonly kind: "list" }>;

function Entries({ spec, editing }: SpecProps<ListSpec>): ReactNode {
  const { say } = useTexts();
  const { path, label, hint, blank, one } = spec;
  const { values, change, problems } = editing;
  const entries = listAt(values, ...path);
  const id = controlId(path);
  return (
    <FieldSet
      {...{ id, legend: say(label), problem: problemAt(id, problems) }}
      {...(hint ? { hint: say(hint) } : {})}
      isFramed
    >
      {entries.map((_, i) => {
        const part = entryOf(spec, String(i));
        return (
          <Entry key={controlId(part.path)} spec={part} editing={editing}>
            <button
              className="button button-plain"
              type="button"
              onClick={() =>
                change(
                  path,
                  entries.filter((__, at) => at !== i),
                )
              }
            >
              {say(TEXTS.remove)}
              <span className="out-of-sight">: {say(part.label)}</span>
            </button>
          </Entry>
        );
      })}
      <button className="button button-plain" type="button" onClick={() => change(path, [...entries, blank])}>
        {say(TEXTS.add)}
        {say(one)}
      </button>
    </FieldSet>
  );
}

type EntryProps = SpecProps<GroupSpec> & { readonly children: ReactNode };

/** An entry of a list, with what is wrong with the whole of it, and what takes it away. */
function Entry({ spec: { path, label, entry }, editing, children }: EntryProps): ReactNode {
  const { say } = useTexts();
  const remarks = { id: controlId(path), problem: problemAt(controlId(path), editing.problems) };
  return (
    <fieldset
      className={remarks.problem ? "entry field-wrong" : "entry"}
      id={remarks.id}
      tabIndex={-1}
      aria-describedby={describedBy(remarks)}
    >
      <legend>{say(label)}</legend>
      <Remarks {...remarks} />
      <SpecFields of={entry.map((each) => specUnder(each, path))} editing={editing} />
      {children}
    </fieldset>
  );
}
