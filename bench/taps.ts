import { plusMs } from "../services/kernel/runtime.ts";
import {
  seedCard,
  seedTapSender,
  type TapSender,
  tapRow,
} from "../test/convenience/transit/transit-world.ts";
import { startPlatform, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, median } from "./measure.ts";

const TAPS = 10_000;
const BATCH = 50;
const CARDS = 1_000;
const MINUTE_MS = 60_000;

/** An operator's batches of taps: entries and exits of many cards in turn, each ride charged as it ends. */
export async function taps(): Promise<readonly Figure[]> {
  const platform = await startPlatform();
  try {
    const operator = await seedTapSender(platform);
    const cards: string[] = [];
    for (let i = 0; i < CARDS; i += 1) cards.push((await seedCard(platform, "100.00")).number);
    const units = await unitsOf(platform, operator, (await seedCard(platform, "200.00")).number);
    const rates: number[] = [];
    const began = performance.now();
    for (let done = 0; done < TAPS; done += BATCH) {
      const started = performance.now();
      const outcomes = await operator.tap(...rows(platform, cards, done));
      if (JSON.stringify(outcomes).includes("code")) throw new Error("a tap was refused");
      rates.push((BATCH / (performance.now() - started)) * 1_000);
    }
    const seconds = (performance.now() - began) / 1_000;
    return [
      {
        what: `${TAPS.toLocaleString("en")} taps of ${CARDS.toLocaleString("en")} cards in batches of ${BATCH}`,
        measured: `${seconds.toFixed(0)} s: ${median(rates).toFixed(0)} a second`,
        bound: "",
      },
      {
        what: "an entry, and an exit with its charge",
        measured: `${units.entry} and ${units.exit} write units`,
        bound: "",
      },
    ];
  } finally {
    await platform.stop();
  }
}

/** An entry or an exit of each card in a round, half an hour after the one before: five rides each. */
function rows(platform: TestPlatform, cards: readonly string[], done: number) {
  return Array.from({ length: BATCH }, (_, i) => {
    const round = Math.floor((done + i) / cards.length);
    const at = plusMs(platform.clock.now(), (round - TAPS / cards.length) * 30 * MINUTE_MS);
    return tapRow(round % 2 === 0 ? "ENTRY" : "EXIT", cards[(done + i) % cards.length] ?? "", at);
  });
}

async function unitsOf(platform: TestPlatform, operator: TapSender, card: string) {
  const cost = async (kind: "ENTRY" | "EXIT", minutesAgo: number): Promise<number> => {
    await operator.tap(tapRow(kind, card, plusMs(platform.clock.now(), -minutesAgo * MINUTE_MS)));
    const line = platform.logs.findLast(({ message }) => message === "request") ?? {};
    return Number(Object.entries(line).find(([name]) => name === "writeUnits")?.[1]);
  };
  return { entry: await cost("ENTRY", 40), exit: await cost("EXIT", 10) };
}
