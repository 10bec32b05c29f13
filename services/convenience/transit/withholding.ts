import { type RegionCode, region as regionOf } from "../../field/region.ts";
import { type CivilDate, date } from "../../kernel/civil-date.ts";
import { type Fen, fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { AutomaticChannel } from "../../money/payments/index.ts";
import type { WithholdingId } from "./ids.ts";

/** The bounds of a withholding contract, as they were when it was signed. */
export type WithholdingTerms = {
  /** Gates let its holder in while less than so much waits to be collected, over all of their cards. */
  readonly uncollectedMax: Fen;
  /** The most that is collected in a day and in a calendar month. */
  readonly dayMax: Fen;
  readonly monthMax: Fen;
};

/**
 * A contract (代扣协议) by which a card's holder rides first and pays afterwards: what rides take the card below nothing is
 * collected through a payment channel. It belongs to the holder, and goes on with the card that takes over from theirs.
 */
export type Withholding = WithholdingTerms & {
  readonly id: WithholdingId;
  readonly channel: AutomaticChannel;
  readonly signedAt: Instant;
  /** Since when fares wait that could not be collected: they are arrears until they are paid. */
  readonly refusedAt?: Instant | undefined;
};

type WithholdingRule = WithholdingTerms & {
  readonly region: RegionCode;
  readonly effectiveFrom: CivilDate;
};

/**
 * Where fares are collected after the ride, and within which bounds. No law or notice was found that sets them (searched:
 * 乘车码 先乘后付 代扣 限额; 免密支付 单日 限额 地铁), so they are the platform's own. The dearest ride of Beijing, to Daxing
 * airport, fits between what may wait and what a person may owe.
 */
const WITHHOLDING_RULES: readonly WithholdingRule[] = [
  {
    region: regionOf("110000"),
    effectiveFrom: date("2026-01-01"),
    ...{ uncollectedMax: fen(15_00n), dayMax: fen(200_00n), monthMax: fen(2_000_00n) },
  },
];

/** The terms of a contract that is signed on a day; undefined where none is offered. */
export function withholdingTermsOn(region: RegionCode, day: CivilDate): WithholdingTerms | undefined {
  const inForce = WITHHOLDING_RULES.filter((rule) => rule.region === region && rule.effectiveFrom <= day);
  const [latest] = inForce.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  if (!latest) return undefined;
  const { uncollectedMax, dayMax, monthMax } = latest;
  return { uncollectedMax, dayMax, monthMax };
}
