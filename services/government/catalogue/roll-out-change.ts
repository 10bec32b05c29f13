import type { RegionCode } from "../../field/region.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { RollOut } from "./item-head.ts";
import { type PilotLimits, type RollOutStage, sameLimits } from "./pilot.ts";

/** A stage with its limits, as one region has it. */
export type Stage = PilotLimits & { readonly stage: RollOutStage };

/** The stages that one region came from and to; `from` is OFF for one that had none of its own. */
export type RegionChange = { readonly region: RegionCode; readonly from: Stage; readonly to: Stage };

/** One change of where an item is on: who made it, when, why, and what it came to in each region. */
export type RollOutChange = {
  /** The revision of the item's head that it made; grows with each change. */
  readonly revision: number;
  readonly at: Instant;
  readonly by: OfficerId;
  readonly reason: string;
  readonly changes: readonly RegionChange[];
};

/** The differences between an item's roll-outs. A region that only loses an entry which said OFF stays as it was. */
export const changesBetween = (
  before: readonly RollOut[],
  after: readonly RollOut[],
): readonly RegionChange[] =>
  after.flatMap((to) => {
    const from = before.find(({ region }) => region === to.region);
    const isSame = from?.stage === to.stage && sameLimits(from, to);
    return isSame
      ? []
      : [{ region: to.region, from: from ? stageOf(from) : { stage: "OFF" }, to: stageOf(to) }];
  });

const stageOf = ({ stage, sharePercent, partners }: RollOut): Stage => ({
  stage,
  ...(sharePercent === undefined ? {} : { sharePercent }),
  ...(partners ? { partners } : {}),
});
