import { changeFrom, decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, type Result } from "../../../kernel/result.ts";
import { act, type Card } from "../card.ts";
import { putCard } from "../card-store.ts";
import { type CardRefusal, findEntrusted, type HolderPorts } from "../find-card.ts";

const WRITTEN_AS = { freeze: "frozen", unfreeze: "unfrozen" } as const;

/**
 * Freezes a card that was lost, or frees one that was found: its holder does, or the guardian of a minor who holds it.
 * Gates refuse it from their next status list on.
 */
export function changeCard(
  ports: HolderPorts,
  id: string,
  action: keyof typeof WRITTEN_AS,
): Promise<Result<Card, CardRefusal>> {
  const { actor, now: at, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `card ${id}`,
    read: () => findEntrusted(ports, actor.id, id),
    decide: (card) => (card ? changeFrom(card, act(card, action, at)) : err({ code: "CARD_NOT_FOUND" })),
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: `transit.card.${WRITTEN_AS[action]}`,
        writes: [putCard(ports, after, before.revision)],
      }),
  });
}
