import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { GuardianRelation } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { GUARDIANS } from "../../shared/texts/enterprise-texts.ts";
import type { Text } from "../../shared/texts/text.ts";
import { PaperForm } from "./paper-form.tsx";
import type { PaperField, Stated } from "./use-paper-form.ts";

const RECORD = graphql(`
  mutation DeskRecordGuardianship($input: RecordGuardianshipInput!, $attendance: ID, $key: ID!) {
    done: recordGuardianship(input: $input, attendance: $attendance, idempotencyKey: $key) {
      __typename
      ... on Authority {
        agentName
        until
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  about: {
    zh: "来人凭证明登记为未成年人的监护人后，可以代其办理全部事项，直至其年满十八周岁。",
    en: "The person at the window becomes the guardian of a minor, by a paper, and applies for them in everything until they are 18.",
  },
  ofRegister: {
    zh: "按登记簿记载登记未成年人的监护人，可以代其办理全部事项，直至其年满十八周岁。",
    en: "As the register states it: somebody is a minor's guardian, and applies for them in everything until they are 18.",
  },
  papers: {
    zh: "出生医学证明、户口簿或指定监护的文书，写它的编号或存放位置。",
    en: "The number, or the place in the file, of the birth certificate, the household register or the decision.",
  },
  send: { zh: "登记监护人", en: "Record the guardian" },
} satisfies Record<string, Text>;
const doneText = (guardian: string, until: string): Text => ({
  zh: `${guardian} 已登记为监护人，有效期至 ${day(until, "zh")}。要代未成年人申请，请在“办谁的事”里选择。`,
  en: `${guardian} is on record as the guardian until ${day(until, "en")}. To apply for the minor, choose them under “In whose matter”.`,
});

type Name = "ward-name" | "ward-idNumber" | "bornOn" | "relation" | "guardian-name" | "guardian-idNumber";

const FIELDS: readonly PaperField<Name>[] = [
  {
    ...{ name: "ward-name", kind: "NAME" },
    label: { zh: "未成年人姓名", en: "Name of the minor" },
    missing: { zh: "请填写未成年人的姓名", en: "Write the name of the minor" },
  },
  {
    ...{ name: "ward-idNumber", kind: "NUMBER" },
    label: { zh: "未成年人证件号码", en: "Identity number of the minor" },
    missing: { zh: "请填写未成年人的证件号码", en: "Write the identity number of the minor" },
  },
  {
    ...{ name: "bornOn", kind: "DAY" },
    label: { zh: "出生日期（证件号码不含的）", en: "Date of birth (where the number does not tell it)" },
  },
  {
    ...{ name: "relation", kind: "CHOICE" },
    label: { zh: "与未成年人的关系", en: "How they stand to the minor" },
    missing: { zh: "请选择与未成年人的关系", en: "Choose how they stand to the minor" },
    options: [
      { value: "", text: { zh: "请选择", en: "Choose one" } },
      ...Object.entries(GUARDIANS).map(([value, text]) => ({ value, text })),
    ],
  },
  {
    ...{ name: "guardian-name", kind: "NAME" },
    label: { zh: "监护人姓名", en: "Name of the guardian" },
    missing: { zh: "请填写监护人的姓名", en: "Write the name of the guardian" },
  },
  {
    ...{ name: "guardian-idNumber", kind: "NUMBER" },
    label: { zh: "监护人证件号码", en: "Identity number of the guardian" },
    missing: { zh: "请填写监护人的证件号码", en: "Write the identity number of the guardian" },
  },
];

const isRelation = (text: string): text is GuardianRelation => Object.hasOwn(GUARDIANS, text);

function inputOf(stated: Stated<Name>) {
  const { bornOn, relation, paper } = stated;
  if (!isRelation(relation)) throw new Error("the form is not sent without one of the relations");
  return {
    ward: { name: stated["ward-name"], idNumber: stated["ward-idNumber"] },
    guardian: { name: stated["guardian-name"], idNumber: stated["guardian-idNumber"] },
    ...{ relation, paper },
    ...(bornOn ? { bornOn } : {}),
  };
}

type RecordGuardianProps = {
  /** At which the guardian is there; undefined where a registrar reads it in the register. */
  readonly attendance: string | undefined;
  /** Of the person at the window, if there is one. */
  readonly name: string;
};

/** Keeps that somebody is a minor's guardian: as the person at the window shows on paper, or as the register states. */
export function RecordGuardian({ attendance, name }: RecordGuardianProps): ReactNode {
  const request = useIdempotencyKey();
  const act = useAct(RECORD, request.forget);
  return (
    <PaperForm
      {...{ id: "guardian", attendance, act, ...TEXTS, fields: FIELDS }}
      about={attendance === undefined ? TEXTS.ofRegister : TEXTS.about}
      empty={{
        ...{ "ward-name": "", "ward-idNumber": "", bornOn: "", relation: "" },
        ...{ "guardian-name": name, "guardian-idNumber": "" },
      }}
      variablesOf={(stated) => {
        const input = inputOf(stated);
        return { input, attendance: attendance ?? null, key: request.keyFor([attendance, input]) };
      }}
      done={({ agentName, until }) => doneText(agentName, until)}
    />
  );
}
