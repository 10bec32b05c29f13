import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StationCode } from "../../../services/convenience/transit/network/network.ts";
import type { Pass } from "../../../services/convenience/transit/rides/pass.ts";
import { type Ride, withPass } from "../../../services/convenience/transit/rides/ride.ts";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { cardsOf, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

const CARD = "crd_0123456789abcdef";
const START = "2026-11-02T00:00:00.000Z" as Instant;

const read = (kind: Pass["kind"], seconds: number, gate?: string, station = "xidan"): Pass => ({
  ...{ kind, at: plusMs(START, seconds * 1_000), station: station as StationCode, isAirportLine: false },
  ...{ operator: "ptn_0123456789abcdef", tap: `${kind}-${seconds}-${gate ?? ""}`, gate, alone: fen(3_00n) },
});

const ridesOf = (reads: readonly Pass[]): readonly Ride[] =>
  reads.reduce<readonly Ride[]>((rides, each) => withPass(rides, each, CARD), []);

const shown = (end: Pass | undefined): string =>
  end ? [end.tap, ...(end.again ?? []).map(({ tap }) => tap)].join("+") : "?";

const show = (rides: readonly Ride[]): readonly string[] =>
  rides.map(({ entry, exit }) => `${shown(entry)} > ${shown(exit)}`).toSorted();

describe("two reads at one gate", () => {
  it.each([
    ["within seconds are one", [read("ENTRY", 0), read("ENTRY", 3)], ["ENTRY-0-+ENTRY-3- > ?"]],
    ["at the edge are one", [read("ENTRY", 0, "A"), read("ENTRY", 10, "A")], ["ENTRY-0-A+ENTRY-10-A > ?"]],
    ["later than that are two", [read("ENTRY", 0), read("ENTRY", 11)], ["ENTRY-0- > ?", "ENTRY-11- > ?"]],
    ["on the way out are one", [read("EXIT", 0), read("EXIT", 2)], ["? > EXIT-0-+EXIT-2-"]],
    [
      "of two gates are two",
      [read("ENTRY", 0, "A"), read("ENTRY", 3, "B")],
      ["ENTRY-0-A > ?", "ENTRY-3-B > ?"],
    ],
    [
      "of two stations are two",
      [read("ENTRY", 0), read("ENTRY", 3, undefined, "guomao")],
      ["ENTRY-0- > ?", "ENTRY-3- > ?"],
    ],
    ["in two directions are two ends", [read("ENTRY", 0), read("EXIT", 3)], ["ENTRY-0- > EXIT-3-"]],
    [
      "with the other direction between are two",
      [read("ENTRY", 0), read("EXIT", 2), read("ENTRY", 4)],
      ["ENTRY-0- > EXIT-2-", "ENTRY-4- > ?"],
    ],
    [
      "and a third are told from the first",
      [read("ENTRY", 0), read("ENTRY", 8), read("ENTRY", 16)],
      ["ENTRY-0-+ENTRY-8- > ?", "ENTRY-16- > ?"],
    ],
    [
      "before a ride are its entry",
      [read("ENTRY", 0), read("ENTRY", 3), read("EXIT", 1_800), read("EXIT", 1_805)],
      ["ENTRY-0-+ENTRY-3- > EXIT-1800-+EXIT-1805-"],
    ],
  ] as const)("%s", (_, reads, rides) => {
    for (const order of [reads, reads.toReversed()]) expect(show(ridesOf(order))).toEqual(rides);
  });

  it("that go to another ride leave theirs with what is left", () => {
    const come = [read("EXIT", 1_801), read("ENTRY", 0), read("EXIT", 1_801, "A"), read("EXIT", 1_800, "A")];
    const before = ridesOf(come.slice(0, 3)).map(({ id }) => id);
    const after = ridesOf(come);
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.toSorted());
    expect(show(after)).toEqual(["? > EXIT-1801-", "ENTRY-0- > EXIT-1800-A+EXIT-1801-A"]);
  });

  const reads = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom("ENTRY" as const, "EXIT" as const),
      seconds: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1_800, max: 1_830 })),
      gate: fc.constantFrom(undefined, "A", "B"),
    }),
    { selector: ({ kind, seconds, gate }) => `${kind}${seconds}${gate}`, maxLength: 10 },
  );

  it("come to the same rides in whatever order and batches they come, and no ride or read is lost", () => {
    fc.assert(
      fc.property(
        reads.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const passes = (of: typeof all) => of.map(({ kind, seconds, gate }) => read(kind, seconds, gate));
          let rides: readonly Ride[] = [];
          for (const each of passes(shuffled)) {
            const next = withPass(rides, each, CARD);
            const ids = next.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(rides.every(({ id }) => ids.includes(id))).toBe(true);
            rides = next;
          }
          expect(show(rides)).toEqual(show(ridesOf(passes(all))));
          const taps = show(rides)
            .flatMap((ride) => ride.split(/ > |\+/))
            .filter((tap) => tap !== "?");
          expect(taps.toSorted()).toEqual(
            passes(all)
              .map(({ tap }) => tap)
              .toSorted(),
          );
        },
      ),
    );
  });
});

/** The reads of one ride, in the batches in which they come. */
const ORDERS: readonly (readonly (readonly number[])[])[] = [
  [[0, 1, 2, 3]],
  [[0], [1], [2], [3]],
  [[3], [1], [2], [0]],
  [
    [1, 3],
    [0, 2],
  ],
];

describe("an operator's reads", () => {
  let platform: TestPlatform;
  let operator: TapSender;
  beforeAll(async () => {
    platform = await startPlatform();
    operator = await seedTapSender(platform, undefined, { sameStationMinutes: 15 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

  const ago = (seconds: number) => plusMs(platform.clock.now(), -seconds * 1_000);

  it("of one pass are charged once and answered by one trip, in one batch or in several, in any order", async () => {
    for (const batches of ORDERS) {
      const { token, number } = await seedCard(platform, "20.00");
      const rows = [
        tapRow("ENTRY", number, ago(2_400), { gate: "G-1" }),
        tapRow("ENTRY", number, ago(2_396), { gate: "G-1" }),
        tapRow("EXIT", number, ago(600), { gate: "G-7" }),
        tapRow("EXIT", number, ago(593), { gate: "G-7" }),
      ];
      for (const batch of batches) await operator.tap(...rows.filter((_, i) => batch.includes(i)));
      expect(await cardsOf(platform, token)).toMatchObject([{ balance: "16.00" }]);
      const again = await operator.tap(...rows);
      expect(new Set(again.map((trip) => at(trip, "id"))).size).toBe(1);
      expect(again.every((trip) => at(trip, "fare") === "4.00")).toBe(true);
    }
  });

  it("are two where the gates have two names, and a name has to be one", async () => {
    const { number } = await seedCard(platform, "20.00");
    const twice = await operator.tap(
      tapRow("ENTRY", number, ago(60), { gate: "G-1" }),
      tapRow("ENTRY", number, ago(57), { gate: "G-2" }),
      tapRow("ENTRY", number, ago(54), { gate: "G 3" }),
    );
    expect(twice).toMatchObject([
      { status: "OPEN" },
      { status: "OPEN" },
      { code: "NOT_A_GATE", path: ["rows", "2", "gate"] },
    ]);
    expect(at(twice[0] ?? null, "id")).not.toBe(at(twice[1] ?? null, "id"));
  });

  it("at the station of the entry cost nothing within the operator's minutes, and the lowest price later", async () => {
    const other = await seedTapSender(platform, "9111000010000000AQ");
    for (const [sender, seconds, fare] of [
      [operator, 15 * 60, "0.00"],
      [operator, 15 * 60 + 1, "3.00"],
      [other, 60, "3.00"],
    ] as const) {
      const { number } = await seedCard(platform, "20.00");
      const [, exit] = await sender.tap(
        tapRow("ENTRY", number, ago(seconds)),
        tapRow("EXIT", number, ago(0), { station: "xidan" }),
      );
      expect(exit).toMatchObject({ status: "COMPLETED", fare });
    }
  });

  it("leave the ledger sound", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
