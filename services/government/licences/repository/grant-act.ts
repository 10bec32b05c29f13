import type { CreditCode } from "../../../field/credit-code.ts";
import { isLicenceSerial, LICENCE_VERSION_MAX } from "../../../field/licence-identifier.ts";
import type { RegionCode } from "../../../field/region.ts";
import { type Subject, subjectKey } from "../../../field/subject.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { LicenceTerms, LocalizedText, RuleInputs } from "../../catalogue/index.ts";
import { evaluateExpression, isOffered } from "../../catalogue/index.ts";
import type { LicenceId } from "../ids.ts";
import { findLicenceType } from "../types/find-licence-types.ts";
import type { Issuer, PublishedType } from "../types/licence-type.ts";
import {
  type ElectronicLicence,
  type LicenceNotInForce,
  nextVersion,
  standAnew,
  whyNotDone,
} from "./electronic-licence.ts";
import { type ContentUnfit, contentBy, endOfTerm } from "./licence-content.ts";
import {
  electronicLicenceByNumber,
  putElectronicLicence,
  putLicenceOfCase,
  putPointers,
  putVersionBefore,
  type Repository,
} from "./repository-store.ts";

export type ActPorts = Repository & { readonly now: Instant };

/** The case that an act is decided in; `inputs` are what its item's expressions read. */
export type ActCase = {
  readonly application: ApplicationId;
  readonly subject: Subject;
  readonly submittedAt: Instant | undefined;
  /** The department that answers for the case, which issues the licence. */
  readonly department: string;
  readonly region: RegionCode;
  readonly terms: LicenceTerms;
  readonly inputs: RuleInputs;
};

/** Keeps an act from being done; `path` leads to the field of the form that names the licence, or to `id`. */
export type ActImpossible = {
  readonly code:
    | "LICENCE_HOLDER_KIND"
    | "LICENCE_ISSUER_MISSING"
    | "LICENCE_NUMBER_UNFIT"
    | "LICENCE_NUMBER_TAKEN"
    | "LICENCE_VERSIONS_USED_UP"
    | "LICENCE_NOT_IN_REPOSITORY"
    | LicenceNotInForce["code"]
    | ContentUnfit["code"];
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

type Possible<T> = Result<T, ActImpossible>;

/** Where an obstacle lies: in the field that says the number, where one field says it, else in the case itself. */
const placeOf = ({ number }: LicenceTerms): readonly string[] => {
  const read = number?.["var"];
  return typeof read === "string" && read.startsWith("form.") ? read.split(".").slice(1) : ["id"];
};

/** An act that is already known to fail when the case is handed in: the licence, the holder or the issuer is not the one for it. */
export async function actObstacle(ports: ActPorts, given: ActCase): Promise<ActImpossible | undefined> {
  const found = given.terms.act === "ISSUE" ? await issuing(ports, given) : await changing(ports, given);
  return found.ok ? undefined : found.error;
}

/** All that a granted case writes of its licence, for the commit of its decision. */
export async function grantAct(ports: ActPorts, given: ActCase): Promise<Possible<readonly TransactItem[]>> {
  const done = given.terms.act === "ISSUE" ? await issue(ports, given) : await change(ports, given);
  // At a desk nobody fills the form in.
  return done.ok ? done : err({ ...done.error, path: ["id"] });
}

type Issuing = { readonly type: PublishedType; readonly issuer: Issuer };

/** The type in force. Throws for one that is none: no such item is published. Errors: LICENCE_HOLDER_KIND. */
async function typeFor(
  { database }: ActPorts,
  { terms, subject }: ActCase,
): Promise<Possible<PublishedType>> {
  const type = await findLicenceType(terms.type, undefined, database);
  if (!type) throw new Error(`no licence type ${terms.type} is in force`);
  const { holderKind } = type;
  return holderKind === "THING" || holderKind === subject.kind
    ? ok(type)
    : err({ code: "LICENCE_HOLDER_KIND", path: ["id"] });
}

/** The issuing authority that the department is, in a region on a day. Errors: LICENCE_ISSUER_MISSING. */
function issuerFor(
  { issuers }: Pick<PublishedType, "issuers">,
  { department, region }: Pick<ActCase, "department" | "region">,
  on: CivilDate,
): Possible<Issuer> {
  const issuer = issuers.find(
    (one) =>
      one.department.code === department &&
      one.from <= on &&
      (one.until === undefined || on <= one.until) &&
      isOffered(one.regions, region),
  );
  return issuer ? ok(issuer) : err({ code: "LICENCE_ISSUER_MISSING", path: ["id"] });
}

async function issuing(ports: ActPorts, given: ActCase): Promise<Possible<Issuing>> {
  const type = await typeFor(ports, given);
  if (!type.ok) return type;
  const issuer = issuerFor(type.value, given, dateAt(ports.now));
  return issuer.ok ? ok({ type: type.value, issuer: issuer.value }) : issuer;
}

async function issue(ports: ActPorts, given: ActCase): Promise<Possible<readonly TransactItem[]>> {
  const found = await issuing(ports, given);
  if (!found.ok) return found;
  const { type, issuer } = found.value;
  const { application, subject: holder, region } = given;
  const [made, serial] = [versionOf(ports, given, found.value), await numberFor(ports, given, type)];
  if (!made.ok) return made;
  if (!serial.ok) return serial;
  const id: LicenceId = `lic_${application.slice("app_".length)}`;
  const licence: ElectronicLicence = {
    ...{ id, type: type.code, typeCode: type.typeCode, number: serial.value, holder, region, revision: 1 },
    current: { ...made.value, act: "ISSUE", version: 1, issuer: authorityOf(issuer) },
  };
  return ok([
    putElectronicLicence(ports, licence),
    ...putPointers(ports, licence),
    putLicenceOfCase(ports, application, id),
  ]);
}

const authorityOf = ({
  department,
  creditCode,
}: Issuer): {
  readonly department: { readonly code: string; readonly name: LocalizedText };
  readonly creditCode: CreditCode;
} => ({ department, creditCode });

/** A version by the item's terms; `before` is what the licence said until now, and until when. */
function versionOf(
  { now }: ActPorts,
  { application, terms, inputs }: ActCase,
  { type, issuer }: Issuing,
  before?: ElectronicLicence["current"],
): Possible<Omit<ElectronicLicence["current"], "version" | "act">> {
  const on = dateAt(now);
  const content = contentBy(terms, type, inputs, { on, ...(before ? { before: before.content } : {}) });
  if (!content.ok) return err({ ...content.error, path: ["id"] });
  const keepsEnd = before && terms.act !== "RENEW" && type.validity.kind !== "STATED";
  const end = keepsEnd
    ? ok(before.validUntil)
    : endOfTerm(type, content.value, terms.until && evaluateExpression(terms.until, inputs), on);
  if (!end.ok) return err({ ...end.error, path: ["id"] });
  return ok({
    ...{ typeVersion: type.version, content: content.value, issuer: authorityOf(issuer) },
    ...{ issuedOn: on, issuedAt: now, application },
    ...(end.value === undefined ? {} : { validUntil: end.value }),
  });
}

const SERIAL_LETTERS = 10;

/**
 * The number that the item gives, or one that nobody can count up from another: the year, and ten letters and digits of the case's
 * own id, the next ten where they are given out.
 */
async function numberFor(
  ports: ActPorts,
  { application, terms, inputs }: ActCase,
  { typeCode }: PublishedType,
): Promise<Possible<string>> {
  const isFree = async (serial: string) =>
    (await electronicLicenceByNumber(ports, typeCode, serial)) === undefined;
  if (terms.number) {
    const given = evaluateExpression(terms.number, inputs);
    if (typeof given !== "string" || !isLicenceSerial(given))
      return err({ code: "LICENCE_NUMBER_UNFIT", path: placeOf(terms) });
    return (await isFree(given)) ? ok(given) : err({ code: "LICENCE_NUMBER_TAKEN", path: placeOf(terms) });
  }
  const letters = application.slice("app_".length).toUpperCase();
  const year = dateAt(ports.now).slice(0, 4);
  for (const at of letters
    .slice(SERIAL_LETTERS - 1)
    .split("")
    .keys()) {
    const serial = `${year}${letters.slice(at, at + SERIAL_LETTERS)}`;
    if (await isFree(serial)) return ok(serial);
  }
  throw new Error(`all numbers of ${application} are given out`);
}

type Changing = Issuing & { readonly licence: ElectronicLicence };

/** The licence that a case names, as far as it is its subject's and the act can still be done to it here. */
async function changing(ports: ActPorts, given: ActCase): Promise<Possible<Changing>> {
  const { terms, subject, submittedAt, inputs } = given;
  const { act } = terms;
  const found = await typeFor(ports, given);
  if (!found.ok) return found;
  const type = found.value;
  const path = placeOf(terms);
  const number = terms.number && evaluateExpression(terms.number, inputs);
  const licence =
    typeof number === "string" && isLicenceSerial(number)
      ? await electronicLicenceByNumber(ports, type.typeCode, number)
      : undefined;
  // Somebody else's answers as an unknown one.
  if (!licence || subjectKey(licence.holder) !== subjectKey(subject))
    return err({ code: "LICENCE_NOT_IN_REPOSITORY", path });
  const issuer = issuerFor(type, { ...given, region: licence.region }, dateAt(ports.now));
  if (!issuer.ok) return issuer;
  // The day on which a renewal was asked for counts, not that of the decision (Administrative Licensing Law, art. 50).
  const on = dateAt(act === "RENEW" ? (submittedAt ?? ports.now) : ports.now);
  const whyNot = act === "ISSUE" ? undefined : whyNotDone(licence, act, on);
  return whyNot ? err({ ...whyNot, path }) : ok({ type, issuer: issuer.value, licence });
}

async function change(ports: ActPorts, given: ActCase): Promise<Possible<readonly TransactItem[]>> {
  const found = await changing(ports, given);
  if (!found.ok) return found;
  const { licence } = found.value;
  const { application, terms } = given;
  const ofCase = putLicenceOfCase(ports, application, licence.id);
  if (terms.act === "SUSPEND" || terms.act === "RESUME" || terms.act === "CANCEL") {
    const next = standAnew(licence, terms.act, { at: ports.now, application });
    return ok([putElectronicLicence(ports, next), ofCase]);
  }
  if (terms.act === "ISSUE") throw new Error("a licence is issued once");
  if (licence.current.version >= LICENCE_VERSION_MAX)
    return err({ code: "LICENCE_VERSIONS_USED_UP", path: ["id"] });
  const made = versionOf(ports, given, found.value, licence.current);
  if (!made.ok) return made;
  const next = nextVersion(licence, terms.act, made.value);
  return ok([putElectronicLicence(ports, next), putVersionBefore(ports, licence), ofCase]);
}
