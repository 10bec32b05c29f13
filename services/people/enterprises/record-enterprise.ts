import type { CreditCode } from "../../field/credit-code.ts";
import { enterpriseAs, subjectKey } from "../../field/subject.ts";
import type { Mode, Officer } from "../../kernel/actor.ts";
import type { Event } from "../../kernel/commit/event.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import {
  changesWhoMayAct,
  checkStatement,
  type Enterprise,
  type Invalid,
  isStatedSo,
  type Statement,
} from "./enterprise.ts";
import { type FollowedPorts, followAtOnce } from "./enterprise-follower.ts";
import { getEnterprise, putActsFor, putEnterprise } from "./store.ts";

export type RecordPorts = FollowedPorts & {
  readonly actor: Officer;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

export type RecordRefusal = Invalid | { readonly code: "OUTSIDE_JURISDICTION" };

/** How often a statement is compared anew when another came between. */
const ATTEMPTS_MAX = 4;

/**
 * Keeps what the market-supervision register states of an enterprise, as an officer of its region reads it there.
 * Stated again it changes nothing. Where another may bind it from now on, or it is no longer in business, what stands on
 * that follows at once. Nobody records an enterprise as their own, and an officer whom the platform does not
 * know as a person records none: it could be.
 */
export async function recordEnterprise(
  ports: RecordPorts,
  statement: Statement,
): Promise<Result<Enterprise, RecordRefusal>> {
  const { actor, secrets, now } = ports;
  const checked = checkStatement(statement);
  if (!checked.ok) return checked;
  const { idNumber, ...stated } = checked.value;
  if (!stated.region.startsWith(actor.jurisdiction.regionPrefix))
    return err({ code: "OUTSIDE_JURISDICTION" });
  const legalRepresentative = `ctz_${secrets.citizenDigest(idNumber)}` as const;
  if (actor.person === undefined || actor.person === legalRepresentative) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["legalRepresentative"] });
  }
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const known = await getEnterprise(ports, stated.creditCode);
    const revision = (known?.revision ?? 0) + 1;
    const next: Enterprise = {
      ...stated,
      ...{ legalRepresentative, source: actor.id, recordedAt: now, revision },
    };
    if (known && isStatedSo(known, next)) return ok(known);
    const isFollowed = known !== undefined && changesWhoMayAct(known, next);
    if (await write(ports, next, isFollowed ? known : undefined)) {
      if (isFollowed) await followAtOnce(ports, next.creditCode);
      return ok(next);
    }
    ports.database.forget();
  }
  throw new Error(`what is stated of enterprise ${stated.creditCode} changed ${ATTEMPTS_MAX} times`);
}

/** `followed` is what stood before, where something follows from the change. */
async function write(ports: RecordPorts, next: Enterprise, followed?: Enterprise): Promise<boolean> {
  const { actor, now: at, requestId, mode } = ports;
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: aggregateOf(next.creditCode), table: recordsTable(mode) },
    action: "enterprises.enterprise.recorded",
    writes: [
      putEnterprise(ports, next),
      putActsFor(ports, next.legalRepresentative, enterpriseAs(next.creditCode)),
    ],
    ...(followed ? { event: changedEvent(followed, next, mode) } : {}),
  });
  return done.ok;
}

/** Tells the legal representative who was, and the one who is: neither may know of it otherwise. */
const changedEvent = (known: Enterprise, next: Enterprise, mode: Mode): Event => ({
  type: "enterprise.changed",
  to: [known.legalRepresentative, next.legalRepresentative],
  mode,
  payload: { about: next.creditCode },
});

const aggregateOf = (code: CreditCode): string => subjectKey(enterpriseAs(code));
