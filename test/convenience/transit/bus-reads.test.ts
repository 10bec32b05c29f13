import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Boarding, boardingsOf } from "../../../services/convenience/transit/rides/boarding.ts";
import { withBoarding } from "../../../services/convenience/transit/rides/bus-rides.ts";
import type { Ride } from "../../../services/convenience/transit/rides/ride.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { cardsOf, mutate, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

const CARD = "crd_0123456789abcdef";
const START = "2026-11-02T00:00:00.000Z" as Instant;

type Said = { readonly gate?: string | undefined; readonly isCompanion?: true };

const read = (seconds: number, said: Said = { gate: "B" }): Boarding => ({
  ...{ at: plusMs(START, seconds * 1_000), operator: "ptn_0123456789abcdef", distanceKm: decimal("7") },
  ...{ tap: `${seconds}${said.gate ?? ""}${said.isCompanion ? "+" : ""}`, ...said },
});

const ridesOf = (reads: readonly Boarding[]): readonly Ride[] =>
  reads.reduce<readonly Ride[]>((rides, each) => withBoarding(rides, each, CARD), []);

const tapsIn = ({ bus }: Ride): string => (bus ? boardingsOf(bus).map(({ tap }) => tap) : []).join(" ");
const show = (rides: readonly Ride[]): readonly string[] => rides.map(tapsIn).toSorted();

describe("two reads of a bus", () => {
  it.each([
    ["by one reader within seconds are one ride", [read(0), read(3)], ["0B 3B"]],
    ["at the edge are one", [read(0), read(10)], ["0B 10B"]],
    ["later than that are two", [read(0), read(11)], ["0B", "11B"]],
    ["by readers of two buses are two", [read(0), read(3, { gate: "C" })], ["0B", "3C"]],
    ["by a reader that is not named are two", [read(0, {}), read(3, {})], ["0", "3"]],
    [
      "of which one is for a companion are two",
      [read(0), read(3, { gate: "B", isCompanion: true })],
      ["0B", "3B+"],
    ],
    ["and a third are told from the first", [read(0), read(8), read(16)], ["0B 8B", "16B"]],
  ] as const)("%s", (_, reads, rides) => {
    for (const order of [reads, reads.toReversed()])
      expect(show(ridesOf(order))).toEqual([...rides].toSorted());
  });

  const reads = fc.uniqueArray(
    fc.tuple(
      fc.nat(60),
      fc.constantFrom<Said>({}, { gate: "A" }, { gate: "B" }, { gate: "A", isCompanion: true }),
    ),
    { selector: ([seconds, said]) => read(seconds, said).tap, maxLength: 10 },
  );

  it("come to the same rides in whatever order they come, and no ride or read is lost", () => {
    fc.assert(
      fc.property(
        reads.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          let rides: readonly Ride[] = [];
          for (const [seconds, said] of shuffled) {
            const next = withBoarding(rides, read(seconds, said), CARD);
            const ids = next.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(rides.every(({ id }) => ids.includes(id))).toBe(true);
            rides = next;
          }
          expect(show(rides)).toEqual(show(ridesOf(all.map(([seconds, said]) => read(seconds, said)))));
          const taps = rides.flatMap(({ bus }) => (bus ? boardingsOf(bus) : [])).map(({ tap }) => tap);
          expect(taps.toSorted()).toEqual(all.map(([seconds, said]) => read(seconds, said).tap).toSorted());
        },
      ),
    );
  });
});

describe("an operator's reads of a bus", () => {
  let platform: TestPlatform;
  let operator: TapSender;
  beforeAll(async () => {
    platform = await startPlatform();
    operator = await seedTapSender(platform);
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

  const bus = (number: string, secondsAgo: number, said: object = { gate: "V-117" }) =>
    tapRow("BUS", number, plusMs(platform.clock.now(), -secondsAgo * 1_000), said);

  const balanceOf = async ({ token }: { readonly token: string }) =>
    textAt(await cardsOf(platform, token), 0, "balance");

  /** The trips as the operator is answered, with the numbers of its taps. */
  const tapsOf = (rows: readonly object[]): Promise<Json> =>
    mutate(
      platform,
      { apiKey: operator.liveKey },
      `mutation ($rows: [TapRowInput!]!) { done: submitTaps(rows: $rows) {
        ... on OperatedTrip { id fare taps } ... on Refusal { code }
      } }`,
      { rows },
    );

  it("by one reader within seconds are one ride, told as one, in whatever order and batches they come", async () => {
    for (const batches of [[[0, 1]], [[0], [1]], [[1], [0]]]) {
      const card = await seedCard(platform, "20.00");
      const rows = [bus(card.number, 60), bus(card.number, 56)];
      for (const batch of batches) await operator.tap(...rows.filter((_, i) => batch.includes(i)));
      expect(await balanceOf(card)).toBe("18.50");
      const told = await tapsOf(rows);
      expect(at(told, 0)).toEqual({
        ...{ id: textAt(told, 1, "id"), fare: "1.50", taps: rows.map((row) => row["number"]) },
      });
      expect(at(told, 1)).toEqual(at(told, 0));
    }
  });

  it("cost as far as the farthest of them says, whichever came first", async () => {
    for (const [first, second] of [
      ["0", "12"],
      ["12", "0"],
    ]) {
      const card = await seedCard(platform, "20.00");
      const far = (distanceKm: string | undefined) => ({ gate: "V-117", distanceKm });
      await operator.tap(bus(card.number, 60, far(first)));
      await operator.tap(bus(card.number, 56, far(second)));
      expect(await balanceOf(card)).toBe("18.50");
    }
  });

  it("need no more than the ride on the card", async () => {
    const card = await seedCard(platform, "1.50");
    const outcomes = await operator.tap(bus(card.number, 60), bus(card.number, 56));
    expect(outcomes).toMatchObject([{ fare: "1.50" }, { fare: "1.50" }]);
    expect(await balanceOf(card)).toBe("0.00");
  });

  it("are two rides where no reader is named, or it has taken the card for a companion", async () => {
    for (const said of [
      [{}, {}],
      [{ gate: "V-117" }, { gate: "V-117", companion: true }],
    ]) {
      const card = await seedCard(platform, "20.00");
      const rows = said.map((each, i) => bus(card.number, 60 - i * 4, each));
      const [first, second] = await operator.tap(...rows);
      expect(at(first ?? null, "id")).not.toBe(at(second ?? null, "id"));
      expect(await balanceOf(card)).toBe("17.00");
      const query = "{ me { transitCards { trips { edges { node { companion fare } } } } } }";
      const { data } = await platform.call({ query, token: card.token });
      const edges = at(data, "me", "transitCards", 0, "trips", "edges");
      expect((edges as readonly Json[]).map((edge) => at(edge, "node", "companion"))).toEqual([
        "companion" in (said[1] ?? {}),
        false,
      ]);
    }
  });

  it("name the reader as a gate is named, and a number stands for what was said of it", async () => {
    const card = await seedCard(platform, "20.00");
    const row = bus(card.number, 60);
    expect(await operator.tap({ ...row, gate: "V 117" })).toMatchObject([
      { code: "NOT_A_GATE", path: ["rows", "0", "gate"] },
    ]);
    expect(await operator.tap(row, { ...row, companion: true }, { ...row, outsideCity: true })).toMatchObject(
      [{ fare: "1.50" }, { code: "TAP_NUMBER_TAKEN" }, { code: "TAP_NUMBER_TAKEN" }],
    );
  });

  it("leave the ledger sound", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
