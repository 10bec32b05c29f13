import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Remarks } from "../../shared/ui/remarks.tsx";
import {
  type FormEditing,
  isRequired,
  movedTo,
  movedUp,
  pagesOf,
  renamed,
  schemaOf,
  withoutField,
  withRequired,
  withSchema,
} from "./form-edit.ts";
import { choiceLines, KINDS, type Kind, kindOf, madeOf, withChoices } from "./form-kinds.ts";
import { JsonBox, type TypedJson } from "./json-box.tsx";
import { LeftBox } from "./left-box.tsx";
import { asText, asValues, type Values, withValue } from "./values.ts";

/** By which a place in a form can be jumped to, and what is wrong with it. */
export type MarksAt = (path: readonly string[]) => {
  readonly id: string;
  readonly problem: string | undefined;
};

type EditorProps = FormEditing & {
  readonly marksAt: MarksAt;
  readonly json: TypedJson;
  readonly name: string;
  /** The page that it stands on; -1 for none. */
  readonly at: number;
};

const TEXTS = {
  name: { zh: "字段名", en: "Name of the field" },
  nameHint: {
    zh: "规则和接口用的名字，例如 monthlyRent",
    en: "As rules and programs name it, for example monthlyRent",
  },
  labelZh: { zh: "标签（中文）", en: "Label in Chinese" },
  labelEn: { zh: "标签（英文）", en: "Label in English" },
  hintZh: { zh: "填写提示（中文）", en: "Hint in Chinese" },
  hintEn: { zh: "填写提示（英文）", en: "Hint in English" },
  kind: { zh: "怎么填", en: "How it is filled in" },
  byJson: { zh: "分组、列表或其他（用 JSON 编辑）", en: "A group, a list, or other (edited as JSON)" },
  choices: { zh: "选项", en: "Choices" },
  choicesHint: {
    zh: "每行一个：值 = 中文 = 英文",
    en: "One a line: value = Chinese = English",
  },
  required: { zh: "必填", en: "Has to be filled in" },
  page: { zh: "所在页", en: "Page" },
  none: { zh: "无", en: "none" },
  up: { zh: "上移", en: "Move up" },
  remove: { zh: "删除字段", en: "Remove the field" },
  json: { zh: "更多：这个字段的 JSON", en: "More: the field as JSON" },
  jsonHint: {
    zh: "长度、范围、格式和示例等写在这里，离开输入框时生效。",
    en: "Lengths, bounds, patterns and examples are written here; it takes effect as you leave the box.",
  },
} satisfies Record<string, Text>;
const pageName = (n: number): Text => ({ zh: `第 ${n} 页`, en: `Page ${n}` });

/** A field of a form: what it is called in both languages, how it is filled in, and where it stands. */
export function FieldEditor(props: EditorProps): ReactNode {
  const { say } = useTexts();
  const { form, change, json, name, at, marksAt } = props;
  const schema = schemaOf(form, name);
  const marks = marksAt(["properties", name]);
  const put = (next: Values): void => change(withSchema(form, name, next));
  const id = (of: string): string => `field-${name}-${of}`;
  const words = asValues(schema["x-label"]);
  // Whether it is open is the editor's own from then on: the first letter of its label may not close it.
  const [isNew] = useState(asText(words["zh"]) === "");
  return (
    <div id={marks.id} tabIndex={-1} className={marks.problem ? "field-place field-wrong" : "field-place"}>
      <Remarks {...marks} />
      <details className="field-editor" open={isNew}>
        <summary>
          {asText(words["zh"])} {asText(words["en"])} <span className="soft small">{name}</span>
        </summary>
        <div className="spec-fields">
          <LeftBox
            {...{ id: id("name"), label: say(TEXTS.name), hint: say(TEXTS.nameHint), value: name }}
            change={(to) => change(renamed(form, name, to.trim()))}
          />
          <KindChoice {...{ id: id("kind"), schema, put }} />
          <Words {...{ schema, put, id, keyword: "x-label", zh: TEXTS.labelZh, en: TEXTS.labelEn }} />
          <Words {...{ schema, put, id, keyword: "x-hint", zh: TEXTS.hintZh, en: TEXTS.hintEn }} />
          <Choices {...{ id: id("choices"), schema, put }} />
          <PageChoice {...{ form, change, name, at }} />
          <div className="field">
            <ChoiceBox
              kind="checkbox"
              id={id("required")}
              checked={isRequired(form, name)}
              onChange={(event) => change(withRequired(form, name, event.target.checked))}
            >
              {say(TEXTS.required)}
            </ChoiceBox>
          </div>
        </div>
        <JsonBox
          {...{ id: id("json"), label: say(TEXTS.json), hint: say(TEXTS.jsonHint), value: schema }}
          {...{ change: put, ...json }}
        />
        <div className="button-row">
          <button className="button button-plain" type="button" onClick={() => change(movedUp(form, name))}>
            {say(TEXTS.up)}
            <span className="out-of-sight">: {name}</span>
          </button>
          <button
            className="button button-plain"
            type="button"
            onClick={() => change(withoutField(form, name))}
          >
            {say(TEXTS.remove)}
            <span className="out-of-sight">: {name}</span>
          </button>
        </div>
      </details>
    </div>
  );
}

type PartProps = {
  readonly id: string;
  readonly schema: Values;
  readonly put: (schema: Values) => void;
};

function KindChoice({ id, schema, put }: PartProps): ReactNode {
  const { say } = useTexts();
  const kind = kindOf(schema);
  const isKind = (value: string): value is Kind => Object.hasOwn(KINDS, value);
  return (
    <Field id={id} label={say(TEXTS.kind)}>
      {(marks) => (
        <select
          {...marks}
          value={kind ?? ""}
          onChange={({ target: { value } }) => {
            if (isKind(value)) put(madeOf(value, schema));
          }}
        >
          {kind === undefined && <option value="">{say(TEXTS.byJson)}</option>}
          {Object.entries(KINDS).map(([value, { name }]) => (
            <option key={value} value={value}>
              {say(name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type WordsProps = Omit<PartProps, "id"> & {
  readonly id: (of: string) => string;
  readonly keyword: "x-label" | "x-hint";
  readonly zh: Text;
  readonly en: Text;
};

/** A text in both languages; one that is empty in both is none. */
function Words({ schema, put, id, keyword, zh, en }: WordsProps): ReactNode {
  const { say } = useTexts();
  const words = asValues(schema[keyword]);
  const both = { zh: asText(words["zh"]), en: asText(words["en"]) };
  const write = (next: Text): void =>
    put(withValue(schema, [keyword], next.zh === "" && next.en === "" ? undefined : next));
  return (["zh", "en"] as const).map((of) => (
    <Field key={of} id={id(`${keyword}-${of}`)} label={say(of === "zh" ? zh : en)}>
      {(marks) => (
        <input
          {...marks}
          maxLength={500}
          value={both[of]}
          onChange={(event) => write({ ...both, [of]: event.target.value })}
        />
      )}
    </Field>
  ));
}

function Choices({ id, schema, put }: PartProps): ReactNode {
  const { say } = useTexts();
  const lines = choiceLines(schema);
  if (lines === undefined) return null;
  return (
    <LeftBox
      {...{ id, label: say(TEXTS.choices), hint: say(TEXTS.choicesHint), value: lines, rows: 4 }}
      change={(typed) => put(withChoices(schema, typed))}
    />
  );
}

function PageChoice({ form, change, name, at }: Omit<EditorProps, "json" | "marksAt">): ReactNode {
  const { say } = useTexts();
  return (
    <Field id={`field-${name}-page`} label={say(TEXTS.page)}>
      {(marks) => (
        <select
          {...marks}
          value={String(at)}
          onChange={({ target: { value } }) => change(movedTo(form, name, Number(value)))}
        >
          {at < 0 && <option value="-1">{say(TEXTS.none)}</option>}
          {pagesOf(form).map(({ title }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the form.
            <option key={i} value={String(i)}>
              {say(title) || say(pageName(i + 1))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
