import { err, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ArrearsLimit, EntryRefusal } from "./credit.ts";
import type { GATE_REFUSALS, RefusedTap } from "./refused-entry.ts";
import type { TapProblem } from "./tap.ts";
import type { Trip } from "./trip.ts";

export type TapRefusal =
  | TapProblem
  | { readonly code: "NOT_AN_OPERATOR"; readonly path: readonly string[] }
  | { readonly code: "CARD_NOT_FOUND" | "CARD_OF_ANOTHER_REGION"; readonly path: readonly string[] }
  | { readonly code: "TAP_NUMBER_TAKEN" }
  /** Another tap has used this ride code; this one is on record, and nothing is charged for it. */
  | {
      readonly code: "RIDE_CODE_USED";
      readonly usedAt: Instant;
      readonly values: { readonly usedAt: string };
    }
  /** Every gate had to refuse the card by then: the tap is on record, and the ride is the operator's own. */
  | { readonly code: "CARD_BLOCKED"; readonly from: Instant; readonly values: { readonly from: string } }
  /** The gate has refused it: it is on record. */
  | { readonly code: (typeof GATE_REFUSALS)[keyof typeof GATE_REFUSALS] }
  | EntryRefusal
  | ArrearsLimit;

export type Outcome = Result<Trip, TapRefusal>;

/** Why a tap is on record as refused. */
export type Reason = Pick<RefusedTap, "code" | "since">;

/** The answer to a tap that is settled by its refusal. */
export function refusalOf({ code, since }: Reason): Outcome {
  switch (code) {
    case "RIDE_CODE_USED":
      if (since) return err({ code, usedAt: since, values: { usedAt: since } });
      break;
    case "CARD_BLOCKED":
      if (since) return err({ code, from: since, values: { from: since } });
      break;
    case "REFUSED_FOR_BALANCE":
    case "REFUSED_AS_LISTED":
    case "REFUSED_AT_GATE":
      return err({ code });
  }
  throw new Error(`a tap refused for ${code} is decided anew`);
}
