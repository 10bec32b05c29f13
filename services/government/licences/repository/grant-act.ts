import { isLicenceSerial, LICENCE_VERSION_MAX } from "../../../field/licence-identifier.ts";
import { subjectKey } from "../../../field/subject.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { err, ok } from "../../../kernel/result.ts";
import { evaluateExpression } from "../../catalogue/index.ts";
import type { LicenceId } from "../ids.ts";
import { findPlace } from "../status/find-place.ts";
import { type ActCase, type ActImpossible, type ActPorts, type Possible, placeOf } from "./act-case.ts";
import { type ElectronicLicence, nextVersion, standAnew, whyNotDone } from "./electronic-licence.ts";
import { type Issuing, issuerFor, issuing, typeFor } from "./issuing.ts";
import { contentBy, endOfTerm } from "./licence-content.ts";
import { LICENCE_FACTS } from "./licence-facts.ts";
import { numberFor } from "./number-for.ts";
import { renewalWindow } from "./renewal.ts";
import {
  electronicLicenceByNumber,
  putElectronicLicence,
  putLicenceOfCase,
  putPointers,
} from "./repository-store.ts";
import { placeWrites, versionWrites } from "./version-places.ts";

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

async function issue(ports: ActPorts, given: ActCase): Promise<Possible<readonly TransactItem[]>> {
  const found = await issuing(ports, given);
  if (!found.ok) return found;
  const { type, region } = found.value;
  const { application, subject: holder } = given;
  const id: LicenceId = `lic_${application.slice("app_".length)}`;
  const [drawn, place] = await Promise.all([
    numberFor(ports, given, type),
    findPlace(ports, { licence: id, version: 1 }),
  ]);
  if (!drawn.ok) return drawn;
  const { serial: number, writes } = drawn.value;
  const made = versionOf(ports, given, found.value, { number });
  if (!made.ok) return made;
  const licence: ElectronicLicence = {
    ...{ id, type: type.code, typeCode: type.typeCode, number, holder, region, revision: 1 },
    current: { ...made.value, act: "ISSUE", version: 1, place },
  };
  return ok([
    putElectronicLicence(ports, licence),
    ...putPointers(ports, licence),
    putLicenceOfCase(ports, application, id),
    ...placeWrites(ports, undefined, licence),
    ...writes,
  ]);
}

/** A version by the item's terms of the licence with a number; `current` is what that said until now, and until when. */
export function versionOf(
  { now }: ActPorts,
  { application, terms, inputs: { form, facts } }: ActCase,
  { type, issuer }: Issuing,
  {
    number,
    current: before,
  }: Pick<ElectronicLicence, "number"> & Partial<Pick<ElectronicLicence, "current">>,
): Possible<Omit<ElectronicLicence["current"], "version" | "act" | "place">> {
  const on = dateAt(now);
  const inputs = { form, facts: { [LICENCE_FACTS.name]: { ...facts.licence, number } } };
  const content = contentBy(terms, type, inputs, { on, ...(before ? { before: before.content } : {}) });
  if (!content.ok) return err({ ...content.error, path: ["id"] });
  const keepsEnd = before && terms.act !== "RENEW" && type.validity.kind !== "STATED";
  const end = keepsEnd
    ? ok(before.validUntil)
    : endOfTerm(type, content.value, terms.until && evaluateExpression(terms.until, inputs), on);
  if (!end.ok) return err({ ...end.error, path: ["id"] });
  return ok({
    ...{
      typeVersion: type.version,
      content: content.value,
      issuer: { department: issuer.department, creditCode: issuer.creditCode },
    },
    ...{ issuedOn: on, issuedAt: now, application },
    ...(end.value === undefined ? {} : { validUntil: end.value }),
  });
}

type Changing = Issuing & { readonly licence: ElectronicLicence };

/** The licence that a case names, as far as it is its subject's and the act can still be done to it here. */
export async function changing(ports: ActPorts, given: ActCase): Promise<Possible<Changing>> {
  const { terms, subject, submittedAt, inputs } = given;
  const { act } = terms;
  const found = await typeFor(ports, given);
  if (!found.ok) return found;
  const type = found.value;
  const path = placeOf(terms.number);
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
  const whyNot =
    act === "ISSUE" ? undefined : (whyNotDone(licence, act, on) ?? whyNotYet(licence, terms, on));
  return whyNot ? err({ ...whyNot, path }) : ok({ type, issuer: issuer.value, licence });
}

/** A renewal that is asked for before its time. */
function whyNotYet(
  { current }: ElectronicLicence,
  { act, window }: ActCase["terms"],
  on: CivilDate,
): Pick<ActImpossible, "code" | "values"> | undefined {
  const end = act === "RENEW" ? current.validUntil : undefined;
  const opensOn = end && renewalWindow(end, window).opensOn;
  return opensOn && on < opensOn
    ? { code: "LICENCE_RENEWAL_TOO_EARLY", values: { date: opensOn } }
    : undefined;
}

async function change(ports: ActPorts, given: ActCase): Promise<Possible<readonly TransactItem[]>> {
  const found = await changing(ports, given);
  if (!found.ok) return found;
  const { licence } = found.value;
  const { application, terms } = given;
  const ofCase = putLicenceOfCase(ports, application, licence.id);
  if (terms.act === "SUSPEND" || terms.act === "RESUME" || terms.act === "CANCEL") {
    const next = standAnew(licence, terms.act, { at: ports.now, application });
    return ok([putElectronicLicence(ports, next), ofCase, ...placeWrites(ports, licence, next)]);
  }
  if (terms.act === "ISSUE") throw new Error("a licence is issued once");
  if (licence.current.version >= LICENCE_VERSION_MAX)
    return err({ code: "LICENCE_VERSIONS_USED_UP", path: ["id"] });
  const made = versionOf(ports, given, found.value, licence);
  if (!made.ok) return made;
  const version = licence.current.version + 1;
  const place = await findPlace(ports, { licence: licence.id, version });
  const next = nextVersion(licence, terms.act, { ...made.value, place });
  return ok([...versionWrites(ports, licence, next), ofCase]);
}
