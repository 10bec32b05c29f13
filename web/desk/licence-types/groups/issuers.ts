import type { LicenceIssuerInput, LicenceTypeInput } from "../../../shared/generated/graphql.ts";
import { departmentSpecs, regionsSpec } from "../../drafts/specs.ts";
import { departmentOf, trimmedAt } from "../../drafts/typed-values.ts";
import { asText, asValues, listAt, type Values } from "../../drafts/values.ts";
import type { DeskOfficer } from "../../use-officer.ts";
import type { Group } from "../group.ts";

/** Of the officer's own department, as most often. */
const blankIssuer = ({ departments }: DeskOfficer): Values => ({
  ...(departments?.[0] ? { department: departments[0] } : {}),
  ...{ creditCode: "", regions: [], from: "", until: "" },
});

function issuerOf(values: Values): LicenceIssuerInput {
  const until = trimmedAt(values, "until");
  return {
    department: departmentOf(values),
    creditCode: trimmedAt(values, "creditCode"),
    regions: listAt(values, "regions").map(asText),
    from: trimmedAt(values, "from"),
    ...(until === "" ? {} : { until }),
  };
}

/** The authorities that issue licences of the type, each from a day on. */
export const ISSUERS: Group<Pick<LicenceTypeInput, "issuers">> = {
  title: { zh: "颁发机构", en: "Issuing authorities" },
  blank: (officer) => ({ issuers: [blankIssuer(officer)] }),
  valuesOf: ({ issuers }) => ({
    issuers: issuers.map((issuer) => ({ ...issuer, until: issuer.until ?? "" })),
  }),
  inputOf: (values) => ({ issuers: listAt(values, "issuers").map((one) => issuerOf(asValues(one))) }),
  specs: (_, officer) => [
    {
      ...{ kind: "list", path: ["issuers"], label: { zh: "颁发机构", en: "Authorities" } },
      ...{ one: { zh: "颁发机构", en: "Authority" }, blank: blankIssuer(officer) },
      hint: {
        zh: "每个机构只在其地区和期间内颁发；期间含首尾两日。",
        en: "Each issues it in its regions and its period alone, the first and the last day included.",
      },
      entry: [
        ...departmentSpecs(officer),
        {
          ...{ kind: "text", path: ["creditCode"] },
          label: { zh: "统一社会信用代码", en: "Credit code" },
        },
        { kind: "day", path: ["from"], label: { zh: "起始日", en: "First day" } },
        {
          ...{ kind: "day", path: ["until"], optional: true, label: { zh: "截止日", en: "Last day" } },
          hint: { zh: "仍在颁发的不填", en: "Empty where it still issues" },
        },
        regionsSpec(officer, { zh: "颁发地区", en: "Where it issues" }),
      ],
    },
  ],
};
