import type { ReactNode } from "react";
import { instantOf } from "../../shared/format/dates.ts";
import type { Mode } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { PROPOSE } from "./issuer-key-operations.ts";
import type { NamedIssuer } from "./issuers.ts";

const TEXTS = {
  title: { zh: "提出下一把密钥", en: "Propose the next key" },
  about: {
    zh: "另一名工作人员同意后，自启用时间起用它签发。",
    en: "When another officer has agreed to it, it signs from its time on.",
  },
  send: { zh: "提出密钥", en: "Propose it" },
  sending: { zh: "正在提交…", en: "Sending…" },
  sent: { zh: "已提出，待另一名工作人员同意", en: "It is proposed, and waits for another officer" },
  first: { zh: "提出第一把密钥", en: "Propose the first key" },
  noType: { zh: "请填写证照类型的编码", en: "Write the code of the licence type" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;

const FIELDS = ["licenceType", "kmsKey", "from", "reason"] as const;
type Typed = (typeof FIELDS)[number];
type Draft = Readonly<Record<Typed, string>>;

const typeAsked = (types: NamedIssuer["types"]): Asked => ({
  label: { zh: "指定这个机构的证照类型", en: "A licence type in force that names the authority" },
  hint: {
    zh: types.map(({ code, name }) => `${code} ${name.zh}`).join("；") || "证照类型的编码",
    en: types.map(({ code, name }) => `${code} ${name.en}`).join("; ") || "By its code",
  },
  input: { maxLength: 40 },
});

const OTHERS = {
  kmsKey: {
    label: { zh: "KMS 密钥的 ARN 或别名", en: "ARN or alias of the key in KMS" },
    hint: {
      zh: "P-256 签名密钥。测试环境留空，由平台的根密钥派生",
      en: "One on P-256 that is made to sign. Left empty in test mode, where it is derived from the root secret",
    },
    input: { maxLength: 400 },
  },
  from: {
    label: { zh: "启用时间", en: "It signs from" },
    hint: {
      zh: "北京时间；留空则一经同意即启用。轮换时留出几天，让核验方先取得它",
      en: "Beijing time; left empty: as soon as it is agreed to. For a rotation some days ahead, so that verifiers have it in time",
    },
    input: { type: "datetime-local" },
  },
  reason: {
    label: { zh: "理由", en: "Reason" },
    hint: { zh: "记入这个机构密钥的历史", en: "It goes on record in the history of the authority's keys" },
    input: { maxLength: 4000 },
  },
} satisfies Readonly<Record<string, Asked>>;

function missingIn(draft: Draft): readonly FoundProblem[] {
  const texts = { licenceType: TEXTS.noType, reason: TEXTS.noReason };
  return (["licenceType", "reason"] as const).flatMap((field) =>
    draft[field].trim() === "" ? [{ field, text: texts[field] }] : [],
  );
}

type ProposeProps = {
  readonly of: { readonly issuer: string; readonly mode: Mode };
  /** Those in force that name the authority. */
  readonly types: NamedIssuer["types"];
  /** The authority has no key on record. */
  readonly isFirst: boolean;
  readonly tell: (done: string) => void;
};

/** The first officer's word on a key. */
export function ProposeKey({ of: { issuer, mode }, types, isFirst, tell }: ProposeProps): ReactNode {
  const { say } = useTexts();
  const { draft, write, problemOf, ...form } = useKeptForm({
    ...{ name: `propose-key:${mode}:${issuer}`, fields: FIELDS, missingIn, document: PROPOSE },
    empty: (): Draft => ({ licenceType: types[0]?.code ?? "", kmsKey: "", from: "", reason: "" }),
    // A type that does not name the authority is what is wrong with the authority.
    fieldAt: (path) =>
      FIELDS.find((one) => path.includes(one)) ?? (path.includes("issuer") ? "licenceType" : undefined),
    variablesOf: ({ licenceType, kmsKey, from, reason }: Draft) => ({
      input: {
        ...{ issuer, mode, licenceType: licenceType.trim(), kmsKey: kmsKey.trim() || null },
        from: instantOf(from) ?? null,
      },
      reason: reason.trim(),
    }),
    done: () => tell(say(TEXTS.sent)),
  });
  const texts = isFirst ? { ...TEXTS, title: TEXTS.first } : TEXTS;
  return (
    <KeptFormFrame of={form} texts={texts}>
      <TypedFields
        {...{ fields: FIELDS, asked: { licenceType: typeAsked(types), ...OTHERS }, draft, problemOf }}
        write={(field, text) => write({ [field]: text })}
      />
    </KeptFormFrame>
  );
}
