import { maskIdNumber } from "../../field/citizen-id-number.ts";
import { isPerson, type Subject, subjectKey } from "../../field/subject.ts";
import type { Citizen, Officer } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Event } from "../../kernel/commit/event.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { AuthorityId, CitizenId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import {
  type Authorities,
  type Authority,
  type AuthorityWish,
  checkWish,
  grant,
  type TooManyAuthorities,
  type Wished,
} from "./authority.ts";
import type { Invalid } from "./enterprise.ts";
import { enterpriseKeys } from "./keys.ts";
import { representativeOf } from "./look-up-standing.ts";
import { standingOf } from "./standing.ts";
import {
  type EnterpriseStore,
  findAuthorities,
  getAuthorities,
  getEnterprise,
  putActsFor,
  putAuthorities,
} from "./store.ts";

export type AuthorityPorts = EnterpriseStore & {
  readonly commit: Commit;
  readonly actor: Citizen | Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type GrantPorts = AuthorityPorts & { readonly secrets: Pick<Secrets, "citizenDigest"> };

/** An authority with those between whom it stands. */
export type Granted = { readonly known: Authorities; readonly authority: Authority };

export type GrantRefusal =
  | Invalid
  | TooManyAuthorities
  | { readonly code: "ENTERPRISE_NOT_FOUND" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/** How often a decision is made anew when its facts changed under it. */
const DECISIONS_MAX = 4;

/**
 * Lets somebody act for the caller, or for an enterprise of which the caller is the legal representative; nobody else
 * hands that on. The agent is named by their identity number, of which only its digest and mask are kept: it names one
 * person, as the law asks, and the answer is the same whether or not the platform knows that person.
 */
export async function grantAuthority(
  ports: GrantPorts & { readonly actor: Citizen },
  principal: Subject,
  wish: Omit<AuthorityWish, "paper">,
  idempotencyKey: string,
): Promise<Result<Granted, GrantRefusal>> {
  const { actor, now } = ports;
  const enterprise =
    principal.kind === "ENTERPRISE" ? await getEnterprise(ports, principal.creditCode) : undefined;
  const standing = standingOf(actor.id, principal, { enterprise }, now);
  if (!standing) return err({ code: "ENTERPRISE_NOT_FOUND" });
  return write(ports, principal, wish, idempotencyKey);
}

/** Whom a paper names as its principal: a person, or an enterprise on record. */
export type PaperPorts = GrantPorts & { readonly actor: Officer };

/**
 * Keeps an authority that was given on paper, as a clerk has seen it at a window. Nobody records one in which they are
 * the principal, the representative or the agent; a clerk whom the platform does not know as a person records none.
 */
export async function recordWrittenAuthority(
  ports: PaperPorts,
  principal: Subject,
  wish: AuthorityWish & { readonly paper: string },
  idempotencyKey: string,
): Promise<Result<Granted, GrantRefusal>> {
  const { person } = ports.actor;
  const representative = await representativeOf(ports, principal);
  if (representative === undefined) return err({ code: "ENTERPRISE_NOT_FOUND" });
  const agent = agentOf(wish.agent.idNumber, ports);
  if (person === undefined || person === representative || person === agent) {
    return err({ code: "OFFICERS_OWN_MATTER", path: ["agent"] });
  }
  return write(ports, principal, wish, idempotencyKey);
}

const agentOf = (idNumber: string, { secrets }: GrantPorts): CitizenId =>
  `ctz_${secrets.citizenDigest(idNumber)}`;

async function write(
  ports: GrantPorts,
  principal: Subject,
  wish: AuthorityWish,
  idempotencyKey: string,
): Promise<Result<Granted, GrantRefusal>> {
  const { actor, now, database } = ports;
  const checked = checkWish(wish, now);
  if (!checked.ok) return checked;
  const wished = checked.value;
  const agent = agentOf(wished.idNumber, ports);
  if (isPerson(principal, agent)) return err({ code: "AGENT_IS_PRINCIPAL", path: ["agent"] });
  const id = idempotentId("aut", actor, "grantAuthority", idempotencyKey);
  const authority = authorityOf(id, { principal, agent }, wished, ports);
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const named = await findAuthorities(ports, id);
    if (named) return sameAs(named, authority);
    const before = await getAuthorities(ports, principal, agent);
    const granted = grant(before ?? { principal, agent, authorities: [], revision: 0 }, authority, now);
    if (!granted.ok) return granted;
    if (await committed(ports, granted.value, authority)) return ok({ known: granted.value, authority });
    database.forget();
  }
  throw new Error(`the authorities of an agent changed ${DECISIONS_MAX} times while one was granted`);
}

/** What the same key has granted before; one that ended long ago and left its record is another input too. */
function sameAs(known: Authorities, { id, fingerprint }: Authority): Result<Granted, GrantRefusal> {
  const earlier = known.authorities.find((one) => one.id === id);
  return earlier?.fingerprint === fingerprint
    ? ok({ known, authority: earlier })
    : err({ code: "IDEMPOTENCY_MISMATCH" });
}

function authorityOf(
  id: AuthorityId,
  { principal, agent }: Pick<Authorities, "principal" | "agent">,
  { agentName, idNumber, items, until, paper }: Wished,
  { actor, now }: GrantPorts,
): Authority {
  const seenBy = actor.kind === "OFFICER" ? actor.id : undefined;
  return {
    ...{ id, agentName, agentMaskedIdNumber: maskIdNumber(idNumber), items, until, grantedAt: now },
    ...(paper !== undefined && seenBy ? { paper: { reference: paper, seenBy } } : {}),
    fingerprint: fingerprintOf([subjectKey(principal), agent, agentName, items, until, paper ?? ""]),
  };
}

async function committed(ports: GrantPorts, next: Authorities, { id, paper }: Authority): Promise<boolean> {
  const { actor, now: at, requestId, mode } = ports;
  const { principal, agent } = next;
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: "enterprises.authority.granted",
    ...(paper ? { reason: paper.reference } : {}),
    creates: enterpriseKeys.authorities(principal, agent),
    writes: [putAuthorities(ports, next), putActsFor(ports, agent, principal)],
    event: await authorityEvent("authority.granted", ports, next, id),
  });
  return done.ok;
}

/** Tells the agent and the principal, who may not have been the one at the keyboard. */
export async function authorityEvent(
  type: "authority.granted" | "authority.revoked",
  ports: AuthorityPorts,
  { principal, agent }: Pick<Authorities, "principal" | "agent">,
  about: AuthorityId,
): Promise<Event> {
  const representative = await representativeOf(ports, principal);
  const to = representative === undefined ? [agent] : [agent, representative];
  return { type, to, mode: ports.mode, payload: { about } };
}
