import type {
  ItemContentFragment,
  MaterialInput,
  RuleCheckInput,
  ServiceItemInput,
  WindowAgreementInput,
  WorkflowStepInput,
} from "../../shared/generated/graphql.ts";
import { LIFE_EVENTS } from "../../shared/texts/life-event-texts.ts";
import type { Text } from "../../shared/texts/text.ts";
import { blankForm } from "../drafts/form-edit.ts";
import {
  chosenIn,
  departmentOf,
  isOf,
  lawOf,
  legalBasisOf,
  localized,
  numberAt,
  trimmedAt,
} from "../drafts/typed-values.ts";
import {
  asText,
  asValues,
  isTickedAt,
  listAt,
  readObject,
  textAt,
  type Values,
  writtenOut,
} from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { AUDIENCES, CHANNELS, EFFECTS, HELD, OTHERWISE } from "./item-words.ts";
import { licenceOf, licenceValues } from "./licence-values.ts";

const newStep = (code: string, role: string, days: string, name: Text): Values => ({
  ...{ code, role, name, workingDays: days, checklist: [] },
});

/** A new item: the form's outline, and the two steps that each workflow has. */
export const blankItem = (
  department: NonNullable<DeskOfficer["departments"]>[number] | undefined,
): Values => ({
  ...(department ? { department } : {}),
  regions: [],
  handedInAt: [],
  legalBasis: [{ law: "", article: "" }],
  audiences: ["NATURAL_PERSON"],
  lifeEvents: [],
  channels: ["ONLINE"],
  ...{ visits: "0", promisedWorkingDays: "", statutoryWorkingDays: "", statutoryDays: "WORKING" },
  ...{ handling: "ORDINARY", extensionWorkingDays: "", ownFromAge: "" },
  fee: { amount: "0.00" },
  licence: licenceValues(null),
  form: blankForm(),
  materials: [],
  steps: [
    newStep("accept", "acceptor", "1", { zh: "受理", en: "Acceptance" }),
    newStep("decide", "decider", "1", { zh: "决定", en: "Decision" }),
  ],
});

/** A draft as the platform has it, to be typed on. */
export function valuesOf({
  rule,
  effect,
  licence,
  materials,
  steps,
  fee,
  ...item
}: ItemContentFragment): Values {
  const { visits, promisedWorkingDays, statutoryWorkingDays, extensionWorkingDays, ownFromAge, ...rest } =
    item;
  return {
    ...rest,
    visits: String(visits),
    promisedWorkingDays: String(promisedWorkingDays),
    statutoryWorkingDays: String(statutoryWorkingDays),
    extensionWorkingDays: extensionWorkingDays == null ? "" : String(extensionWorkingDays),
    ownFromAge: ownFromAge == null ? "" : String(ownFromAge),
    effect: effect ?? "",
    licence: licenceValues(licence),
    fee: { amount: fee.amount, basis: fee.basis ?? "" },
    materials: materials.map((one) => ({
      ...one,
      replacedByLicence: one.replacedByLicence ?? "",
      licenceFields: one.licenceFields.join(", "),
      filledBy: one.filledBy ?? "",
    })),
    steps: steps.map((one) => ({
      ...one,
      department: one.department ?? "",
      workingDays: String(one.workingDays),
    })),
    ...(rule
      ? {
          isDecidedByRule: true,
          rule: {
            samplePercent: String(rule.samplePercent),
            checks: rule.checks.map((check) => ({ ...check, holds: writtenOut(check.holds) })),
          },
        }
      : {}),
  };
}

/** Typed values as the platform takes them; they have been looked at for numbers and JSON before. */
export function inputOf(values: Values): ServiceItemInput {
  const effect = textAt(values, "effect");
  const basis = trimmedAt(values, "fee", "basis");
  const more = trimmedAt(values, "extensionWorkingDays");
  const ownFrom = trimmedAt(values, "ownFromAge");
  return {
    code: trimmedAt(values, "code"),
    name: localized(values, "name"),
    department: departmentOf(values),
    regions: listAt(values, "regions").map(asText),
    handedInAt: listAt(values, "handedInAt").map((one) => agreementOf(asValues(one))),
    legalBasis: legalBasisOf(values),
    audiences: chosenIn(AUDIENCES, listAt(values, "audiences")),
    lifeEvents: chosenIn(LIFE_EVENTS, listAt(values, "lifeEvents")),
    channels: chosenIn(CHANNELS, listAt(values, "channels")),
    visits: numberAt(values, "visits"),
    promisedWorkingDays: numberAt(values, "promisedWorkingDays"),
    statutoryWorkingDays: numberAt(values, "statutoryWorkingDays"),
    statutoryDays: textAt(values, "statutoryDays") === "CALENDAR" ? "CALENDAR" : "WORKING",
    limitCoversDelivery: isTickedAt(values, "limitCoversDelivery"),
    handling: textAt(values, "handling") === "JOINT" ? "JOINT" : "ORDINARY",
    ...(more === "" ? {} : { extensionWorkingDays: Number(more) }),
    ...(ownFrom === "" ? {} : { ownFromAge: Number(ownFrom) }),
    form: { ...asValues(values["form"]) },
    materials: listAt(values, "materials").map((one) => materialOf(asValues(one))),
    steps: listAt(values, "steps").map((one) => stepOf(asValues(one))),
    fee: { amount: trimmedAt(values, "fee", "amount"), ...(basis === "" ? {} : { basis }) },
    ...(isTickedAt(values, "isDecidedByRule")
      ? {
          rule: {
            samplePercent: numberAt(values, "rule", "samplePercent"),
            checks: listAt(values, "rule", "checks").map((one) => checkOf(asValues(one))),
          },
        }
      : {}),
    ...(isOf(EFFECTS, effect) ? { effect } : {}),
    ...(effect === "LICENCE" ? { licence: licenceOf(asValues(values["licence"])) } : {}),
  };
}

/** A window agreement; one that lasts has no last day. */
function agreementOf(values: Values): WindowAgreementInput {
  const until = trimmedAt(values, "until");
  return {
    ...{ region: trimmedAt(values, "region"), from: trimmedAt(values, "from") },
    ...(until === "" ? {} : { until }),
    basis: lawOf(asValues(values["basis"])),
  };
}

function materialOf(values: Values): MaterialInput {
  const filledBy = textAt(values, "filledBy");
  const replacedByLicence = trimmedAt(values, "replacedByLicence");
  return {
    code: trimmedAt(values, "code"),
    name: localized(values, "name"),
    required: isTickedAt(values, "required"),
    ...(replacedByLicence === "" ? {} : { replacedByLicence }),
    licenceOf: textAt(values, "licenceOf") === "HOUSEHOLD" ? "HOUSEHOLD" : "OWN",
    licenceFields: trimmedAt(values, "licenceFields")
      .split(/[\s,，、]+/u)
      .filter((field) => field !== ""),
    ...(isOf(HELD, filledBy) ? { filledBy } : {}),
  };
}

function stepOf(values: Values): WorkflowStepInput {
  const department = trimmedAt(values, "department");
  return {
    code: trimmedAt(values, "code"),
    name: localized(values, "name"),
    role: textAt(values, "role"),
    workingDays: numberAt(values, "workingDays"),
    ...(department === "" ? {} : { department }),
    jointly: isTickedAt(values, "jointly"),
    fourEyes: isTickedAt(values, "fourEyes"),
    checklist: listAt(values, "checklist").map((one) => {
      const point = asValues(one);
      return {
        code: trimmedAt(point, "code"),
        name: localized(point, "name"),
        critical: isTickedAt(point, "critical"),
      };
    }),
  };
}

function checkOf(values: Values): RuleCheckInput {
  const otherwise = textAt(values, "otherwise");
  return {
    code: trimmedAt(values, "code"),
    name: localized(values, "name"),
    failed: localized(values, "failed"),
    advice: localized(values, "advice"),
    holds: { ...readObject(textAt(values, "holds")) },
    otherwise: isOf(OTHERWISE, otherwise) ? otherwise : "ROUTE",
    ground: lawOf(asValues(values["ground"])),
  };
}
