import type { Citizen, Partner, Scope } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type OpenedConsents, readsByConsent } from "../../people/citizens/index.ts";
import { isGuardianOf } from "../../people/enterprises/index.ts";
import { type Card, type CardProblem, type HeldCard, heldCardOf } from "./card.ts";
import { getCard, type TransitStore } from "./card-store.ts";

const SCOPE_TO_READ: Scope = "TRANSIT_READ";

/** The ports of the use cases of cards. */
export type CardPorts = TransitStore & {
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
};

/** Their ports where a citizen does something with a card of their own. */
export type HolderPorts = CardPorts & { readonly actor: Citizen };

export type CardRefusal = { readonly code: "CARD_NOT_FOUND" } | CardProblem;

/** The caller's own card; somebody else's is as unknown as one that does not exist. */
export const findOwnCard = (ports: HolderPorts, id: string): Promise<Card | undefined> =>
  findCardOf(ports, ports.actor.id, id);

/** Somebody who may read cards: their holder, the guardian of a minor who holds them, or a partner with their holder's consent. */
export type CardReader = TransitStore & {
  readonly now: Instant;
  readonly actor: Citizen | Partner;
  readonly consents: OpenedConsents;
};

/** The content of an id: a card's own id, and its holder where it was sealed for a partner. */
export type NamedCard = { readonly record: string; readonly person: CitizenId | undefined };

/**
 * A card for anybody who may read it: its holder, the guardian of a minor who holds it, and a partner to whom its holder has
 * consented.
 */
export async function findCard(
  ports: CardReader,
  { record, person }: NamedCard,
): Promise<HeldCard | undefined> {
  const { actor, consents } = ports;
  if (actor.kind === "CITIZEN") {
    const card = await findEntrusted(ports, actor.id, record);
    return card?.holder && heldCardOf(card, card.holder);
  }
  if (!person || !(await readsByConsent({ actor, consents }, person, SCOPE_TO_READ))) return undefined;
  const card = await findCardOf(ports, person, record);
  return card && heldCardOf(card, person);
}

/** A citizen's own card, or that of a minor whose guardian they are; any other is as unknown as one that does not exist. */
export async function findEntrusted(
  store: TransitStore & { readonly now: Instant },
  citizen: CitizenId,
  id: string,
): Promise<Card | undefined> {
  const card = isId("crd", id) ? await getCard(store, id) : undefined;
  if (!card?.holder || card.holder === citizen) return card?.holder && card;
  return (await isGuardianOf(store, citizen, card.holder, store.now)) ? card : undefined;
}

async function findCardOf(store: TransitStore, holder: CitizenId, id: string): Promise<Card | undefined> {
  const card = isId("crd", id) ? await getCard(store, id) : undefined;
  return card?.holder === holder ? card : undefined;
}
