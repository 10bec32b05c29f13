import type { Actor, Citizen } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type ConsentView, viewOf } from "./consent.ts";
import { listConsents } from "./store.ts";

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
