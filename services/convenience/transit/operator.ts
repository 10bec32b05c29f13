import type { RegionCode } from "../../field/region.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { TransitMode } from "./network/fare.ts";

/** A gate's clock may be ahead by so much. */
export const AHEAD_MAX_MS = 5 * 60_000;

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
  /**
   * One who leaves at the station of the entry within so many minutes pays nothing; without it they pay the lowest price.
   * No source was found that says how many Beijing's operators allow (searched: 北京地铁 同站进出 免费 分钟 票务规则; only sites
   * of no standing, which differ), so each operator states its own.
   */
  readonly sameStationMinutes?: number | undefined;
};
