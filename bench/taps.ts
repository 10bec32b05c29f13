import { plusMs } from "../services/kernel/runtime.ts";
import {
  seedCard,
  seedTapSender,
  type TapSender,
  tapRow,
} from "../test/convenience/transit/transit-world.ts";
import { startPlatform, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, lastCost, median } from "./measure.ts";

const TAPS = 4_000;
const BATCH = 50;
const CARDS = 400;
const ROUNDS = TAPS / CARDS;
const MINUTE_MS = 60_000;

type Row = ReturnType<typeof tapRow>;

/**
 * An operator's batches of taps, each ride charged as it ends: entries and exits of many cards in turn, a batch of which
 * has one tap of a card; and batches that bring a card's entry with its exit, as gates that were offline do. The two take
 * turns, so that the machine counts in both alike.
 */
export async function taps(): Promise<readonly Figure[]> {
  const platform = await startPlatform();
  try {
    const operator = await seedTapSender(platform);
    const [ofApart, ofTogether] = [await seedCards(platform), await seedCards(platform)];
    const units = await unitsOf(platform, operator);
    const apart: number[] = [];
    const together: number[] = [];
    const batches = inBatches(rowsInTurn(platform, ofApart));
    for (const [i, batch] of inBatches(rowsOfRides(platform, ofTogether)).entries()) {
      apart.push(await rateOf(operator, batches[i] ?? []));
      together.push(await rateOf(operator, batch));
    }
    const of = `${TAPS.toLocaleString("en")} taps of ${CARDS.toLocaleString("en")} cards in batches of ${BATCH}`;
    return [
      {
        what: `${of}, one of a card in a batch`,
        measured: `${median(apart).toFixed(0)} a second`,
        bound: "",
      },
      {
        what: "the same, a card's entry and exit in one batch",
        measured: `${median(together).toFixed(0)} a second`,
        bound: "",
      },
      {
        what: "an entry, and an exit with its charge",
        measured: `${units.entry} and ${units.exit} write units`,
        bound: "",
      },
      {
        what: "the same in one batch",
        measured: `${units.together} write units`,
        bound: "≤ 16",
      },
    ];
  } finally {
    await platform.stop();
  }
}

async function seedCards(platform: TestPlatform): Promise<readonly string[]> {
  const cards: string[] = [];
  for (let i = 0; i < CARDS; i += 1) cards.push((await seedCard(platform, "100.00")).number);
  return cards;
}

async function rateOf(operator: TapSender, batch: readonly Row[]): Promise<number> {
  const started = performance.now();
  const outcomes = await operator.tap(...batch);
  if (JSON.stringify(outcomes).includes("code")) throw new Error("a tap was refused");
  return (batch.length / (performance.now() - started)) * 1_000;
}

const inBatches = (rows: readonly Row[]): readonly (readonly Row[])[] =>
  Array.from({ length: rows.length / BATCH }, (_, i) => rows.slice(i * BATCH, (i + 1) * BATCH));

/** A tap of a card in a round, half an hour after the one before: an entry, then an exit. */
const tapIn = (platform: TestPlatform, card: string, round: number): Row =>
  tapRow(
    round % 2 === 0 ? "ENTRY" : "EXIT",
    card,
    plusMs(platform.clock.now(), (round - ROUNDS) * 30 * MINUTE_MS),
  );

/** Each card's next tap in turn: five rides each. */
const rowsInTurn = (platform: TestPlatform, cards: readonly string[]): readonly Row[] =>
  Array.from({ length: ROUNDS }, (_, round) => cards.map((card) => tapIn(platform, card, round))).flat();

/** Each card's next ride in turn. */
const rowsOfRides = (platform: TestPlatform, cards: readonly string[]): readonly Row[] =>
  Array.from({ length: ROUNDS / 2 }, (_, ride) =>
    cards.flatMap((card) => [tapIn(platform, card, 2 * ride), tapIn(platform, card, 2 * ride + 1)]),
  ).flat();

async function unitsOf(platform: TestPlatform, operator: TapSender) {
  const cost = async (...rows: readonly Row[]): Promise<number> => {
    await operator.tap(...rows);
    return Number(lastCost(platform)["writeUnits"]);
  };
  const ride = async () => {
    const { number } = await seedCard(platform, "200.00");
    return [tapIn(platform, number, ROUNDS - 2), tapIn(platform, number, ROUNDS - 1)] as const;
  };
  const [[entry, exit], both] = [await ride(), await ride()];
  return { entry: await cost(entry), exit: await cost(exit), together: await cost(...both) };
}
