import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walkBetween } from "../../../services/convenience/transit/network/fare.ts";
import { FARE_RULES } from "../../../services/convenience/transit/network/fare-rules.ts";
import type { LineCode, StationCode } from "../../../services/convenience/transit/network/network.ts";
import type { Pass } from "../../../services/convenience/transit/rides/pass.ts";
import {
  EMPTY_BOOK,
  pruneBook,
  type RideBook,
  withPass,
} from "../../../services/convenience/transit/rides/ride.ts";
import { owedChanges, priceRides } from "../../../services/convenience/transit/rides/trip-fare.ts";
import { region } from "../../../services/field/region.ts";
import { date, monthOf } from "../../../services/kernel/civil-date.ts";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { addMoney, fen, formatMoney } from "../../../services/kernel/money.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const CARD = "crd_0123456789abcdef";
const OPERATOR: PartnerId = "ptn_0123456789abcdef";
/** Ten in the morning of a Monday in Beijing. */
const START = "2026-11-23T02:00:00.000Z" as Instant;
const PASSENGER = { kind: "STANDARD", region: region("110000"), rules: FARE_RULES } as const;

const at = (minutes: number): Instant => plusMs(START, minutes * 60_000);
const NOW = at(20 * 60);

function pass(kind: Pass["kind"], minutes: number, code: string, line?: string): Pass {
  return {
    ...{ kind, at: at(minutes), station: code as StationCode, isAirportLine: line !== undefined },
    ...(line ? { line: line as LineCode } : {}),
    ...{ operator: OPERATOR, tap: `${kind}-${minutes}-${code}`, alone: fen(3_00n) },
  };
}
const ride = (from: string, to: string, begins: number, ends: number, line?: string) => [
  pass("ENTRY", begins, from, line),
  pass("EXIT", ends, to, line),
];

function take(passes: readonly Pass[], book: RideBook = EMPTY_BOOK, now: Instant = NOW) {
  let next = book;
  let charged = fen(0n);
  for (const each of passes) {
    const step = priceRides(next, withPass(next.rides, each, CARD), PASSENGER, now);
    charged = addMoney(charged, ...owedChanges(step.changes).values());
    next = step.book;
  }
  const fares = next.rides
    .toSorted((a, b) => ((a.entry ?? a.exit)?.at ?? "").localeCompare((b.entry ?? b.exit)?.at ?? ""))
    .map(({ charge }) => formatMoney(charge?.amount ?? fen(0n)));
  return { book: next, fares, charged: formatMoney(charged) };
}

const spent = (yuan: bigint): RideBook => ({
  ...EMPTY_BOOK,
  spent: [{ month: monthOf(date("2026-11-01")), amount: fen(yuan * 100n) }],
});

describe("one who leaves and enters again at the pair within 30 minutes goes on with the journey", () => {
  // 牡丹园 to 太平桥 by line 19 is 7.67 km: 4.00. 复兴门 to 国贸 is 8.761 km: 4.00. The whole is 16.431 km: 5.00.
  const first = ride("mudanyuan", "taipingqiao", 0, 30);
  const second = (begins: number) => ride("fuxingmen", "guomao", begins, begins + 30);

  it.each([
    [30, ["4.00", "1.00"], "the same moment"],
    [45, ["4.00", "1.00"], "a quarter of an hour later"],
    [60, ["4.00", "1.00"], "30 minutes later"],
    [60.01, ["4.00", "4.00"], "later"],
  ])("entering at minute %d: %j, %s", (begins, fares) => {
    expect(take([...first, ...second(begins)]).fares).toEqual(fares);
  });

  it("but not at the station that was left, whether to go on or to go back", () => {
    const stations = FARE_RULES.flatMap(({ walkedTransfers }) =>
      walkedTransfers.flatMap((walk) => walk.stations),
    );
    expect(new Set(stations).size).toBe(8);
    for (const station of stations)
      for (const rule of FARE_RULES)
        expect(walkBetween(rule, [station as StationCode, station as StationCode])).toBeUndefined();
    const there = ride("mudanyuan", "fuxingmen", 0, 30);
    expect(take([...there, ...ride("fuxingmen", "guomao", 40, 70)]).fares).toEqual(["4.00", "4.00"]);
    expect(take([...there, ...ride("fuxingmen", "mudanyuan", 55, 80)]).fares).toEqual(["4.00", "4.00"]);
  });

  it.each([
    ["taipingqiao", "fuxingmen"],
    ["niujie", "guanganmennei"],
    ["muxidi", "muxidi-line-16"],
    ["dazhongsi", "dazhongsi-line-12"],
  ])("between %s and %s, either way", (a, b) => {
    for (const [left, entered] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(take([...ride(left, left, 0, 5), ...ride(entered, entered, 20, 25)]).fares).toEqual([
        "3.00",
        "0.00",
      ]);
    }
  });

  it("as 北京日报 of 2024-12-16 reckons it: 安贞桥 to 大钟寺 3.00, on to 知春路 1.00, the whole 4.00", () => {
    const journey = [
      ...ride("anzhenqiao", "dazhongsi-line-12", 0, 15),
      ...ride("dazhongsi", "zhichunlu", 30, 35),
    ];
    expect(take(journey).fares).toEqual(["3.00", "1.00"]);
  });

  it("but not at another station, nor by an own line's gates", () => {
    expect(take([...first, ...ride("xidan", "guomao", 40, 60)]).fares).toEqual(["4.00", "4.00"]);
    const ownGates = ride("dongzhimen", "terminal-3", 40, 80, "airport");
    expect(take([...ride("xidan", "dongzhimen", 0, 30), ...ownGates]).fares).toEqual(["4.00", "25.00"]);
  });

  it("never costs below nothing: a journey back to where it began is paid already", () => {
    expect(take([...first, ...ride("fuxingmen", "jishuitan", 40, 60)]).fares).toEqual(["4.00", "0.00"]);
  });

  it("by the month's discount on the difference", () => {
    expect(take([...first, ...second(45)], spent(100n)).fares).toEqual(["3.20", "0.80"]);
    expect(take([...first, ...second(45)], spent(150n)).fares).toEqual(["2.00", "0.50"]);
  });

  it("over two walks, with all that was paid before", () => {
    // 4.00; 牡丹园 to 木樨地 costs no more; the whole to 宛平城 is 6.00.
    const walks = [
      ...first,
      ...ride("fuxingmen", "muxidi", 45, 60),
      ...ride("muxidi-line-16", "wanpingcheng", 80, 110),
    ];
    expect(take(walks).fares).toEqual(["4.00", "0.00", "2.00"]);
  });

  it("is not gone on with by a ride whose beginning nobody knows", () => {
    expect(take([pass("EXIT", 30, "taipingqiao"), ...second(45)]).fares.at(-1)).toBe("4.00");
    expect(take([...first, pass("ENTRY", 40, "xidan"), ...second(50)]).fares.at(-1)).toBe("4.00");
  });

  it("stays so when the first ride is too old for taps of its own, and a later tap comes", () => {
    const { book } = take([...first, ...second(45)]);
    // The first ride ended 66 hours and a minute ago, the second is kept.
    const later = plusMs(at(30), 66 * HOUR_MS + 60_000);
    const kept = pruneBook(book, later);
    expect(kept.rides).toHaveLength(2);
    const begins = (Date.parse(later) - Date.parse(START)) / 60_000 - 60;
    expect(take(ride("xidan", "guomao", begins, begins + 30), kept, later).charged).toBe("4.00");
  });
});

describe("rides that taps tell late or in any order", () => {
  const STATIONS = ["xidan", "guomao", "fuxingmen", "taipingqiao", "mudanyuan", "muxidi", "muxidi-line-16"];
  const rides = fc.array(
    fc.record({
      from: fc.constantFrom(...STATIONS),
      to: fc.constantFrom(...STATIONS),
      pause: fc.constantFrom(10, 30, 31, 200),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const passesOf = (all: readonly { from: string; to: string; pause: number }[]) => {
    let minute = 0;
    return all.flatMap(({ from, to, pause }) => {
      const begins = minute + pause;
      minute = begins + 25;
      return ride(from, to, begins, minute);
    });
  };

  it("cost the same as in order, in all and each, also where they pass a step of the month's discount", () => {
    fc.assert(
      fc.property(
        rides
          .map(passesOf)
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
              fc.constantFrom(0n, 90n, 140n, 395n),
            ),
          ),
        ([all, shuffled, before]) => {
          const [inOrder, late] = [take(all, spent(before)), take(shuffled, spent(before))];
          expect(late.fares).toEqual(inOrder.fares);
          expect(late.charged).toBe(inOrder.charged);
          expect(late.book.spent).toEqual(inOrder.book.spent);
        },
      ),
    );
  });

  it("cost no more where they are gone on with than where each is for itself", () => {
    fc.assert(
      fc.property(rides.map(passesOf), (all) => {
        // The same rides, each hours after the one before: no walk is in time.
        const apart = all.map((each, i) =>
          pass(each.kind, Math.floor(i / 2) * 120 + (i % 2) * 25, each.station),
        );
        const sum = ({ fares }: { fares: readonly string[] }) =>
          fares.reduce((all, one) => all + Number(one), 0);
        expect(sum(take(all))).toBeLessThanOrEqual(sum(take(apart)));
      }),
    );
  });
});

describe("the lines to the two airports", () => {
  it("have gates of their own each: a ride does not begin at one and end at the other", () => {
    const { book, fares } = take([
      pass("ENTRY", 0, "dongzhimen", "airport"),
      ...ride("caoqiao", "daxing-airport", 60, 90, "daxing"),
      pass("EXIT", 120, "terminal-3", "airport"),
    ]);
    expect(book.rides).toHaveLength(2);
    expect(fares).toEqual(["25.00", "35.00"]);
    expect(book.spent).toEqual([]);
  });

  it("are paid by section, and by an overstay of their own", () => {
    expect(take(ride("caoqiao", "daxing-xincheng", 0, 20, "daxing")).fares).toEqual(["10.00"]);
    expect(take(ride("daxing-airport", "daxing-xincheng", 0, 241, "daxing")).fares).toEqual(["35.00"]);
    expect(take(ride("terminal-3", "dongzhimen", 0, 241, "airport")).fares).toEqual(["25.00"]);
  });
});
