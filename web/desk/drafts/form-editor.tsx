import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { FieldEditor, type MarksAt } from "./field-editor.tsx";
import {
  type FormEditing,
  pagesOf,
  strayFields,
  withField,
  withoutPage,
  withPage,
  withTitle,
} from "./form-edit.ts";
import type { FormWords } from "./form-place.ts";
import { JsonBox, type TypedJson } from "./json-box.tsx";
import { inBoth } from "./specs.ts";
import { asText, asValues, withValue } from "./values.ts";

type EditorProps = FormEditing & {
  readonly marksAt: MarksAt;
  readonly json: TypedJson;
  readonly words: FormWords;
};

const TEXTS = {
  titleZh: { zh: "页标题（中文）", en: "Title in Chinese" },
  titleEn: { zh: "页标题（英文）", en: "Title in English" },
  addPage: { zh: "添加一页", en: "Add a page" },
  removePage: { zh: "删除这一页", en: "Remove this page" },
  addField: { zh: "在这一页添加字段", en: "Add a field to this page" },
  stray: { zh: "不在任何一页上的字段", en: "Fields on no page" },
  jsonHint: {
    zh: "JSON Schema：条件、分组和列表写在这里。改动在离开输入框时生效。",
    en: "JSON Schema: conditions, groups and lists are written here. It takes effect as you leave the box.",
  },
} satisfies Record<string, Text>;
const pageName = (n: number): Text => ({ zh: `第 ${n} 页`, en: `Page ${n}` });

/** A form by its pages and fields, and as JSON for what has no control of its own. */
export function FormEditor({ form, change, json, marksAt, words }: EditorProps): ReactNode {
  const { say } = useTexts();
  const pages = pagesOf(form);
  const stray = strayFields(form);
  const label = asValues(form["x-label"]);
  return (
    <FieldSet {...marksAt([])} legend={say(words.title)} isFramed>
      <div className="spec-fields">
        {inBoth(words.name).map(({ path: [of = ""], label: called }) => (
          <Field key={of} id={`form-name-${of}`} label={say(called)}>
            {(marks) => (
              <input
                {...marks}
                maxLength={120}
                value={asText(label[of])}
                onChange={(event) => change(withValue(form, ["x-label", of], event.target.value))}
              />
            )}
          </Field>
        ))}
      </div>
      {pages.map(({ title, fields }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the form.
        <fieldset key={at} className="entry">
          <legend>{say(pageName(at + 1))}</legend>
          <PageTitle {...{ form, change, at, title }} />
          {fields.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name changes while it is typed.
            <FieldEditor key={`${at} ${i}`} {...{ form, change, json, marksAt, name, at }} />
          ))}
          <div className="button-row">
            <button className="button button-plain" type="button" onClick={() => change(withField(form, at))}>
              {say(TEXTS.addField)}
            </button>
            <button
              className="button button-plain"
              type="button"
              onClick={() => change(withoutPage(form, at))}
            >
              {say(TEXTS.removePage)}
            </button>
          </div>
        </fieldset>
      ))}
      {stray.length > 0 && (
        <fieldset className="entry">
          <legend>{say(TEXTS.stray)}</legend>
          {stray.map((name) => (
            <FieldEditor key={name} {...{ form, change, json, marksAt, name }} at={-1} />
          ))}
        </fieldset>
      )}
      <button className="button button-plain" type="button" onClick={() => change(withPage(form))}>
        {say(TEXTS.addPage)}
      </button>
      <JsonBox
        {...{ value: form, id: "form-json", label: say(words.json), hint: say(TEXTS.jsonHint) }}
        {...{ change, ...json }}
      />
    </FieldSet>
  );
}

type TitleProps = FormEditing & { readonly at: number; readonly title: Text };

function PageTitle({ form, change, at, title }: TitleProps): ReactNode {
  const { say } = useTexts();
  return (
    <div className="spec-fields">
      {(["zh", "en"] as const).map((of) => (
        <Field key={of} id={`page-${at}-${of}`} label={say(of === "zh" ? TEXTS.titleZh : TEXTS.titleEn)}>
          {(marks) => (
            <input
              {...marks}
              maxLength={120}
              value={title[of]}
              onChange={(event) => change(withTitle(form, at, { ...title, [of]: event.target.value }))}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
