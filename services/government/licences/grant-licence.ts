import type { CreditCode } from "../../field/credit-code.ts";
import { isRegionCode } from "../../field/region.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ApplicationId, getApplication, type LeftUndecided, officesOf } from "../cases/index.ts";
import { foodBusinessIn, textIn } from "./food-business.ts";
import { endLicence, endOfTerm, type Licence, renewalWindow, renewLicence, statusOf } from "./licence.ts";
import { isLicenceNumber, licenceNumber, SEQUENCE_MAX, seriesOf } from "./licence-number.ts";
import {
  getLicence,
  type LicenceStore,
  lastOf,
  putLicence,
  putOfCase,
  putOfHolder,
  putRenewal,
  putSeries,
} from "./store.ts";

export type LicencePorts = LicenceStore & { readonly now: Instant };

/** The case that a licence is granted, renewed or cancelled by; `form` is as the item's schema has it. */
export type LicenceCase = {
  readonly application: ApplicationId;
  /** The credit code of the enterprise whose matter it is; none for a person's. */
  readonly holder: CreditCode | undefined;
  readonly submittedAt: Instant | undefined;
  /** The department that answers for the case. */
  readonly department: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
  /** Those that answered for the case, or for its item, before. */
  readonly offices?: readonly string[];
  readonly form: Readonly<Record<string, unknown>>;
};

/** As much of it as tells whether an act can be done: the department's name is for a licence that is issued. */
export type AskedLicence = Omit<LicenceCase, "department"> & {
  readonly department: Pick<LicenceCase["department"], "code">;
};

export const LICENCE_ACTS = ["ISSUE", "RENEW", "CANCEL"] as const;
export type LicenceAct = (typeof LICENCE_ACTS)[number];

/** Keeps a licence from being issued, renewed or cancelled; `path` leads to the field of the form that it lies in. */
export type LicenceImpossible = {
  readonly code:
    | "LICENCE_FOR_ENTERPRISES"
    | "CREDIT_CODE_OF_ANOTHER"
    | "PREMISES_REGION_UNKNOWN"
    | "LICENCE_FORM_UNFIT"
    | "LICENCE_NUMBERS_USED_UP"
    | "LICENCE_NOT_HELD"
    | "LICENCE_ENDED"
    | "RENEWAL_TOO_EARLY"
    | "RENEWAL_TOO_LATE";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

type Grantable = Result<Licence, LicenceImpossible>;

/**
 * The obstacle in the way of a licence case, said before it is handed in and not after its review: a credit
 * code that is not the applicant enterprise's, a licence that is not its or has ended, a renewal out of its time.
 */
export async function licenceObstacle(
  ports: LicencePorts,
  act: LicenceAct,
  given: AskedLicence,
): Promise<LicenceImpossible | undefined> {
  const { form, holder } = given;
  if (!holder) return { code: "LICENCE_FOR_ENTERPRISES", path: ["creditCode"] };
  if (textIn(form, "creditCode") !== holder) return { code: "CREDIT_CODE_OF_ANOTHER", path: ["creditCode"] };
  const region = textIn(form, "premisesRegion");
  if (region && !isRegionCode(region)) return { code: "PREMISES_REGION_UNKNOWN", path: ["premisesRegion"] };
  if (act === "ISSUE" || !textIn(form, "licenceNumber")) return undefined;
  const found = await licenceToChange(ports, act, given);
  return found.ok ? undefined : found.error;
}

/** All that a granted case writes of its licence, for the commit of its decision. */
export function grantLicence(
  ports: LicencePorts,
  act: LicenceAct,
  given: LicenceCase,
): Promise<Result<readonly TransactItem[], LicenceImpossible>> {
  return act === "ISSUE" ? issue(ports, given) : change(ports, act, given);
}

/** Its number is the next in its series: of two grants at once the commit lets one stand, and the other draws anew. */
async function issue(
  ports: LicencePorts,
  { application, holder, department, form }: LicenceCase,
): Promise<Result<readonly TransactItem[], LicenceImpossible>> {
  const business = foodBusinessIn(form);
  if (!business || business.holder !== holder) return err({ code: "LICENCE_FORM_UNFIT", path: ["id"] });
  const series = seriesOf(business.businessForm, business.region);
  const sequence = (await lastOf(ports, series)) + 1;
  if (sequence > SEQUENCE_MAX) return err({ code: "LICENCE_NUMBERS_USED_UP", path: ["id"] });
  const issuedOn = dateAt(ports.now);
  const licence: Licence = {
    ...{ ...business, department: department.code, departmentName: department.name },
    ...{ number: licenceNumber(series, sequence), type: "food-business-licence", issuedOn, revision: 1 },
    terms: [{ application, validUntil: endOfTerm(issuedOn) }],
  };
  return ok([
    putLicence(ports, licence),
    putSeries(ports, series, sequence),
    putOfHolder(ports, licence),
    putOfCase(ports, application, licence),
  ]);
}

async function change(
  ports: LicencePorts,
  act: "RENEW" | "CANCEL",
  given: LicenceCase,
): Promise<Result<readonly TransactItem[], LicenceImpossible>> {
  const { application } = given;
  const found = await licenceToChange(ports, act, given);
  if (!found.ok) return err({ ...found.error, path: ["id"] });
  const licence =
    act === "RENEW"
      ? renewLicence(found.value, application, dateAt(ports.now))
      : endLicence(found.value, { how: "CANCELLED", at: ports.now, application });
  return ok([putLicence(ports, licence), putOfCase(ports, application, licence)]);
}

/**
 * The fate of a renewal that nobody decides: asked for in time it counts as granted when the licence ends (Administrative
 * Licensing Law, art. 50 (2)); in the last fifteen working days, or put right only after the end, the business rests from the
 * end on until the decision (食品经营许可和备案管理办法, art. 32).
 */
export async function undecidedRenewal(
  ports: LicencePorts,
  given: AskedLicence,
): Promise<LeftUndecided | undefined> {
  const found = await licenceToChange(ports, "RENEW", given);
  if (!found.ok) return undefined;
  const { inTimeUntil, closesOn } = renewalWindow(found.value);
  const isInTime = dateAt(given.submittedAt ?? ports.now) <= inTimeUntil;
  const isPutRightLate = isInTime && dateAt(ports.now) > closesOn;
  const fate = isPutRightLate ? "RESTS_PUT_RIGHT_LATE" : isInTime ? "GRANTED" : "RESTS";
  const writes = fate === "GRANTED" ? [putRenewal(ports, found.value.number, given.application)] : [];
  return { undecided: { after: closesOn, fate }, writes };
}

/** The licence that a case names, as far as it is the applicant's and the act can still be done to it. */
async function licenceToChange(
  ports: LicencePorts,
  act: "RENEW" | "CANCEL",
  { form, holder, department, offices = [], submittedAt }: AskedLicence,
): Promise<Grantable> {
  const path = ["licenceNumber"];
  const number = textIn(form, "licenceNumber");
  const licence = isLicenceNumber(number) ? await getLicence(ports, number) : undefined;
  // Somebody else's answers as an unknown one.
  if (!licence || licence.holder !== holder || !(await isOf(ports, licence, [department.code, ...offices])))
    return err({ code: "LICENCE_NOT_HELD", path });
  if (licence.ended) return err({ code: "LICENCE_ENDED", path });
  return act === "RENEW" ? checkInTime(licence, dateAt(submittedAt ?? ports.now)) : ok(licence);
}

/** Whether a licence was issued by one of these departments, or was begun at one that handed its case on. */
async function isOf(
  ports: LicencePorts,
  { department, terms }: Licence,
  offices: readonly string[],
): Promise<boolean> {
  if (offices.includes(department)) return true;
  const [issue] = terms;
  const issuing = issue && (await getApplication(ports, issue.application));
  return issuing !== undefined && officesOf(issuing).some((office) => offices.includes(office));
}

/** The day on which it was asked for counts, not that of the decision (Administrative Licensing Law, art. 50). */
function checkInTime(licence: Licence, on: ReturnType<typeof dateAt>): Grantable {
  const { opensOn, closesOn } = renewalWindow(licence);
  const path = ["licenceNumber"];
  if (on < opensOn) return err({ code: "RENEWAL_TOO_EARLY", values: { date: opensOn }, path });
  if (on > closesOn || statusOf(licence, on) !== "VALID") {
    return err({ code: "RENEWAL_TOO_LATE", values: { date: closesOn }, path });
  }
  return ok(licence);
}
