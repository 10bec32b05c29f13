import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { EnterpriseStanding } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { STANDINGS } from "../../shared/texts/enterprise-texts.ts";
import type { Text } from "../../shared/texts/text.ts";
import { PaperForm } from "../window/paper-form.tsx";
import type { PaperField, Stated } from "../window/use-paper-form.ts";

const RECORD = graphql(`
  mutation DeskRecordEnterprise($input: RecordEnterpriseInput!) {
    done: recordEnterprise(input: $input) {
      __typename
      ... on Enterprise {
        name
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
    zh: "登记或更新市场监管登记簿记载的企业信息；同一信用代码再次登记即更新。法定代表人据此代表企业办事。",
    en: "Keeps what the market-supervision register states; the same credit code again replaces it. By it the legal representative acts for the enterprise.",
  },
  send: { zh: "登记企业", en: "Record the enterprise" },
} satisfies Record<string, Text>;
const doneText = (name: string): Text => ({ zh: `${name} 已登记。`, en: `${name} is on record.` });

type Name =
  | ("creditCode" | "name" | "region" | "standing")
  | ("legalRepresentative-name" | "legalRepresentative-idNumber");

type Regions = readonly { readonly code: string; readonly name: string }[];

const fieldsOf = (regions: Regions): readonly PaperField<Name>[] => [
  {
    ...{ name: "creditCode", kind: "NUMBER" },
    label: { zh: "统一社会信用代码", en: "Unified social credit code" },
    missing: { zh: "请填写统一社会信用代码", en: "Write the credit code" },
  },
  {
    ...{ name: "name", kind: "TITLE" },
    label: { zh: "企业名称", en: "Name of the enterprise" },
    missing: { zh: "请填写企业名称", en: "Write the name of the enterprise" },
  },
  {
    ...{ name: "region", kind: "CHOICE" },
    label: { zh: "登记地区", en: "Region in which it is registered" },
    options: regions.map(({ code, name }) => ({ value: code, text: { zh: name, en: name } })),
  },
  {
    ...{ name: "standing", kind: "CHOICE" },
    label: { zh: "登记状态", en: "Standing" },
    options: Object.entries(STANDINGS).map(([value, { text }]) => ({ value, text })),
  },
  {
    ...{ name: "legalRepresentative-name", kind: "NAME" },
    label: { zh: "法定代表人姓名", en: "Name of the legal representative" },
    missing: { zh: "请填写法定代表人的姓名", en: "Write the name of the legal representative" },
  },
  {
    ...{ name: "legalRepresentative-idNumber", kind: "NUMBER" },
    label: { zh: "法定代表人证件号码", en: "Identity number of the legal representative" },
    missing: {
      zh: "请填写法定代表人的证件号码",
      en: "Write the identity number of the legal representative",
    },
  },
];

const isStanding = (text: string): text is EnterpriseStanding => Object.hasOwn(STANDINGS, text);

function inputOf({ creditCode, name, region, standing, ...person }: Stated<Name>) {
  if (!isStanding(standing)) throw new Error("the form offers standings alone");
  return {
    ...{ creditCode, name, region, standing },
    legalRepresentative: {
      name: person["legalRepresentative-name"],
      idNumber: person["legalRepresentative-idNumber"],
    },
  };
}

/** Keeps what the market-supervision register states of an enterprise, as a registrar reads it there. */
export function RecordEnterprise({ regions }: { readonly regions: Regions }): ReactNode {
  const act = useAct(RECORD);
  return (
    <PaperForm
      {...{ id: "enterprise", attendance: undefined, isOfRegister: true, act, ...TEXTS }}
      fields={fieldsOf(regions)}
      empty={{
        ...{ creditCode: "", name: "", region: regions[0]?.code ?? "", standing: "IN_BUSINESS" },
        ...{ "legalRepresentative-name": "", "legalRepresentative-idNumber": "" },
      }}
      variablesOf={(stated) => ({ input: inputOf(stated) })}
      done={({ name }) => doneText(name)}
    />
  );
}
