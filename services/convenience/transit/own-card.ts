import type { Citizen } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Card, CardProblem } from "./card.ts";
import { getCard, type TransitStore } from "./card-store.ts";

/** What the use cases of cards stand on. */
export type CardPorts = TransitStore & {
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
};

/** What they stand on where a citizen does something with a card of their own. */
export type HolderPorts = CardPorts & { readonly actor: Citizen };

export type CardRefusal = { readonly code: "CARD_NOT_FOUND" } | CardProblem;

/** The caller's own card; somebody else's is as unknown as one that does not exist. */
export async function ownCard(ports: HolderPorts, id: string): Promise<Card | undefined> {
  const card = isId("crd", id) ? await getCard(ports, id) : undefined;
  return card?.holder === ports.actor.id ? card : undefined;
}
