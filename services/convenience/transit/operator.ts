import type { RegionCode } from "../../field/region.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { TransitMode } from "./network/fare.ts";

/** A partner that runs metro or buses in one region. */
export type Operator = {
  readonly partnerId: PartnerId;
  /** As passengers know it. */
  readonly name: string;
  readonly region: RegionCode;
  readonly modes: readonly TransitMode[];
  /** The price of a ride of which one end is missing, until somebody corrects it. */
  readonly incompleteFare: Fen;
  /** The balance that its gates ask for, where that is more than the lowest price of a ride. */
  readonly minimumBalance?: Fen | undefined;
};
