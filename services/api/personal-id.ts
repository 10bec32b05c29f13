import type { Scope } from "../kernel/actor.ts";
import { type CitizenId, isId } from "../kernel/ids.ts";
import type { Context } from "./context.ts";

/** A record of one person: `record` tells it from the person's other records of its kind, "" where there is one. */
export type PersonalRecord = { readonly citizen: CitizenId; readonly record: string };

/**
 * The global id of a person's record as this caller knows it. Sealed for the caller, so that two partners cannot
 * join their data by it and a fund centre's contract number stays out of it.
 */
export function personalId(
  prefix: string,
  { citizen, record }: PersonalRecord,
  { actor, secrets }: Pick<Context, "actor" | "secrets">,
): string {
  if (actor.kind === "ANONYMOUS") throw new Error("nobody reads a person's record without a credential");
  return `${prefix}_${secrets.seal(actor.id, `${citizen}/${record}`)}`;
}

/** The record that such an id names, if it was made for this caller; whether they may read it is another question. */
export function namedBy(
  id: string,
  { actor, secrets }: Pick<Context, "actor" | "secrets">,
): PersonalRecord | undefined {
  const hidden = secrets.unseal(id.slice(id.indexOf("_") + 1));
  const [citizen = "", record = ""] = hidden?.id.split("/") ?? [];
  if (actor.kind === "ANONYMOUS" || hidden?.reader !== actor.id || !isId("ctz", citizen)) return undefined;
  return { citizen, record };
}

/**
 * The record that such an id names, if it was made for this caller and the record is open to them: to the person, or to
 * a partner while a consent with `scope` is in force.
 */
export async function readPersonalId(
  id: string,
  scope: Scope,
  { actor, secrets, consents }: Pick<Context, "actor" | "secrets" | "consents">,
): Promise<PersonalRecord | undefined> {
  const named = namedBy(id, { actor, secrets });
  if (!named) return undefined;
  if (actor.kind === "CITIZEN") return actor.id === named.citizen ? named : undefined;
  await consents.open(named.citizen);
  return consents.scopesOf(named.citizen).includes(scope) ? named : undefined;
}
