import { OWN_ACTS_AGES } from "../../field/legal-capacity.ts";
import type { Handling } from "../../field/licensing-law.ts";
import type { RegionCode } from "../../field/region.ts";
import type { DayKind } from "../../field/working-days.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { MATTERS } from "../../people/enterprises/index.ts";
import type { ApprovalEffect, EffectStatements } from "./approval-effect.ts";
import { type ApprovalRule, ruleViolations } from "./approval-rule.ts";
import { unaskedFields } from "./effect-fields.ts";
import type { HeldRecord } from "./held-record.ts";
import {
  type LegalBasis,
  type LocalizedText,
  type Violation,
  violation,
  type WorkflowStep,
} from "./item-terms.ts";
import { range, wrongTimes } from "./item-times.ts";
import type { LicenceTerms } from "./licence-terms.ts";
import type { LifeEvent } from "./life-event.ts";
import { bothOf, lawTexts, missingLists, missingTexts } from "./missing-terms.ts";
import { type WindowAgreement, wrongAgreements } from "./window-agreement.ts";
import { workflowProblems } from "./workflow.ts";

export type Audience = "NATURAL_PERSON" | "LEGAL_PERSON";
export type ServiceChannel = "ONLINE" | "HALL" | "SELF_SERVICE" | "POST";

export type Department = { readonly code: string; readonly name: LocalizedText };
export type Material = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly required: boolean;
  /** A licence type (electronic licence) that replaces the paper. */
  readonly replacedByLicence?: string;
  /** The holder of that licence, where it is not the applicant: a member of their household, who has to consent. */
  readonly licenceOf?: "HOUSEHOLD";
  /** The fields of that licence that the decision needs, by their names in its type; officers read no others. */
  readonly licenceFields?: readonly string[];
  /** A record of the platform's own that stands for it. */
  readonly filledBy?: HeldRecord;
};

export type Fee = { readonly amount: Fen; readonly basis?: string };

/** A JSON Schema, draft 2020-12. */
export type Form = Readonly<Record<string, unknown>>;

/** The content of an item (事项实施清单): its purpose, its legal ground, and its terms. */
export type ItemContent = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly department: Department;
  /** Where the item is offered at all, each region with all that lies in it; the roll-out says where it is on. */
  readonly regions: readonly RegionCode[];
  /** The regions outside of these whose windows take it in. */
  readonly handedInAt?: readonly WindowAgreement[] | undefined;
  readonly legalBasis: readonly LegalBasis[];
  readonly audiences: readonly Audience[];
  /** The turns of life at which it is needed; a version from before they were named has none. */
  readonly lifeEvents?: readonly LifeEvent[] | undefined;
  readonly channels: readonly ServiceChannel[];
  /** How often an applicant has to come in person. */
  readonly visits: number;
  readonly promisedWorkingDays: number;
  readonly statutoryWorkingDays: number;
  /** The days that the legal limit counts; working days where it is not said. */
  readonly statutoryDays?: DayKind | undefined;
  /** That limit is for making and handing out as well, where its own law says so; else delivery has ten working days of its own. */
  readonly limitCoversDelivery?: boolean | undefined;
  /** Several departments decide jointly; a version from before it was said is handled by one. */
  readonly handling?: Handling | undefined;
  /** By how many working days its time can be extended, where its law says otherwise than the Licensing Law. */
  readonly extensionWorkingDays?: number | undefined;
  /**
   * From which age on a minor applies for it alone, because it only benefits them or is fit for their age (民法典, art. 19);
   * a guardian applies for every minor where it is not said.
   */
  readonly ownFromAge?: number | undefined;
  readonly form: Form;
  readonly materials: readonly Material[];
  readonly steps: readonly WorkflowStep[];
  readonly fee: Fee;
  /** None where people decide every application. */
  readonly rule?: ApprovalRule | undefined;
  /** The effect that a grant has by itself, in the commit of the decision. */
  readonly effect?: ApprovalEffect | undefined;
  /** Of the effect LICENCE: what comes of which licence. */
  readonly licence?: LicenceTerms | undefined;
};

/** An item's draft (version 0), or one of its published versions, which never change. */
export type ServiceItem = ItemContent & { readonly version: number; readonly publishedAt?: Instant };

export type PublishedItem = ServiceItem & { readonly publishedAt: Instant };

/** The draft counts its savings, so that a decision can tell whether it was replaced meanwhile. */
export type Draft = ItemContent & {
  readonly revision: number;
  /** All who have saved it since the last publication. Drafts from before this was kept name nobody. */
  readonly editors?: readonly OfficerId[] | undefined;
  /** The same as persons, for one may have two sign-ins. */
  readonly editorPersons?: readonly CitizenId[] | undefined;
};

export const DRAFT_VERSION = 0;
const VISITS_MAX = 9;

/** A mistake in a form, in English, and its place. */
export type FormProblem = { readonly problem: string; readonly path: readonly string[] };

/** Refuses an item; names every rule that it breaks. */
export type NotPublishable = { readonly code: "NOT_PUBLISHABLE"; readonly violations: readonly Violation[] };

/** How a form is looked at before it is published. */
export type FormReview = {
  /** All that keeps it from being a form. */
  readonly problems: (form: Form) => readonly FormProblem[];
  /** All that people would miss in it. */
  readonly gaps: (form: Form) => readonly Violation[];
};

/**
 * Whether a draft may be published (设定依据 above all: no power without a law); `effects` are those that there are. Gaps
 * are told of a form that is one.
 */
export function publishable(
  draft: ItemContent,
  review: FormReview,
  effects: EffectStatements,
): Result<ItemContent, NotPublishable> {
  const effect = draft.effect && effects.get(draft.effect);
  const violations = [
    ...missingParts(draft),
    ...wrongTimes(draft),
    ...wrongAgreements(draft),
    ...wrongNumbers(draft),
    ...formViolations(draft.form, review),
    ...repeatedCodes("materials", draft.materials),
    ...draft.materials.flatMap(namelessLicence),
    ...repeatedCodes("steps", draft.steps),
    ...workflowProblems(draft.steps),
    ...(draft.effect && !effect ? [violation("EFFECT_UNKNOWN", ["effect"], { value: draft.effect })] : []),
    ...((draft.licence === undefined) === (draft.effect !== "LICENCE")
      ? []
      : [violation("LICENCE_TERMS_ALONE", ["licence"])]),
    ...unaskedFields(draft.form, effect),
    ...(draft.rule ? ruleViolations(draft.rule, effect?.facts) : []),
  ];
  return violations.length > 0 ? err({ code: "NOT_PUBLISHABLE", violations }) : ok(draft);
}

/** The holder of a licence and its fields say nothing without its type. */
const namelessLicence = (
  { replacedByLicence, licenceOf, licenceFields = [] }: Material,
  i: number,
): Violation[] =>
  replacedByLicence === undefined && (licenceOf !== undefined || licenceFields.length > 0)
    ? [violation("MATERIAL_LICENCE_UNNAMED", ["materials", String(i), "replacedByLicence"])]
    : [];

/** All that is wrong with a form; gaps are told of one that is a form. */
export function formViolations(form: Form, review: FormReview): readonly Violation[] {
  const broken = review.problems(form);
  return broken.length > 0
    ? broken.map(({ problem, path }) => violation("FORM_INVALID", ["form", ...path], { problem }))
    : review.gaps(form);
}

const missingParts = (draft: ItemContent): Violation[] => [
  ...missingLists([
    ["LEGAL_BASIS_MISSING", "legalBasis", draft.legalBasis],
    ["REGION_MISSING", "regions", draft.regions],
    ["AUDIENCE_MISSING", "audiences", draft.audiences],
    ["CHANNEL_MISSING", "channels", draft.channels],
    ["STEP_MISSING", "steps", draft.steps],
  ]),
  ...missingTexts([
    ...bothOf(draft.name, "name"),
    ...bothOf(draft.department.name, "department", "name"),
    ...draft.materials.flatMap(({ name }, i) => bothOf(name, "materials", String(i), "name")),
    ...draft.steps.flatMap(({ name }, i) => bothOf(name, "steps", String(i), "name")),
    ...lawTexts(draft.legalBasis),
  ]),
];

const wrongNumbers = ({ visits, ownFromAge }: ItemContent): Violation[] => [
  ...range("VISITS_OUT_OF_RANGE", visits, VISITS_MAX, "visits"),
  ...(ownFromAge === undefined || (ownFromAge >= OWN_ACTS_AGES.min && ownFromAge < OWN_ACTS_AGES.max)
    ? []
    : [violation("OWN_AGE_OUT_OF_RANGE", ["ownFromAge"], OWN_AGES)]),
];

const OWN_AGES = { min: String(OWN_ACTS_AGES.min), max: String(OWN_ACTS_AGES.max - 1) };

function repeatedCodes(field: string, list: readonly { readonly code: string }[]): Violation[] {
  const codes = list.map(({ code }) => code);
  return codes.flatMap((code, i) =>
    codes.indexOf(code) < i
      ? [violation("CODE_NOT_UNIQUE", [field, String(i), "code"], { value: code })]
      : [],
  );
}

/** As much of an item as jurisdiction depends on. */
export type Responsibility = {
  readonly department: { readonly code: string };
  readonly regions: readonly RegionCode[];
};

export type OutsideJurisdiction = { readonly code: "OUTSIDE_JURISDICTION" };

/**
 * Whether an officer's jurisdiction covers an item: its department, and every region. One that names no region yet
 * belongs to those only who are responsible for the whole country; else the next officer could take it over.
 */
export function mayEdit(
  { department, regions }: Responsibility,
  { regionPrefix, departments }: Officer["jurisdiction"],
): boolean {
  const isOwnDepartment = departments.length === 0 || departments.includes(department.code);
  const isOwnRegion = regions.length > 0 || regionPrefix === "";
  return isOwnDepartment && isOwnRegion && regions.every((region) => region.startsWith(regionPrefix));
}

const CODE = /^[A-Za-z0-9-]{6,31}$/;

/** The national catalogue's codes have 31 characters (国家政务服务平台 实施编码); shorter ones are a city's own. */
export const isItemCode = (text: string): boolean => CODE.test(text) && !isMatter(text);

/** Authorities name matters beside items, and mean one or the other. */
const isMatter = (text: string): boolean => MATTERS.some((matter) => matter === text);

export const ITEM_CODE_LENGTH = { min: 6, max: 31 };

const ID = /^itm_([A-Za-z0-9-]{6,31})\.(0|[1-9]\d{0,4})$/;

/** `itm_{code}.{version}`: each version is a record of its own, and so is the draft, version 0. */
export const itemId = ({ code, version }: Pick<ServiceItem, "code" | "version">): string =>
  `itm_${code}.${version}`;

export function parseItemId(id: string): Pick<ServiceItem, "code" | "version"> | undefined {
  const [, code, version] = ID.exec(id) ?? [];
  return code && version ? { code, version: Number(version) } : undefined;
}
