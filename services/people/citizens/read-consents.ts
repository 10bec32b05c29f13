import type { Actor, Citizen } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ConsentStatus, type ConsentView, statusOf, viewOf } from "./consent.ts";
import type { ConsentRequest } from "./consent-request.ts";
import { getConsents, listConsents } from "./store.ts";

type Ports = { readonly database: Database };

/** The consents of a citizen to partners, newest first, ended consents among them. */
export async function listOwnConsents(
  { id, mode }: Citizen,
  { database }: Ports,
): Promise<readonly ConsentView[]> {
  const all = await listConsents(database, mode, id);
  return all
    .flatMap((record) => record.consents.map((consent) => viewOf(record, consent)))
    .sort((a, b) => (a.grantedAt < b.grantedAt ? 1 : -1));
}

/** The consent with this id, for the citizen who gave it. To anybody else it does not exist. */
export async function findConsent(id: string, actor: Actor, ports: Ports): Promise<ConsentView | undefined> {
  if (actor.kind !== "CITIZEN") return undefined;
  return (await listOwnConsents(actor, ports)).find((consent) => consent.id === id);
}

/** How the consent stands that a request was granted with; undefined where it was not. */
export async function findStanding(
  { mode, partnerId, citizenId, consent }: ConsentRequest,
  { database, now }: { readonly database: Pick<Database, "get">; readonly now: Instant },
): Promise<ConsentStatus | undefined> {
  if (!citizenId || !consent) return undefined;
  const given = await getConsents(database, mode, citizenId, partnerId);
  const known = given?.consents.find(({ id }) => id === consent.id);
  // One that has ended may have left the record: then it was taken back before its time, or its time is over.
  if (!known) return consent.expiresAt <= now ? "EXPIRED" : "REVOKED";
  return statusOf(known, now);
}
