import type { Actor } from "../../kernel/actor.ts";
import { type CitizenId, isId, type PartnerId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import type { ConsentRequest } from "./consent-request.ts";

/**
 * How a partner knows a person: a reference that is the partner's own (pairwise), so that two partners cannot join
 * their data. It is the person's global id as far as that partner is concerned.
 */
export function referenceFor(partner: PartnerId, citizen: CitizenId, secrets: Pick<Secrets, "seal">): string {
  return `ctz_${secrets.seal(partner, citizen)}`;
}

/** The citizen whom a reference names, and for which partner it was made; undefined for what is no reference. */
export function readReference(
  reference: string,
  secrets: Pick<Secrets, "unseal">,
): { readonly partner: PartnerId; readonly citizen: CitizenId } | undefined {
  const hidden = reference.startsWith("ctz_") ? secrets.unseal(reference.slice("ctz_".length)) : undefined;
  if (!hidden || !isId("ptn", hidden.reader) || !isId("ctz", hidden.id)) return undefined;
  return { partner: hidden.reader, citizen: hidden.id };
}

/** The id under which this caller knows a person. */
export const idFor = (actor: Actor, citizen: CitizenId, secrets: Pick<Secrets, "seal">): string =>
  actor.kind === "PARTNER" ? referenceFor(actor.id, citizen, secrets) : citizen;

/** The citizen whom a partner has asked: it learns of them by their yes, and only then. */
export const referenceOfAnswer = (
  { answer, citizenId, partnerId }: Pick<ConsentRequest, "answer" | "citizenId" | "partnerId">,
  secrets: Pick<Secrets, "seal">,
): string | undefined =>
  answer === "GRANTED" && citizenId ? referenceFor(partnerId, citizenId, secrets) : undefined;
