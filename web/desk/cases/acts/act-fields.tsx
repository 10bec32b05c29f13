import { type ReactNode, Suspense } from "react";
import { dateAt } from "../../../shared/format/dates.ts";
import { lazyPage } from "../../../shared/frame/lazy-page.ts";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Choice } from "../../../shared/ui/choice.tsx";
import { Field } from "../../../shared/ui/field.tsx";
import { Waiting } from "../../../shared/ui/waiting.tsx";
import { type ActField, ARTICLE, type Ground, LAW } from "./act.ts";
import type { ActDraft } from "./use-act-draft.ts";

/** With React Aria's combobox, which most acts do not need. */
const PersonField = lazyPage(() => import("./person-field.tsx"), "PersonField");

const TEXTS = {
  hint: { zh: "最多 1000 个字。", en: "1,000 characters at most." },
  choose: { zh: "请选择", en: "Choose one" },
  ground: { zh: "法律依据", en: "Legal ground" },
  law: { zh: "法律、法规名称", en: "Law" },
  article: { zh: "条款", en: "Article" },
  offered: { zh: "常用依据", en: "Grounds of this item" },
  other: { zh: "其他依据", en: "Another one" },
} satisfies Record<string, Text>;

type ActFieldsProps = { readonly fields: readonly ActField[]; readonly draft: ActDraft };

export function ActFields({ fields, draft }: ActFieldsProps): ReactNode {
  return fields.map((field) => (
    <OneField key={field.kind === "ground" ? "ground" : field.name} field={field} draft={draft} />
  ));
}

type OneFieldProps = { readonly field: ActField; readonly draft: ActDraft };

function OneField({ field, draft }: OneFieldProps): ReactNode {
  const { say } = useTexts();
  const { values, write, problems } = draft;
  if (field.kind === "ground") return <GroundField offered={field.offered} draft={draft} />;
  const { name, label } = field;
  const value = values[name] ?? "";
  const problem = problems.find((one) => one.field === name)?.text;
  switch (field.kind) {
    case "text":
      return (
        <Field id={name} label={say(label)} hint={say(TEXTS.hint)} problem={problem}>
          {(marks) => (
            <textarea
              {...marks}
              rows={4}
              maxLength={1000}
              value={value}
              onChange={(event) => write({ [name]: event.target.value })}
            />
          )}
        </Field>
      );
    case "line":
      return (
        <Field id={name} label={say(label)} problem={problem}>
          {(marks) => (
            <input
              {...marks}
              maxLength={200}
              value={value}
              onChange={(event) => write({ [name]: event.target.value })}
            />
          )}
        </Field>
      );
    case "date":
      return (
        <Field id={name} label={say(label)} problem={problem}>
          {(marks) => (
            <input
              {...marks}
              type="date"
              min={dateAt(new Date())}
              value={value}
              onChange={(event) => write({ [name]: event.target.value })}
            />
          )}
        </Field>
      );
    case "days":
      return (
        <Field id={name} label={say(label)} problem={problem}>
          {(marks) => (
            <input
              {...marks}
              type="number"
              inputMode="numeric"
              min={1}
              max={field.max}
              value={value}
              onChange={(event) => write({ [name]: event.target.value })}
            />
          )}
        </Field>
      );
    case "choice":
      return (
        <Choice
          id={name}
          label={say(label)}
          problem={problem}
          value={value}
          options={[
            { value: "", text: say(TEXTS.choose) },
            ...field.options.map((option) => ({ value: option.value, text: say(option.text) })),
          ]}
          choose={(chosen) => write({ [name]: chosen })}
        />
      );
    case "person":
      return (
        <Suspense fallback={<Waiting />}>
          <PersonField
            {...{ name, label: say(label), among: field.among, value, problem }}
            choose={(chosen) => write({ [name]: chosen })}
          />
        </Suspense>
      );
  }
}

type GroundFieldProps = { readonly offered: readonly Ground[]; readonly draft: ActDraft };

/** The grounds that the item stands on are offered; law and article can be written otherwise all the same. */
function GroundField({ offered, draft: { values, write, problems } }: GroundFieldProps): ReactNode {
  const { say } = useTexts();
  const [law, article] = [values[LAW] ?? "", values[ARTICLE] ?? ""];
  const chosen = offered.findIndex((one) => one.law === law && one.article === article);
  const problemOf = (name: string): string | undefined => problems.find(({ field }) => field === name)?.text;
  return (
    <fieldset className="field waiting">
      <legend>{say(TEXTS.ground)}</legend>
      <Choice
        id="offered"
        label={say(TEXTS.offered)}
        value={String(chosen)}
        options={[
          { value: "-1", text: say(law || article ? TEXTS.other : TEXTS.choose) },
          ...offered.map((one, i) => ({ value: String(i), text: `${one.law} ${one.article}` })),
        ]}
        choose={(at) => {
          const ground = offered[Number(at)];
          write({ [LAW]: ground?.law ?? "", [ARTICLE]: ground?.article ?? "" });
        }}
      />
      {(
        [
          [LAW, TEXTS.law, law],
          [ARTICLE, TEXTS.article, article],
        ] as const
      ).map(([name, label, value]) => (
        <Field key={name} id={name} label={say(label)} problem={problemOf(name)}>
          {(marks) => (
            <input
              {...marks}
              maxLength={500}
              value={value}
              onChange={(event) => write({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
