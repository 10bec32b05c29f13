import type { Capacity, Subject } from "../../../field/subject.ts";
import type { Citizen, Mode, Officer, Partner, Scope } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { readReference } from "../../../people/citizens/index.ts";
import { lookUpCapacity, lookUpStanding } from "../../../people/enterprises/index.ts";
import { getPartner } from "../../../people/partners/index.ts";
import type { WindowAgreement } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { handles, isOfPartner } from "../circle.ts";
import type { Consents } from "../consents.ts";
import type { Acting } from "./acting-party.ts";
import { type Attendance, isUnderWay } from "./attendance.ts";
import { getAttendance } from "./attendance-store.ts";
import { takesIn } from "./taking-in.ts";

type Ports = {
  readonly database: Database;
  readonly mode: Mode;
  readonly actor: Citizen | Officer | Partner;
  readonly now: Instant;
  readonly consents: Consents;
  readonly secrets: Pick<Secrets, "unseal">;
};

/** The evidence for whom the caller acts. */
export type Named = {
  /** Of a clerk: the person present. */
  readonly attendance?: string | undefined;
  /** A partner's own reference of a person. */
  readonly reference?: string | undefined;
  /** The person in an id that was sealed for a partner. */
  readonly person?: CitizenId | undefined;
};

/** No such attendance of this clerk, or one that is over. */
type NotServing = { readonly code: "ATTENDANCE_NOT_FOUND" | "ATTENDANCE_OVER" };
type Serving = Extract<Acting, { kind: "CLERK" }>;

export type NotActing =
  | NotServing
  | { readonly code: "CONSENT_REQUIRED" }
  | { readonly code: "SCOPES_MISSING"; readonly granted: readonly Scope[] };

/** A partner also reads what it writes, for the answer is the case. */
export const NEEDED_SCOPES = ["APPLICATIONS_WRITE", "APPLICATIONS_READ"] as const satisfies readonly Scope[];

/** As whom the caller acts, as of this request: an attendance may be over, a consent taken back. */
export async function findActing(ports: Ports, named: Named): Promise<Result<Acting, NotActing>> {
  const { actor, secrets } = ports;
  const person = actor.kind === "PARTNER" ? personFor(actor, named, secrets) : ok(undefined);
  if (!person.ok) return person;
  if (actor.kind === "OFFICER") return findServing(ports, actor, named.attendance);
  if (named.attendance !== undefined) return err({ code: "ATTENDANCE_NOT_FOUND" });
  return actor.kind === "CITIZEN"
    ? ok({ kind: "CITIZEN", citizen: actor.id })
    : findPartner(ports, actor, person.value);
}

/** The person whom a partner names. A reference that was not made for it answers as one without a consent. */
function personFor(
  { id }: Partner,
  { reference, person }: Named,
  secrets: Ports["secrets"],
): Result<CitizenId | undefined, { readonly code: "CONSENT_REQUIRED" }> {
  if (reference === undefined) return ok(person);
  const named = readReference(reference, secrets);
  return named?.partner === id ? ok(named.citizen) : err({ code: "CONSENT_REQUIRED" });
}

/** A clerk's own attendance, over or not; another's is as an unknown one. */
export async function findAttendance(
  ports: Pick<Ports, "database" | "mode">,
  clerk: Pick<Officer, "id">,
  id: string,
): Promise<Attendance | undefined> {
  const found = isId("att", id) ? await getAttendance(ports, id) : undefined;
  return found?.clerk === clerk.id ? found : undefined;
}

/** As whom a clerk acts: for the person of an attendance that is their own and not over. */
export async function findServing(
  ports: Pick<Ports, "database" | "mode" | "now">,
  clerk: Officer,
  id: string | undefined,
): Promise<Result<Serving, NotServing>> {
  const found = id === undefined ? undefined : await findAttendance(ports, clerk, id);
  if (!found) return err({ code: "ATTENDANCE_NOT_FOUND" });
  if (!isUnderWay(found, ports.now)) return err({ code: "ATTENDANCE_OVER" });
  return ok({ kind: "CLERK", citizen: found.citizenId, clerk, attendance: found });
}

async function findPartner(
  { database, consents }: Ports,
  partner: Partner,
  person: CitizenId | undefined,
): Promise<Result<Acting, NotActing>> {
  if (person === undefined) {
    if (!holds(partner.scopes)) return err({ code: "SCOPES_MISSING", granted: partner.scopes });
    const representative = (await getPartner(database, partner.id))?.representative;
    if (!representative) throw new Error(`partner ${partner.id} is gone`);
    return ok({ kind: "PARTNER", citizen: representative, partner });
  }
  if ((await consents.open(person)).length === 0) return err({ code: "CONSENT_REQUIRED" });
  const consented = consents.scopesOf(person);
  const granted = partner.scopes.filter((scope) => consented.includes(scope));
  return holds(granted)
    ? ok({ kind: "PARTNER", citizen: person, partner, person, granted })
    : err({ code: "SCOPES_MISSING", granted });
}

const holds = (scopes: readonly Scope[]): boolean => NEEDED_SCOPES.every((scope) => scopes.includes(scope));

/** A matter as far as it tells who may act in it. */
export type Matter = Pick<Application, "region" | "department" | "tasks" | "finished" | "takenInAt"> & {
  readonly subject: Subject;
  readonly item: { readonly code: string };
};

/**
 * The capacity in which somebody may act in a matter as of this request; undefined where they may not. A clerk may what the
 * person present may, in their own jurisdiction, and never where they stand for the subject themselves. `agreements` are those of
 * the case's item, where a clerk of another region who has taken it in may do this, too.
 */
export async function lookUpActing(
  ports: Pick<Ports, "database" | "mode" | "now">,
  acting: Exclude<Acting, { kind: "CLERK" }> | Omit<Extract<Acting, { kind: "CLERK" }>, "attendance">,
  matter: Matter,
  agreements: readonly WindowAgreement[] = [],
): Promise<Capacity | undefined> {
  const { subject, item } = matter;
  if (acting.kind === "PARTNER") {
    return isOfPartner(acting.partner, acting.person, subject) ? "PARTNER" : undefined;
  }
  if (acting.kind === "CLERK" && !(await mayServe(ports, acting.clerk, matter, agreements))) return undefined;
  return lookUpCapacity(ports, acting.citizen, subject, { item: item.code, now: ports.now });
}

async function mayServe(
  ports: Pick<Ports, "database" | "mode" | "now">,
  clerk: Officer,
  matter: Matter,
  agreements: readonly WindowAgreement[],
): Promise<boolean> {
  const serves = handles(clerk, matter) || takesIn(clerk, matter, agreements, dateAt(ports.now));
  if (!serves || clerk.person === undefined) return false;
  return (await lookUpStanding(ports, clerk.person, matter.subject, ports.now)) === undefined;
}
