import type { Citizen } from "../../../kernel/actor.ts";
import { hearGuess, type TooManyGuesses } from "../../../kernel/attempts/index.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { balanceOf, checkAccount, getAccount } from "../../../money/ledger/index.ts";
import { findBorn } from "../../../people/citizens/index.ts";
import { bindTo, type Card, cardIdOf, isCardNumber } from "../card.ts";
import { getCard, putCard } from "../card-store.ts";
import { type TooYoung, tooYoung } from "../entitlements/entitlement.ts";
import type { CardPorts } from "../find-card.ts";
import { findRider } from "../find-rider.ts";
import { type CardHeldAlready, withCard } from "../rider.ts";
import { bindingCodeOf, putHeld } from "./issue-card.ts";

export type BindRefusal =
  /** No such card, another code, or somebody else's: which of them is not told. */
  | { readonly code: "CARD_NOT_FOUND" }
  | { readonly code: "CARD_IN_ARREARS" }
  | CardHeldAlready
  | TooYoung
  | TooManyGuesses;

export type BindPorts = CardPorts & { readonly actor: Citizen; readonly secrets: Secrets };

/**
 * Makes a card that was handed out the caller's own, where they have none of its kind and region and are of the age that it
 * is for: the proof that was seen at the counter was somebody's, and goes with the card. Wrong guesses are counted, and then
 * no longer heard.
 */
export async function bindCard(
  ports: BindPorts,
  { number, bindingCode }: { readonly number: string; readonly bindingCode: string },
): Promise<Result<Card, BindRefusal>> {
  const { actor, now: at, requestId, mode, secrets } = ports;
  const id = isCardNumber(number) ? cardIdOf(number) : undefined;
  const isTheirs = ({ holder }: Card) => holder === actor.id;
  const isOpen = ({ status, holder }: Card) => status === "ACTIVE" && !holder;
  const heard = await hearGuess(ports, id, async () => {
    const card = id && (await getCard(ports, id));
    return card &&
      (isTheirs(card) || isOpen(card)) &&
      bindingCode.toLowerCase() === bindingCodeOf(secrets, card)
      ? card
      : undefined;
  });
  if (!heard.ok) return err(heard.error.code === "WRONG_GUESS" ? { code: "CARD_NOT_FOUND" } : heard.error);
  const { id: cardId } = heard.value;
  const born = await findBorn(ports, actor.id);
  return decideUntilWritten({
    database: ports.database,
    about: `card ${cardId}`,
    read: async () => {
      const [card, rider, account] = await Promise.all([
        getCard(ports, cardId),
        findRider(ports, actor.id),
        getAccount(ports, `card:${cardId}`),
      ]);
      return card && account && { card, rider, account };
    },
    decide: (found) => {
      if (!found) return err({ code: "CARD_NOT_FOUND" });
      const { card, rider, account } = found;
      if (isTheirs(card)) return unchanged(ok(card));
      // Somebody with the same code was faster.
      if (!isOpen(card)) return err({ code: "CARD_NOT_FOUND" });
      const young = tooYoung(card.kind, card.region, { on: dateAt(at), bornOn: born?.bornOn });
      if (young) return err(young);
      const next = withCard(rider, card);
      if (!next.ok) return next;
      // Nobody takes over what somebody else has ridden.
      if (balanceOf(account).balance < 0n) return err({ code: "CARD_IN_ARREARS" });
      return ok({
        before: card,
        after: bindTo(card, actor.id),
        account,
        held: { before: rider, after: next.value },
      });
    },
    write: ({ before, after, account, held }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "transit.card.bound",
        writes: [
          putCard(ports, after, before.revision),
          ...putHeld(ports, actor.id, after, held),
          checkAccount(ports, account),
        ],
      }),
  });
}
