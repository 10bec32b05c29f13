import { documentOf, maskIdNumber } from "../../field/identity-document.ts";
import type { Born } from "../../field/legal-capacity.ts";
import { isPerson, personAs, type Subject, subjectKey } from "../../field/subject.ts";
import type { Stale } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Attended, findBorn, isMinor } from "../citizens/index.ts";
import {
  type Authorities,
  type Authority,
  type AuthorityView,
  type AuthorityWish,
  checkWish,
  grant,
  type TooManyAuthorities,
  viewOf,
  type Wished,
} from "./authority.ts";
import { putAuthorityEnd } from "./authority-end-store.ts";
import { type AuthorityPorts, authorityEvent } from "./authority-event.ts";
import type { Invalid } from "./enterprise.ts";
import type { AuthorityId } from "./ids.ts";
import { enterpriseKeys } from "./keys.ts";
import { findAuthorities, getAuthorities, putActsFor, putAuthorities } from "./store.ts";

export type GrantPorts = AuthorityPorts & {
  readonly secrets: Pick<Secrets, "citizenDigest">;
  /** Why whoever is present has left meanwhile; none where nobody has to be. */
  readonly ending?: Attended["ending"];
};

/** The person at the clerk's window has left. */
export type NotAttended = { readonly code: "NOT_ATTENDED"; readonly because: MessageCode };

export type GrantRefusal =
  | Invalid
  | TooManyAuthorities
  | { readonly code: "ENTERPRISE_NOT_FOUND" }
  | NotAttended
  | UnderAge
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/** Somebody lacks the capacity to let another act, or to act for another (民法典, arts. 17 to 20). */
export type UnderAge = {
  readonly code: "AGENT_UNDER_AGE" | "PRINCIPAL_UNDER_AGE";
  readonly path: readonly string[];
};

/** The agent whom a wish names, by the digest of their identity number. */
export const agentOf = (idNumber: string, { secrets }: GrantPorts): CitizenId =>
  `ctz_${secrets.citizenDigest(idNumber)}`;

/**
 * Keeps an authority that the caller may grant, and remembers for the agent that there is one. The agent is named by
 * their identity number, of which only its digest and mask are kept: it names one person, as the law asks, and the answer
 * is the same whether or not the platform knows that person. Nobody acts for others who may not act for themselves.
 */
export async function addAuthority(
  ports: GrantPorts,
  principal: Subject,
  wish: AuthorityWish,
  idempotencyKey: string,
): Promise<Result<AuthorityView, GrantRefusal>> {
  const { actor, now } = ports;
  const checked = checkWish(wish, now);
  if (!checked.ok) return checked;
  const wished = checked.value;
  const agent = agentOf(wished.idNumber, ports);
  if (isPerson(principal, agent)) return err({ code: "AGENT_IS_PRINCIPAL", path: ["agent"] });
  if (isMinor(await findAgentBorn(ports, agent, wished), now))
    return err({ code: "AGENT_UNDER_AGE", path: ["agent", "idNumber"] });
  const id = idempotentId("aut", actor, "grantAuthority", idempotencyKey);
  const authority = authorityOf(id, { principal, agent }, wished, ports);
  return keepAuthority(ports, { principal, agent }, authority, GRANTED);
}

/**
 * An agent's age, as far as the person who names them may learn it: an officer at a window what is on record, and so the agent's
 * guardian of before or present agent; anybody else no more than the number tells, or the answer would say what the platform knows of
 * somebody else.
 */
async function findAgentBorn(
  ports: GrantPorts,
  agent: CitizenId,
  { idNumber }: Wished,
): Promise<Born | undefined> {
  const { born: bornOn } = documentOf(idNumber);
  const { actor } = ports;
  const isStranger = actor.kind !== "OFFICER" && !(await getAuthorities(ports, personAs(agent), actor.id));
  if (!isStranger) return findBorn(ports, agent, bornOn);
  return bornOn && { bornOn, livesOnOwnLabour: false };
}

const GRANTED = {
  ...{ action: "enterprises.authority.granted", event: "authority.granted" },
  writes: async () => [],
} as const satisfies Keeping;

/** How an authority comes on record, and what is written with it. */
type Keeping = {
  readonly action: string;
  readonly event: Parameters<typeof authorityEvent>[0];
  readonly writes: () => Promise<readonly TransactItem[]>;
};

/** Keeps an authority that is sound, once. */
export function keepAuthority(
  ports: GrantPorts,
  { principal, agent }: Pick<Authorities, "principal" | "agent">,
  authority: Authority,
  keeping: Keeping,
): Promise<Result<AuthorityView, GrantRefusal>> {
  const { database, now } = ports;
  const { id } = authority;
  return decideUntilWritten({
    database,
    about: "what an agent may do for another",
    read: () => Promise.all([findAuthorities(ports, id), getAuthorities(ports, principal, agent)]),
    decide: async ([named, before]) => {
      if (named) return unchanged(sameAs(named, authority));
      const granted = grant(before ?? { principal, agent, authorities: [], revision: 0 }, authority, now);
      if (!granted.ok) return unlessThere(database, granted, () => findAuthorities(ports, id));
      return ok({ before, after: granted.value, answer: viewOf(granted.value, authority) });
    },
    write: async ({ after }) => {
      const done = await commitAuthority(ports, after, authority, keeping);
      if (done.ok) return done;
      database.forget();
      const ended = await ports.ending?.();
      return ended ? err({ code: "NOT_ATTENDED", because: ended.code }) : done;
    },
  });
}

/**
 * The authority that the same key has granted before; one that ended long ago and left its record is another input too.
 */
function sameAs(known: Authorities, { id, fingerprint }: Authority): Result<AuthorityView, GrantRefusal> {
  const earlier = known.authorities.find((one) => one.id === id);
  return earlier?.fingerprint === fingerprint
    ? ok(viewOf(known, earlier))
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

async function commitAuthority(
  ports: GrantPorts,
  next: Authorities,
  authority: Authority,
  { action, event, writes }: Keeping,
): Promise<Result<void, Stale>> {
  const { id, paper } = authority;
  const { actor, now: at, requestId, mode } = ports;
  const { principal, agent } = next;
  return ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action,
    ...(paper ? { reason: paper.reference } : {}),
    creates: enterpriseKeys.authorities(principal, agent),
    writes: [
      putAuthorities(ports, next),
      putActsFor(ports, agent, principal),
      ...putAuthorityEnd(ports, principal, authority),
      ...(await writes()),
    ],
    event: await authorityEvent(event, ports, next, id),
  });
}
