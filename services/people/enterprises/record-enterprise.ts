import type { CreditCode } from "../../field/credit-code.ts";
import { documentOf } from "../../field/identity-document.ts";
import { enterpriseAs, subjectKey } from "../../field/subject.ts";
import type { Mode, Officer } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Stale } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../kernel/commit/event.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { findBorn, isMinor } from "../citizens/index.ts";
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

/**
 * Keeps what the market-supervision register states of an enterprise, as an officer of its region reads it there.
 * Stated again it changes nothing. Where another may bind it from now on, or it is no longer in business, what stands on
 * that follows at once. Nobody records an enterprise as their own, and an officer whom the platform does not
 * know as a person records none: it could be. A minor represents none (市场主体登记管理条例, art. 12 (1)).
 */
export async function recordEnterprise(
  ports: RecordPorts,
  statement: Statement,
): Promise<Result<Enterprise, RecordRefusal>> {
  const { actor, secrets, now } = ports;
  const checked = checkStatement(statement, dateAt(now));
  if (!checked.ok) return checked;
  const { idNumber, ...stated } = checked.value;
  if (!stated.region.startsWith(actor.jurisdiction.regionPrefix))
    return err({ code: "OUTSIDE_JURISDICTION" });
  const legalRepresentative = `ctz_${secrets.citizenDigest(idNumber)}` as const;
  if (actor.person === undefined || actor.person === legalRepresentative) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["legalRepresentative"] });
  }
  const born = await findBorn(ports, legalRepresentative, documentOf(idNumber).born);
  if (isMinor(born, now))
    return err({ code: "REPRESENTATIVE_UNDER_AGE", path: ["legalRepresentative", "idNumber"] });
  return decideUntilWritten({
    database: ports.database,
    about: `what is stated of enterprise ${stated.creditCode}`,
    read: () => getEnterprise(ports, stated.creditCode),
    decide: (known) => {
      const revision = (known?.revision ?? 0) + 1;
      const next: Enterprise = {
        ...stated,
        ...{ legalRepresentative, source: actor.id, recordedAt: now, revision },
      };
      return known && isStatedSo(known, next) ? unchanged(ok(known)) : ok({ before: known, after: next });
    },
    write: async ({ before, after }) => {
      const followed = before && changesWhoMayAct(before, after) ? before : undefined;
      const done = await write(ports, after, followed);
      if (done.ok && followed) await followAtOnce(ports, after.creditCode);
      return done;
    },
  });
}

/** `followed` is what stood before, where something follows from the change. */
function write(ports: RecordPorts, next: Enterprise, followed?: Enterprise): Promise<Result<void, Stale>> {
  const { actor, now: at, requestId, mode } = ports;
  return ports.commit({
    ...{ actor, at, requestId, aggregate: aggregateOf(next.creditCode), table: recordsTable(mode) },
    action: "enterprises.enterprise.recorded",
    writes: [
      putEnterprise(ports, next),
      putActsFor(ports, next.legalRepresentative, enterpriseAs(next.creditCode)),
    ],
    ...(followed ? { event: changedEvent(followed, next, mode) } : {}),
  });
}

/** Tells the legal representative who was, and the one who is: neither may know of it otherwise. */
const changedEvent = (known: Enterprise, next: Enterprise, mode: Mode): Event => ({
  type: "enterprise.changed",
  to: [known.legalRepresentative, next.legalRepresentative],
  mode,
  payload: { about: next.creditCode },
});

const aggregateOf = (code: CreditCode): string => subjectKey(enterpriseAs(code));
