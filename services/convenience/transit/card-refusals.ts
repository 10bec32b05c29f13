import type { RefusalModel } from "../../api/refusal-models.ts";
import { notAllowedNow } from "../../api/refusals.ts";
import type { CardStatus } from "./card.ts";
import { TRANSIT_WORDS } from "./enum-words.ts";

type CardRefusalModel =
  | (RefusalModel & {
      readonly code:
        | "CARD_NOT_FOUND"
        | "CARD_REFUND_UNDER_WAY"
        | "CARD_RIDE_OPEN"
        | "CARD_IN_ARREARS"
        | "CARD_BELOW_MINIMUM"
        | "HOLDER_IN_ARREARS"
        | "FARES_UNCOLLECTED"
        | "COLLECTION_UNDER_WAY";
    })
  | {
      readonly code: "CARD_NOT_ALLOWED_NOW";
      readonly status: CardStatus;
      readonly actions: readonly string[];
    };

/** The refusal of what a holder asks for with a card. */
export function toCardRefusal(refusal: CardRefusalModel) {
  switch (refusal.code) {
    case "CARD_NOT_FOUND":
      return { __typename: "NotFound", ...refusal } as const;
    case "CARD_NOT_ALLOWED_NOW":
      return notAllowedNow(TRANSIT_WORDS.TransitCardStatus, refusal.status, refusal.actions);
    default:
      return { __typename: "CardBusy", ...refusal } as const;
  }
}
