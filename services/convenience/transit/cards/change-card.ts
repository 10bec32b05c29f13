import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { act, type Card } from "../card.ts";
import { putCard } from "../card-store.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";

const ATTEMPTS_MAX = 5;
const WRITTEN_AS = { freeze: "frozen", unfreeze: "unfrozen" } as const;

/** Freezes a card that was lost, or frees one that was found. Gates refuse it from their next status list on. */
export async function changeCard(
  ports: HolderPorts,
  id: string,
  action: keyof typeof WRITTEN_AS,
): Promise<Result<Card, CardRefusal>> {
  const { actor, now: at, requestId, mode } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const card = await findOwnCard(ports, id);
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
