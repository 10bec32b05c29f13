import { err, ok, type Result } from "../../kernel/result.ts";
import type { Card } from "./card.ts";

/** A person as a holder of cards. */
export type Rider = {
  /** The cards that can be used, or can be again. */
  readonly cards: readonly CardOfKind[];
  /** 0 before the first card. */
  readonly revision: number;
};

export type CardOfKind = Pick<Card, "id" | "kind" | "region">;

export type CardHeldAlready = {
  readonly code: "CARD_HELD_ALREADY";
  /** The card that the person has. */
  readonly card: Card["id"];
};

/**
 * With one more card. A person has one card of a kind in a region: the standard one, and one for each entitlement. A card
 * that was lost is replaced and not doubled. No law says so; it is a rule of the platform, by which a person's credit and
 * the caps of prepaid cards hold for the person and not for each of any number of cards. Errors: CARD_HELD_ALREADY.
 */
export function withCard(rider: Rider, card: CardOfKind): Result<Rider, CardHeldAlready> {
  const held = rider.cards.find(({ kind, region }) => kind === card.kind && region === card.region);
  if (held) return err({ code: "CARD_HELD_ALREADY", card: held.id });
  return ok({ ...rider, cards: [...rider.cards, kindOf(card)], revision: rider.revision + 1 });
}

/** With a card in the place of one that it takes over from. */
export const withReplacement = (rider: Rider, old: CardOfKind, card: CardOfKind): Rider => ({
  ...rider,
  cards: rider.cards.map((each) => (each.id === old.id ? kindOf(card) : each)),
  revision: rider.revision + 1,
});

/** Without a card that was closed. */
export const withoutCard = (rider: Rider, { id }: Pick<Card, "id">): Rider => ({
  ...rider,
  cards: rider.cards.filter((each) => each.id !== id),
  revision: rider.revision + 1,
});

const kindOf = ({ id, kind, region }: CardOfKind): CardOfKind => ({ id, kind, region });
