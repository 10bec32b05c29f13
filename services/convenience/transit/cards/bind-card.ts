import type { Citizen } from "../../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { bindTo, type Card, cardIdOf, isCardNumber } from "../card.ts";
import { getCard, putCard, putHolding } from "../card-store.ts";
import type { CardPorts } from "../find-card.ts";
import { bindingCodeOf } from "./issue-card.ts";

export type BindRefusal =
  /** No such card, another code, or somebody else's: which of them is not told. */
  { readonly code: "CARD_NOT_FOUND" } | TooManyGuesses;

export type BindPorts = CardPorts & { readonly actor: Citizen; readonly secrets: Secrets };

/** Makes a card that was handed out the caller's own. Wrong guesses are counted, and then no longer heard. */
export async function bindCard(
  ports: BindPorts,
  { number, bindingCode }: { readonly number: string; readonly bindingCode: string },
): Promise<Result<Card, BindRefusal>> {
  const { actor, now: at, requestId, mode, secrets } = ports;
  const id = isCardNumber(number) ? cardIdOf(number) : undefined;
  const isTheirs = ({ holder }: Card) => holder === actor.id;
  const heard = await hearGuess(ports, id, async () => {
    const card = id && (await getCard(ports, id));
    const isOpen = card && (isTheirs(card) || (card.status === "ACTIVE" && !card.holder));
    return isOpen && bindingCode.toLowerCase() === bindingCodeOf(secrets, card) ? card : undefined;
  });
  if (!heard.ok) return err(heard.error.code === "WRONG_GUESS" ? { code: "CARD_NOT_FOUND" } : heard.error);
  const card = heard.value;
  if (isTheirs(card)) return ok(card);
  const bound = bindTo(card, actor.id);
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
    action: "transit.card.bound",
    writes: [putCard(ports, bound, card.revision), putHolding(ports, actor.id, card.id)],
  });
  // Somebody with the same code was faster.
  return done.ok ? ok(bound) : err({ code: "CARD_NOT_FOUND" });
}
