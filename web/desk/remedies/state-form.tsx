import type { ReactNode } from "react";
import type { DecidingBody, GovernmentLevel } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { BODIES, LEVELS } from "./remedies-words.ts";
import { fieldsOf, ofPlace, type Part, type Row, type TypedField, useStatement } from "./use-statement.ts";

const TEXTS = {
  title: { zh: "登记新内容", en: "State it anew" },
  about: {
    zh: "自生效日起，新作出的决定告知这些内容；同一生效日再次登记即替换。已作出的决定不变。",
    en: "Decisions from that day on name it. The same day again replaces what was stated for it. Decisions that were made keep what they named.",
  },
  send: { zh: "登记", en: "State it" },
  sending: { zh: "正在登记…", en: "Sending…" },
  sent: { zh: "已登记", en: "It is stated" },
  body: { zh: "机关类别", en: "Kind of body" },
  level: { zh: "所属政府层级", en: "Level of its government" },
  asRegion: { zh: "按事项开通的地区", en: "By the region that its items are offered in" },
  asDepartment: { zh: "未登记（按政府工作部门）", en: "Not stated: a department like others" },
  ofGovernment: { zh: "行政复议机构", en: "The office for reconsideration" },
  ofLine: {
    zh: "上一级主管部门（仅垂直管理的机关填写）",
    en: "The authority of its own line above it (of such bodies only)",
  },
  court: { zh: "管辖法院", en: "The court" },
} satisfies Record<string, Text>;

const ASKED_OF_PLACE: Readonly<Record<Part, Asked>> = {
  "name-zh": {
    label: { zh: "名称（中文）", en: "Name in Chinese" },
    hint: { zh: "全称，不填则不登记", en: "In full; left empty, nothing is stated" },
    input: { maxLength: 200 },
  },
  "name-en": {
    label: { zh: "名称（英文）", en: "Name in English" },
    hint: { zh: "与中文名称对应", en: "The same in English" },
    input: { maxLength: 200 },
  },
  "address-zh": {
    label: { zh: "地址（中文）", en: "Address in Chinese" },
    hint: { zh: "当面或邮寄提交的地址", en: "For those who come or write" },
    input: { maxLength: 200 },
  },
  "address-en": {
    label: { zh: "地址（英文）", en: "Address in English" },
    hint: { zh: "与中文地址对应", en: "The same in English" },
    input: { maxLength: 200 },
  },
  telephone: {
    label: { zh: "电话", en: "Telephone" },
    hint: { zh: "例如 010-12345678", en: "For example 010-12345678" },
    input: { type: "tel", maxLength: 60 },
  },
  online: {
    label: { zh: "网上渠道", en: "Online channel" },
    hint: {
      zh: "以 https 开头的网址；网上送达的决定须提供（行政复议法第二十二条）",
      en: "An address that begins with https. A decision served online has to come with one (art. 22)",
    },
    input: { type: "url", maxLength: 300 },
  },
};

const ASKED: Readonly<Record<TypedField, Asked>> = {
  effectiveFrom: {
    label: { zh: "生效日期", en: "Holds from" },
    hint: { zh: "自这一天起作出的决定", en: "Decisions of this day and later" },
    input: { type: "date" },
  },
  reason: {
    label: { zh: "理由", en: "Reason" },
    hint: { zh: "记入审计记录", en: "It goes on record" },
    input: { maxLength: 500 },
  },
  ...ofPlace("authority", ASKED_OF_PLACE),
  ...ofPlace("court", ASKED_OF_PLACE),
};

type StateFormProps = {
  readonly region: string;
  readonly department: string | undefined;
  /** The one that holds now. */
  readonly row: Row | undefined;
  readonly tell: (done: string) => void;
};

/** The statement of an editor about the places that decisions name from a day on. */
export function StateForm({ region, department, row, tell }: StateFormProps): ReactNode {
  const { say } = useTexts();
  const form = useStatement({ region, department, row, done: () => tell(say(TEXTS.sent)) });
  const { draft, write, problemOf } = form;
  const fields = {
    ...{ asked: ASKED, draft, problemOf },
    write: (field: TypedField, text: string) => write({ [field]: text }),
  };
  return (
    <KeptFormFrame of={form} texts={TEXTS}>
      <TypedFields {...fields} fields={["effectiveFrom"]} />
      {department !== undefined && (
        <>
          <Choice
            id="body"
            label={say(TEXTS.body)}
            value={draft.body}
            options={[{ value: "", text: say(TEXTS.asDepartment) }, ...optionsOf(BODIES, say)]}
            choose={(value) => write({ body: keyIn(BODIES, value) })}
          />
          <Choice
            id="level"
            label={say(TEXTS.level)}
            value={draft.level}
            options={[{ value: "", text: say(TEXTS.asRegion) }, ...optionsOf(LEVELS, say)]}
            choose={(value) => write({ level: keyIn(LEVELS, value) })}
          />
        </>
      )}
      <fieldset className="entry">
        <legend>{say(department === undefined ? TEXTS.ofGovernment : TEXTS.ofLine)}</legend>
        <TypedFields {...fields} fields={fieldsOf("authority")} />
      </fieldset>
      <fieldset className="entry">
        <legend>{say(TEXTS.court)}</legend>
        <TypedFields {...fields} fields={fieldsOf("court")} />
      </fieldset>
      <TypedFields {...fields} fields={["reason"]} />
    </KeptFormFrame>
  );
}

type Words = Readonly<Partial<Record<DecidingBody | GovernmentLevel, Text>>>;

const optionsOf = (words: Words, say: (text: Text) => string) =>
  Object.entries(words).map(([value, text]) => ({ value, text: say(text) }));

const keyIn = <K extends string>(words: Readonly<Record<K, Text>>, value: string): K | "" =>
  (Object.keys(words) as K[]).find((key) => key === value) ?? "";
