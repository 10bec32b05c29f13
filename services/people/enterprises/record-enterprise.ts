import type { CreditCode } from "../../field/credit-code.ts";
import { enterpriseAs, subjectKey } from "../../field/subject.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkStatement, type Enterprise, type Invalid, isStatedSo, type Statement } from "./enterprise.ts";
import { type EnterpriseStore, getEnterprise, putActsFor, putEnterprise } from "./store.ts";

export type RecordPorts = EnterpriseStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "citizenDigest">;
};

export type RecordRefusal = Invalid | { readonly code: "OUTSIDE_JURISDICTION" };

/** How often a statement is compared anew when another came between. */
const ATTEMPTS_MAX = 4;

/**
 * Keeps what the market-supervision register states of an enterprise, as an officer of its region reads it there.
 * Stated again it changes nothing. Nobody records an enterprise as their own, and an officer whom the platform does not
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
    if (await write(ports, next)) return ok(next);
    ports.database.forget();
  }
  throw new Error(`what is stated of enterprise ${stated.creditCode} changed ${ATTEMPTS_MAX} times`);
}

async function write(ports: RecordPorts, next: Enterprise): Promise<boolean> {
  const { actor, now: at, requestId, mode } = ports;
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: aggregateOf(next.creditCode), table: recordsTable(mode) },
    action: "enterprises.enterprise.recorded",
    writes: [
      putEnterprise(ports, next),
      putActsFor(ports, next.legalRepresentative, enterpriseAs(next.creditCode)),
    ],
  });
  return done.ok;
}

const aggregateOf = (code: CreditCode): string => subjectKey(enterpriseAs(code));
