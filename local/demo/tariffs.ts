import { fareRuleOn, percentsOf } from "../../services/convenience/transit/network/fare.ts";
import { FARE_RULES } from "../../services/convenience/transit/network/fare-rules.ts";
import { agreeToTariff, proposeTariff } from "../../services/convenience/transit/tariffs/change-tariffs.ts";
import { getTariffs } from "../../services/convenience/transit/tariffs/tariff-store.ts";
import { region } from "../../services/field/region.ts";
import type { Officer } from "../../services/kernel/actor.ts";
import { addDays, dateAt } from "../../services/kernel/civil-date.ts";
import { fen } from "../../services/kernel/money.ts";
import { type DemoWrites, must } from "./onboard.ts";

const REGION = region("110000");
/** Long after somebody has looked at the demo city for the first time. */
const AHEAD_DAYS = 30;

/**
 * The next fares of the demo city's buses: those of today, and 0.50 less for one who comes from the metro within an hour. An
 * example: no such discount of Beijing's is known.
 */
export async function publishDemoTariff(
  [proposing, agreeing]: readonly [Officer, Officer],
  writes: DemoWrites,
): Promise<void> {
  const today = dateAt(writes.now);
  const ports = (actor: Officer) => ({ ...writes, mode: "live" as const, actor });
  if ((await getTariffs(ports(agreeing), REGION)).tariffs.some(({ agreedBy }) => agreedBy)) return;
  const before = fareRuleOn(FARE_RULES, { mode: "BUS", region: REGION, on: today });
  if (!before) throw new Error("the demo city's buses have fares");
  const dated = { effectiveFrom: addDays(today, AHEAD_DAYS), source: "示例：公交地铁换乘优惠（演示城市）" };
  const { cards, cardsOutside, ...others } = before;
  const rule = {
    ...{ ...others, ...dated, cards: percentsOf(cards) },
    ...(cardsOutside ? { cardsOutside: percentsOf(cardsOutside) } : {}),
    modeChanges: [{ ...dated, from: "METRO" as const, minutes: 60, off: fen(50n) }],
  };
  must(await proposeTariff(ports(proposing), rule));
  const { effectiveFrom } = rule;
  must(await agreeToTariff(ports(agreeing), { region: REGION, mode: "BUS", effectiveFrom }));
}
