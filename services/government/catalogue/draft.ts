import type { Handling } from "../../field/licensing-law.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { ApprovalRule } from "./approval-rule.ts";
import { checkForm } from "./form-fault.ts";
import type { HeldRecord } from "./held-record.ts";
import type { ChecklistPoint, Violation, WorkflowStep } from "./item-terms.ts";
import { type LicenceInput, readLicence } from "./licence-draft.ts";
import { type Fee, ITEM_CODE_LENGTH, type ItemContent, isItemCode, type Material } from "./service-item.ts";
import { readDepartment, readLegalBasis, startReading, type TermReader, tooLarge } from "./term-reader.ts";
import type { WindowAgreement } from "./window-agreement.ts";

type Absent = null | undefined;

type SaidOtherwise =
  | "handedInAt"
  | "lifeEvents"
  | "handling"
  | "materials"
  | "steps"
  | "fee"
  | "rule"
  | "effect"
  | "licence";

/** A draft as an editor sends it. */
export type DraftInput = Omit<
  ItemContent,
  SaidOtherwise | "extensionWorkingDays" | "ownFromAge" | "limitCoversDelivery"
> & {
  readonly handedInAt?: readonly AgreementInput[] | Absent;
  readonly limitCoversDelivery?: boolean | Absent;
  readonly handling?: Handling | Absent;
  readonly extensionWorkingDays?: number | Absent;
  readonly ownFromAge?: number | Absent;
  readonly lifeEvents?: ItemContent["lifeEvents"] | Absent;
  readonly materials: readonly (Omit<
    Material,
    "replacedByLicence" | "licenceOf" | "licenceFields" | "filledBy"
  > & {
    readonly replacedByLicence?: string | Absent;
    readonly licenceOf?: "OWN" | Material["licenceOf"] | Absent;
    readonly licenceFields?: readonly string[] | Absent;
    readonly filledBy?: HeldRecord | Absent;
  })[];
  readonly steps: readonly StepInput[];
  readonly rule?: ApprovalRule | Absent;
  readonly effect?: ItemContent["effect"] | Absent;
  readonly licence?: LicenceInput | Absent;
  readonly fee: Omit<Fee, "basis"> & { readonly basis?: string | Absent };
};

type AgreementInput = Omit<WindowAgreement, "until"> & { readonly until?: WindowAgreement["until"] | Absent };

type StepInput = Omit<WorkflowStep, "department" | "jointly" | "fourEyes" | "checklist"> & {
  readonly department?: string | Absent;
  readonly jointly?: boolean | Absent;
  readonly fourEyes?: boolean | Absent;
  readonly checklist?: readonly ChecklistPoint[] | Absent;
};

const LIMITS = {
  MATERIALS_MAX: 50,
  STEPS_MAX: 30,
  CHECKLIST_MAX: 50,
  CHECKS_MAX: 30,
  AGREEMENTS_MAX: 90,
  BASIS_LENGTH_MAX: 200,
  LICENCE_FIELDS_MAX: 20,
  FIELD_LENGTH_MAX: 60,
} as const;

/**
 * Brings a draft into its one form, and refuses what cannot be kept: too much, control characters, codes that are
 * none. The gaps of a draft are no matter before it is published.
 */
export function checkDraft(input: DraftInput): Result<ItemContent, Violation> {
  if (!isItemCode(input.code)) {
    const values = { min: String(ITEM_CODE_LENGTH.min), max: String(ITEM_CODE_LENGTH.max) };
    return err({ code: "ITEM_CODE_INVALID", values, path: ["code"] });
  }
  const form = checkForm(input.form);
  if (!form.ok) return form;
  const read = startReading();
  const {
    rule,
    effect,
    licence,
    handedInAt,
    lifeEvents,
    handling,
    extensionWorkingDays,
    ownFromAge,
    limitCoversDelivery,
    ...rest
  } = input;
  const content: ItemContent = {
    ...rest,
    name: read.name(input.name, "name"),
    department: readDepartment(read, input.department),
    regions: read.set(input.regions, "regions"),
    ...(handedInAt?.length ? { handedInAt: readAgreements(read, handedInAt) } : {}),
    legalBasis: readLegalBasis(read, input.legalBasis),
    audiences: [...new Set(input.audiences)],
    ...(lifeEvents?.length ? { lifeEvents: [...new Set(lifeEvents)] } : {}),
    channels: [...new Set(input.channels)],
    ...(limitCoversDelivery ? { limitCoversDelivery } : {}),
    ...(handling === "JOINT" ? { handling } : {}),
    ...(extensionWorkingDays == null ? {} : { extensionWorkingDays }),
    ...(ownFromAge == null ? {} : { ownFromAge }),
    form: form.value,
    materials: readMaterials(read, input.materials),
    steps: readSteps(read, input.steps, input.department.code),
    fee: readFee(read, input.fee),
    ...(rule ? { rule: readRule(read, rule) } : {}),
    ...(effect ? { effect } : {}),
    ...(licence ? { licence: readLicence(read, licence) } : {}),
  };
  const problem = read.problem() ?? tooLarge(content, "ITEM_TOO_LARGE");
  return problem ? err(problem) : ok(content);
}

const readAgreements = (read: TermReader, agreements: readonly AgreementInput[]): WindowAgreement[] =>
  read.list(agreements, LIMITS.AGREEMENTS_MAX, "handedInAt", ({ region, from, until, basis }, i) => ({
    ...{ region, from, ...(until ? { until } : {}) },
    basis: read.law(basis, "handedInAt", i, "basis"),
  }));

const readMaterials = (read: TermReader, materials: DraftInput["materials"]): Material[] =>
  read.list(
    materials,
    LIMITS.MATERIALS_MAX,
    "materials",
    ({ code, name, required, replacedByLicence, licenceOf, licenceFields, filledBy }, i) => ({
      code: read.code(code, "materials", i, "code"),
      name: read.name(name, "materials", i, "name"),
      required,
      ...(replacedByLicence
        ? { replacedByLicence: read.code(replacedByLicence, "materials", i, "replacedByLicence") }
        : {}),
      ...(licenceOf === "HOUSEHOLD" ? { licenceOf } : {}),
      ...(licenceFields?.length ? { licenceFields: readFields(read, licenceFields, i) } : {}),
      ...(filledBy ? { filledBy } : {}),
    }),
  );

const readFields = (read: TermReader, fields: readonly string[], material: string): string[] => {
  const path = ["materials", material, "licenceFields"];
  if (fields.length > LIMITS.LICENCE_FIELDS_MAX)
    read.refuse({ code: "TOO_MANY", values: { max: String(LIMITS.LICENCE_FIELDS_MAX) }, path });
  const texts = fields.map((field, i) => read.text(field, LIMITS.FIELD_LENGTH_MAX, ...path, String(i)));
  return [...new Set(texts.filter((text) => text !== ""))];
};

const readSteps = (read: TermReader, steps: readonly StepInput[], own: string): WorkflowStep[] =>
  read.list(steps, LIMITS.STEPS_MAX, "steps", ({ code, name, role, workingDays, ...how }, i) => ({
    code: read.code(code, "steps", i, "code"),
    name: read.name(name, "steps", i, "name"),
    role: read.code(role, "steps", i, "role"),
    workingDays,
    // A step of the item's own department is its case's, to whichever department that is handed on.
    ...(how.department && how.department !== own
      ? { department: read.code(how.department, "steps", i, "department") }
      : {}),
    ...(how.jointly ? { jointly: true } : {}),
    ...(how.fourEyes ? { fourEyes: true } : {}),
    ...(how.checklist?.length ? { checklist: readChecklist(read, how.checklist, i) } : {}),
  }));

const readChecklist = (read: TermReader, points: readonly ChecklistPoint[], step: string): ChecklistPoint[] =>
  read.list(points, LIMITS.CHECKLIST_MAX, "steps", ({ code, name, critical }, i) => ({
    code: read.code(code, "steps", step, "checklist", i, "code"),
    name: read.name(name, "steps", step, "checklist", i, "name"),
    critical,
  }));

const readRule = (read: TermReader, { checks, samplePercent }: ApprovalRule): ApprovalRule => ({
  checks: read.list(
    checks,
    LIMITS.CHECKS_MAX,
    "rule",
    ({ code, name, failed, advice, holds, otherwise, ground }, i) => {
      const expression = checkForm(holds);
      if (!expression.ok) read.refuse({ ...expression.error, path: ["rule", "checks", i, "holds"] });
      return {
        code: read.code(code, "rule", "checks", i, "code"),
        name: read.name(name, "rule", "checks", i, "name"),
        failed: read.sentence(failed, "rule", "checks", i, "failed"),
        advice: read.sentence(advice, "rule", "checks", i, "advice"),
        ...{ holds, otherwise, ground: read.law(ground, "rule", "checks", i, "ground") },
      };
    },
  ),
  samplePercent,
});

function readFee(read: TermReader, { amount: given, basis }: DraftInput["fee"]): Fee {
  const amount = read.amount(given, "fee", "amount");
  const text = basis && read.text(basis, LIMITS.BASIS_LENGTH_MAX, "fee", "basis");
  return text ? { amount, basis: text } : { amount };
}
