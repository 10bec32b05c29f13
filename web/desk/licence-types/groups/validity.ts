import type { LicenceTypeInput, LicenceValidityInput } from "../../../shared/generated/graphql.ts";
import { NONE, type Option, optionsOf, type Spec } from "../../drafts/specs.ts";
import { isOf, numberAt } from "../../drafts/typed-values.ts";
import { asValues, textAt, type Values, withValue } from "../../drafts/values.ts";
import { contentFields, fieldText, renaming } from "../content-fields.ts";
import type { Group } from "../group.ts";
import { VALIDITIES } from "../licence-type-words.ts";

const FIELD = ["validity", "field"];

const MONTHS: Spec = {
  ...{ kind: "count", path: ["validity", "months"], label: { zh: "月数", en: "Months" } },
  hint: { zh: "1 到 1200", en: "From 1 to 1,200" },
};

/** The days that the content has, and what is chosen, which may be none of them any more. */
function daysOf(values: Values): readonly Option[] {
  const chosen = textAt(values, ...FIELD);
  const names = Object.entries(contentFields(values)).flatMap(([name, schema]) =>
    asValues(schema)["format"] === "date" ? [name] : [],
  );
  const offered = chosen === "" || names.includes(chosen) ? names : [...names, chosen];
  return [NONE, ...offered.map((value) => ({ value, text: fieldText(values, value) }))];
}

/** Asked for besides the kind. */
function furtherOf(values: Values): readonly Spec[] {
  const kind = textAt(values, "validity", "kind");
  if (kind === "MONTHS") return [MONTHS];
  if (kind !== "STATED") return [];
  return [
    {
      ...{ kind: "choice", path: FIELD, options: daysOf(values) },
      label: { zh: "载明截止日期的字段", en: "The field that states its last day" },
      hint: { zh: "内容中必填的日期字段", en: "A day of the content that has to be filled in" },
    },
  ];
}

function inputOf(values: Values): LicenceValidityInput {
  const kind = textAt(values, "validity", "kind");
  if (!isOf(VALIDITIES, kind)) return { kind: "PERMANENT" };
  if (kind === "MONTHS") return { kind, months: numberAt(values, "validity", "months") };
  return kind === "STATED" ? { kind, field: textAt(values, ...FIELD) } : { kind };
}

/** How long a licence is valid. */
export const VALIDITY: Group<Pick<LicenceTypeInput, "validity">> = {
  title: { zh: "有效期", en: "Validity" },
  blank: () => ({ validity: { kind: "PERMANENT", months: "", field: "" } }),
  valuesOf: ({ validity: { kind, months, field } }) => ({
    validity: { kind, months: months === null ? "" : String(months), field: field ?? "" },
  }),
  inputOf: (values) => ({ validity: inputOf(values) }),
  specs: (values) => [
    {
      ...{ kind: "choice", path: ["validity", "kind"], options: optionsOf(VALIDITIES) },
      label: { zh: "有效期", en: "It is valid" },
    },
    ...furtherOf(values),
  ],
  follow: (next, before) => {
    const renamed = renaming(next, before);
    return renamed && textAt(next, ...FIELD) === renamed.from ? withValue(next, FIELD, renamed.to) : next;
  },
};
