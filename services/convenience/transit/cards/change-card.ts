import type { Citizen } from "../../../kernel/actor.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { act, type Card, type CardProblem } from "../card.ts";
import { getCard, putCard } from "../card-store.ts";
import type { CardPorts } from "./issue-card.ts";

export type CardRefusal = { readonly code: "CARD_NOT_FOUND" } | CardProblem;
export type HolderPorts = CardPorts & { readonly actor: Citizen };

const ATTEMPTS_MAX = 5;
const WRITTEN_AS = { freeze: "frozen", unfreeze: "unfrozen" } as const;

/** The caller's own card; somebody else's is as unknown as one that does not exist. */
export async function ownCard(ports: HolderPorts, id: string): Promise<Card | undefined> {
  const card = isId("crd", id) ? await getCard(ports, id) : undefined;
  return card?.holder === ports.actor.id ? card : undefined;
}

/** Freezes a card that was lost, or frees one that was found. Gates refuse it from their next status list on. */
export async function changeCard(
  ports: HolderPorts,
  id: string,
  action: keyof typeof WRITTEN_AS,
): Promise<Result<Card, CardRefusal>> {
  const { actor, now: at, requestId, mode } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const card = await ownCard(ports, id);
    if (!card) return err({ code: "CARD_NOT_FOUND" });
    const next = act(card, action);
    if (!next.ok) return next;
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
      action: `transit.card.${WRITTEN_AS[action]}`,
      writes: [putCard(ports, next.value, card.revision)],
    });
    if (done.ok) return next;
    ports.database.forget();
  }
  throw new Error(`card ${id} changed ${ATTEMPTS_MAX} times meanwhile`);
}
