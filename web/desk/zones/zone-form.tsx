import { type ReactNode, useEffect, useRef } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { RECORD_ZONE, type Zone } from "./zones-operations.ts";

const TEXTS = {
  title: { zh: "登记开发区", en: "Add a zone" },
  about: {
    zh: "登记后立即成为一个地区。代码登记后不能更改。",
    en: "It is a region as soon as it is recorded. Its code stays as it is then.",
  },
  changeAbout: {
    zh: "更正名称和日期；填写失效日期即为终止。代码和所在地区不变。",
    en: "State its name and its days anew; with a last day it ends. The code and where it lies stay.",
  },
  parent: { zh: "所在地区", en: "Lies in" },
  parentHint: { zh: "所在的地级行政区，或直辖市", en: "The prefecture or municipality" },
  send: { zh: "登记", en: "Record it" },
  sending: { zh: "正在登记…", en: "Recording it…" },
  sent: { zh: "已登记", en: "It is recorded" },
  noCode: { zh: "请填写六位代码", en: "Write the code of six digits" },
  noName: { zh: "请填写名称", en: "Write the name" },
  noDay: { zh: "请选择生效日期", en: "Choose the first day" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;
const changing = (name: string): Text => ({ zh: `更正或终止：${name}`, en: `Change or end ${name}` });

const TYPED = ["code", "name", "validFrom", "validUntil", "reason"] as const;
type Typed = (typeof TYPED)[number];
type Draft = Readonly<Record<Typed | "parent", string>>;
const FIELDS = [...TYPED, "parent"] as const;

const ASKED: Readonly<Record<Typed, Asked>> = {
  code: {
    label: { zh: "代码", en: "Code" },
    hint: {
      zh: "六位数字：前四位同所在地级行政区（直辖市为市辖区），后两位 57 至 80，例如 110157",
      en: "Six digits: the first four as of the prefecture, or of the municipality's districts, then 57 to 80; for example 110157",
    },
    input: { inputMode: "numeric", maxLength: 6 },
  },
  name: {
    label: { zh: "名称", en: "Name in Chinese" },
    hint: { zh: "不带上级地区的名称", en: "Without the names of the regions around it" },
    input: { maxLength: 60 },
  },
  validFrom: {
    label: { zh: "生效日期", en: "First day" },
    hint: { zh: "自这一天起可以受理", en: "From this day on cases begin in it" },
    input: { type: "date" },
  },
  validUntil: {
    label: { zh: "失效日期", en: "Last day" },
    hint: { zh: "没有确定则留空", en: "Left empty while none is known" },
    input: { type: "date" },
  },
  reason: {
    label: { zh: "理由", en: "Reason" },
    hint: {
      zh: "例如批准文件；记入审计记录",
      en: "For example the decision that set it up; it goes on record",
    },
    input: { maxLength: 500 },
  },
};

function missingIn(draft: Draft): readonly FoundProblem[] {
  const texts = { code: TEXTS.noCode, name: TEXTS.noName, validFrom: TEXTS.noDay, reason: TEXTS.noReason };
  return (["code", "name", "validFrom", "reason"] as const).flatMap((field) =>
    draft[field].trim() === "" ? [{ field, text: texts[field] }] : [],
  );
}

type ZoneFormProps = {
  readonly region: string;
  /** The one that is changed; undefined where one is added. */
  readonly zone: Zone | undefined;
  /** The regions in which one can lie. */
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly done: (words: string) => void;
};

/** A supervisor's word on a zone: that it is one, how it is called, and from when until when. */
export function ZoneForm({ region, zone, places, done }: ZoneFormProps): ReactNode {
  const { say } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  // One that is chosen is changed here.
  const code = zone?.code;
  useEffect(() => {
    if (code !== undefined) place.current?.focus();
  }, [code]);
  const form = useKeptForm({
    name: `zone:${region}:${code ?? ""}`,
    empty: (): Draft => ({
      ...{ code: zone?.code ?? "", name: zone?.name ?? "", parent: zone?.parent ?? region, reason: "" },
      ...{ validFrom: zone?.validFrom ?? "", validUntil: zone?.validUntil ?? "" },
    }),
    ...{ fields: FIELDS, missingIn, document: RECORD_ZONE },
    variablesOf: ({ reason, validUntil, code, name, ...days }: Draft) => ({
      input: { ...days, code: code.trim(), name: name.trim(), validUntil: validUntil || null },
      reason: reason.trim(),
    }),
    done: () => done(say(TEXTS.sent)),
  });
  const { draft, write, problemOf } = form;
  const typed = {
    ...{ asked: ASKED, draft, problemOf },
    write: (field: Typed, text: string) => write({ [field]: text }),
  };
  const texts = zone ? { ...TEXTS, title: changing(zone.name), about: TEXTS.changeAbout } : TEXTS;
  return (
    <div id="zone-form" tabIndex={-1} ref={place}>
      <KeptFormFrame of={form} texts={texts}>
        {!zone && (
          <>
            <TypedFields {...typed} fields={["code"]} />
            <Choice
              id="parent"
              label={say(TEXTS.parent)}
              hint={say(TEXTS.parentHint)}
              value={draft.parent}
              problem={problemOf("parent")}
              options={places.map(({ code, name }) => ({ value: code, text: `${name} ${code}` }))}
              choose={(parent) => write({ parent })}
            />
          </>
        )}
        <TypedFields {...typed} fields={["name", "validFrom", "validUntil", "reason"]} />
      </KeptFormFrame>
    </div>
  );
}
