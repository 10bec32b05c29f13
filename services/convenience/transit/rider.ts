import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Card } from "./card.ts";
import type { Withholding } from "./withholding.ts";

/** A person as a holder of cards. */
export type Rider = {
  /** The cards that can be used, or can be again. */
  readonly cards: readonly RiderCard[];
  /** 0 before the first card. */
  readonly revision: number;
};

export type CardOfKind = Pick<Card, "id" | "kind" | "region">;

/** A card of a person, with the contract that they have signed for it. */
export type RiderCard = CardOfKind & { readonly withholding?: Withholding | undefined };

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

/** With a card in the place of one that it takes over from; a contract goes on with it. */
export const withReplacement = (rider: Rider, old: CardOfKind, card: CardOfKind): Rider => ({
  ...rider,
  cards: rider.cards.map((each) => (each.id === old.id ? { ...each, ...kindOf(card) } : each)),
  revision: rider.revision + 1,
});

/** With a contract for a card, or without any. */
export const withWithholding = (
  rider: Rider,
  id: Card["id"],
  withholding: Withholding | undefined,
): Rider => ({
  ...rider,
  cards: rider.cards.map((each) => (each.id === id ? { ...each, withholding } : each)),
  revision: rider.revision + 1,
});

/** With the fares of a card's contract in arrears since then, or paid. */
export function withRefusedAt(rider: Rider, id: Card["id"], refusedAt: Instant | undefined): Rider {
  const withholding = withholdingOf(rider, id);
  return withholding ? withWithholding(rider, id, { ...withholding, refusedAt }) : rider;
}

/** The contract that stands for a card. */
export const withholdingOf = (rider: Rider | undefined, id: Card["id"]): Withholding | undefined =>
  rider?.cards.find((each) => each.id === id)?.withholding;

/** Without a card that was closed, and its contract. */
export const withoutCard = (rider: Rider, { id }: Pick<Card, "id">): Rider => ({
  ...rider,
  cards: rider.cards.filter((each) => each.id !== id),
  revision: rider.revision + 1,
});

const kindOf = ({ id, kind, region }: CardOfKind): CardOfKind => ({ id, kind, region });
