import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FARE_RULES } from "../../../services/convenience/transit/network/fare-rules.ts";
import type { StationCode } from "../../../services/convenience/transit/network/network.ts";
import type { Pass } from "../../../services/convenience/transit/rides/pass.ts";
import {
  EMPTY_BOOK,
  isComplete,
  nextDue,
  pruneBook,
  type Ride,
  type RideBook,
  withPass,
} from "../../../services/convenience/transit/rides/ride.ts";
import { owedChanges, priceRides, spentIn } from "../../../services/convenience/transit/rides/trip-fare.ts";
import { region } from "../../../services/field/region.ts";
import { date, monthOf } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { addMoney, type Fen, fen, formatMoney } from "../../../services/kernel/money.ts";
import { HOUR_MS, type Instant, instantOf, plusMs } from "../../../services/kernel/runtime.ts";

const CARD = "crd_0123456789abcdef";
const OPERATOR: PartnerId = "ptn_0123456789abcdef";
const START = "2026-11-02T00:00:00.000Z" as Instant;
const PASSENGER = { kind: "STANDARD", region: region("110000"), rules: FARE_RULES } as const;
const ALONE = fen(3_00n);
const MINUTE_MS = 60_000;

const station = (code: string) => code as StationCode;
const at = (minutes: number): Instant => plusMs(START, minutes * MINUTE_MS);

const pass = (kind: Pass["kind"], minutes: number, code = "xidan", isAirportLine = false): Pass => ({
  ...{ kind, at: at(minutes), station: station(code), isAirportLine, operator: OPERATOR },
  ...{ tap: `${kind}-${minutes}-${code}`, alone: ALONE },
});

const ridesOf = (passes: readonly Pass[]): readonly Ride[] =>
  passes.reduce<readonly Ride[]>((rides, each) => withPass(rides, each, CARD), []);

/** The ends of each ride, as "8:00 xidan > 8:30 guomao". */
const show = (rides: readonly Ride[]): readonly string[] =>
  rides.map(({ entry, exit }) => `${entry?.tap ?? "?"} > ${exit?.tap ?? "?"}`).toSorted();

describe("rides are matched from taps", () => {
  it("an exit with the entry right before it", () => {
    const rides = ridesOf([pass("ENTRY", 0), pass("EXIT", 30), pass("ENTRY", 600), pass("EXIT", 640)]);
    expect(show(rides)).toEqual(["ENTRY-0-xidan > EXIT-30-xidan", "ENTRY-600-xidan > EXIT-640-xidan"]);
  });

  it("and an entry after which another one comes has no exit", () => {
    const rides = ridesOf([pass("ENTRY", 0), pass("ENTRY", 60), pass("EXIT", 90)]);
    expect(show(rides)).toEqual(["ENTRY-0-xidan > ?", "ENTRY-60-xidan > EXIT-90-xidan"]);
  });

  it("but not over the end of service: who comes out 18 hours later came in another time", () => {
    expect(show(ridesOf([pass("ENTRY", 0), pass("EXIT", 18 * 60)]))).toHaveLength(1);
    expect(show(ridesOf([pass("ENTRY", 0), pass("EXIT", 18 * 60 + 1)]))).toHaveLength(2);
  });

  it("and not over other gates: the line to the airport has its own", () => {
    const rides = ridesOf([
      pass("ENTRY", 0),
      pass("EXIT", 20, "dongzhimen"),
      pass("ENTRY", 25, "dongzhimen", true),
      pass("EXIT", 60, "terminal-3", true),
    ]);
    expect(rides.every(isComplete)).toBe(true);
    expect(rides).toHaveLength(2);
  });

  it("out and in again at the same moment", () => {
    const rides = ridesOf([pass("ENTRY", 30), pass("EXIT", 30), pass("EXIT", 50), pass("ENTRY", 0)]);
    expect(show(rides)).toEqual(["ENTRY-0-xidan > EXIT-30-xidan", "ENTRY-30-xidan > EXIT-50-xidan"]);
  });

  it("and anew when a tap comes late: the ride keeps its id, and the exit goes to whom it belongs", () => {
    const before = ridesOf([pass("ENTRY", 0), pass("EXIT", 90)]);
    const after = withPass(before, pass("ENTRY", 60), CARD);
    expect(show(after)).toEqual(["ENTRY-0-xidan > ?", "ENTRY-60-xidan > EXIT-90-xidan"]);
    expect(after.find(({ entry }) => entry?.tap === "ENTRY-0-xidan")?.id).toBe(before[0]?.id);
  });

  const passes = fc
    .uniqueArray(
      fc.record({
        kind: fc.constantFrom("ENTRY" as const, "EXIT" as const),
        minutes: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.constantFrom(0, 30)),
        isAirportLine: fc.boolean(),
        gate: fc.constantFrom("A", "B"),
      }),
      { selector: ({ kind, minutes, gate }) => `${kind}${minutes}${gate}`, maxLength: 12 },
    )
    .map((all) =>
      all.map(({ kind, minutes, isAirportLine, gate }) => {
        const passed = pass(kind, minutes, isAirportLine ? "dongzhimen" : "xidan", isAirportLine);
        // Two gates may see two passes at one moment.
        return { ...passed, gate, tap: `${passed.tap}-${gate}` };
      }),
    );

  it("the same, in whatever order taps come", () => {
    fc.assert(
      fc.property(
        passes.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(show(ridesOf(shuffled))).toEqual(show(ridesOf(all)));
        },
      ),
    );
  });

  it("each tap on one ride, and no ride lost", () => {
    fc.assert(
      fc.property(passes, (all) => {
        let rides: readonly Ride[] = [];
        for (const each of all) {
          const next = withPass(rides, each, CARD);
          const ids = next.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(rides.every(({ id }) => ids.includes(id))).toBe(true);
          rides = next;
        }
        const ends = rides.flatMap(({ entry, exit }) => [entry, exit].flatMap((end) => end?.tap ?? []));
        expect(ends.toSorted()).toEqual(all.map(({ tap }) => tap).toSorted());
      }),
    );
  });

  it("and what a card is charged is what its rides cost, after every tap and whatever time it is", () => {
    const sum = (amounts: Iterable<Fen>) => addMoney(...amounts);
    fc.assert(
      fc.property(passes, fc.array(fc.nat({ max: 400 }), { maxLength: 12 }), (all, delays) => {
        let book: RideBook = EMPTY_BOOK;
        let charged = fen(0n);
        let now = Date.parse(at(3_000));
        for (const [i, each] of all.entries()) {
          now += (delays[i] ?? 0) * MINUTE_MS;
          const next = priceRides(book, withPass(book.rides, each, CARD), PASSENGER, instantOf(now));
          charged = addMoney(charged, ...owedChanges(next.changes).values());
          ({ book } = next);
          expect(charged).toBe(sum(book.rides.map(({ charge }) => charge?.amount ?? fen(0n))));
          const counted = book.rides.map(({ charge }) => charge?.counted ?? fen(0n));
          expect(sum(book.spent.map(({ amount }) => amount))).toBe(sum(counted));
        }
      }),
    );
  });
});

describe("a ride's price", () => {
  function charge(book: RideBook, passes: readonly Pass[], now: Instant = at(3 * 60)) {
    let next = book;
    let total = fen(0n);
    for (const each of passes) {
      const step = priceRides(next, withPass(next.rides, each, CARD), PASSENGER, now);
      total = addMoney(total, ...owedChanges(step.changes).values());
      next = step.book;
    }
    return { book: next, total: formatMoney(total) };
  }
  const bookWith = (yuan: bigint, month = "2026-11"): RideBook => ({
    ...EMPTY_BOOK,
    spent: [{ month: monthOf(date(`${month}-01`)), amount: fen(yuan * 100n) }],
  });
  // 7.165 km: 4.00.
  const ride = (begins: number) => [pass("ENTRY", begins, "xidan"), pass("EXIT", begins + 30, "guomao")];

  it("follows the distance between its stations, and the card's spending in the month", () => {
    expect(charge(EMPTY_BOOK, ride(0)).total).toBe("4.00");
    expect(charge(bookWith(100n), ride(0)).total).toBe("3.20");
    expect(charge(bookWith(150n), ride(0)).total).toBe("2.00");
    expect(charge(bookWith(400n), ride(0)).total).toBe("4.00");
  });

  it("is whole again on the first ride of a month, by the time of Beijing", () => {
    // All of it on the last day of October in UTC.
    const october = bookWith(150n, "2026-10");
    const late = [pass("ENTRY", -33 * 60, "xidan"), pass("EXIT", -32 * 60 - 1, "guomao")];
    expect(charge(october, late).total).toBe("2.00");
    expect(charge(october, ride(-31 * 60)).total).toBe("4.00");
  });

  it("counts as it was paid: a discount that starts with the third ride of a day", () => {
    const first = charge(bookWith(93n), ride(0));
    const second = charge(first.book, ride(60));
    expect([first.total, second.total]).toEqual(["4.00", "4.00"]);
    expect(charge(second.book, ride(120)).total).toBe("3.20");
  });

  it("of more than four hours is 3.00 more, which earns no discount", () => {
    const { total, book } = charge(
      EMPTY_BOOK,
      [pass("ENTRY", 0, "xidan"), pass("EXIT", 241, "guomao")],
      at(300),
    );
    expect(total).toBe("7.00");
    expect(book.spent).toEqual([{ month: "2026-11", amount: 4_00n }]);
    expect(charge(EMPTY_BOOK, [pass("ENTRY", 0, "xidan"), pass("EXIT", 240, "guomao")], at(300)).total).toBe(
      "4.00",
    );
  });

  it("to the airport is 25.00, which earns no discount", () => {
    const passes = [pass("ENTRY", 0, "dongzhimen", true), pass("EXIT", 40, "terminal-3", true)];
    const { total, book } = charge(bookWith(100n), passes);
    expect(total).toBe("25.00");
    expect(book.spent).toEqual(bookWith(100n).spent);
  });

  it("with one end missing is nothing for 24 hours, and then the operator's", () => {
    const open = charge(EMPTY_BOOK, [pass("ENTRY", 0)]);
    expect(open.total).toBe("0.00");
    expect(nextDue(open.book)).toBe(at(24 * 60));
    const end = (now: Instant) => owedChanges(priceRides(open.book, open.book.rides, PASSENGER, now).changes);
    expect([...end(at(24 * 60)).values()]).toEqual([]);
    expect([...end(plusMs(START, 24 * HOUR_MS + 1)).values()]).toEqual([3_00n]);
  });

  it("that was charged with one end missing is put right by the other, however late", () => {
    const open = charge(EMPTY_BOOK, [pass("ENTRY", 0, "xidan")]);
    const now = at(30 * 60);
    const ended = priceRides(open.book, open.book.rides, PASSENGER, now).book;
    expect(nextDue(ended)).toBeUndefined();
    expect(charge(ended, [pass("EXIT", 30, "guomao")], now).total).toBe("1.00");
  });

  it("goes back when a late entry takes its exit away", () => {
    const wrong = charge(EMPTY_BOOK, [pass("ENTRY", 0, "xidan"), pass("EXIT", 90, "sihui-east")]);
    expect(wrong.total).toBe("4.00");
    expect(charge(wrong.book, [pass("ENTRY", 60, "sihui")]).total).toBe("-1.00");
  });

  it("is reckoned in the order of time, however the taps came: the third ride of a day is the cheaper one", () => {
    // 93.00, and two rides of 4.00 reach 100.00; the discount is the last one's.
    const [first, second, third] = [ride(0), ride(60), ride(120)];
    const rides = [...third, ...second, ...first].reduce<readonly Ride[]>(
      (known, each) => withPass(known, each, CARD),
      [],
    );
    const { changes } = priceRides(bookWith(93n), rides, PASSENGER, at(3 * 60));
    expect(changes.map(({ after }) => after.charge?.amount)).toEqual([4_00n, 4_00n, 3_20n]);
    expect(changes.map(({ after }) => after.entry?.at)).toEqual([at(0), at(60), at(120)]);
  });

  it("is reckoned in the order of time, in whatever order the rides are known: by bus and by the airport line too", () => {
    const bus = (minutes: number): Ride => ({
      ...{ id: `trp_bus${minutes}`, card: CARD, listedAt: at(minutes) },
      bus: { at: at(minutes), operator: OPERATOR, tap: `BUS-${minutes}`, distanceKm: decimal("12") },
    });
    const metro = [...ride(0), ...ride(60), ...ride(120)].reduce<readonly Ride[]>(
      (known, each) => withPass(known, each, CARD),
      [],
    );
    const all = [...metro, bus(-30), bus(150)];
    const priced = (rides: readonly Ride[]) =>
      priceRides(bookWith(95n), rides, PASSENGER, at(3 * 60)).changes.map(({ after }) => [
        after.id,
        after.charge?.amount,
      ]);
    // A bus of 12 km is 3.00, by the card 1.50, whatever was spent.
    const amounts = priced(all).map(([, amount]) => amount);
    expect(amounts).toEqual([1_50n, 4_00n, 4_00n, 3_20n, 1_50n]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(priced(shuffled)).toEqual(priced(all));
      }),
    );
    expect(bus(0)).toSatisfy(isComplete);
  });

  it("leaves alone what another month has come to", () => {
    const months = [
      { month: monthOf(date("2026-10-01")), amount: fen(150_00n) },
      { month: monthOf(date("2026-11-01")), amount: fen(10_00n) },
    ];
    const { book } = charge({ ...EMPTY_BOOK, spent: months }, ride(0));
    expect(spentIn(book.spent, monthOf(date("2026-10-01")))).toBe(150_00n);
    expect(spentIn(book.spent, monthOf(date("2026-11-01")))).toBe(14_00n);
    expect(book.spent).toHaveLength(2);
    const october = charge(book, [pass("ENTRY", -33 * 60, "xidan"), pass("EXIT", -32 * 60 - 1, "guomao")]);
    expect(spentIn(october.book.spent, monthOf(date("2026-10-01")))).toBe(152_00n);
    expect(spentIn(october.book.spent, monthOf(date("2026-11-01")))).toBe(14_00n);
  });
});

describe("what is kept of a card's book", () => {
  const NOW = at(0);
  const month = (of: string, yuan: bigint) => ({
    month: monthOf(date(`${of}-01`)),
    amount: fen(yuan * 100n),
  });

  it("are the two latest months, in whatever order they came to be known", () => {
    const [september, october, november] = [month("2026-09", 1n), month("2026-10", 2n), month("2026-11", 3n)];
    for (const spent of [
      [september, october, november],
      [november, october, september],
      [october, november, september],
    ]) {
      expect(pruneBook({ ...EMPTY_BOOK, spent }, NOW).spent).toEqual([october, november]);
    }
    const turn = [month("2026-12", 4n), month("2027-01", 5n), november];
    expect(pruneBook({ ...EMPTY_BOOK, spent: turn }, NOW).spent).toEqual([turn[0], turn[1]]);
    expect(pruneBook({ ...EMPTY_BOOK, spent: [november] }, NOW).spent).toEqual([november]);
  });

  const HOUR = 60;
  const DAY = 24 * HOUR;
  it.each([
    [
      "a whole ride for 66 hours from its end: two days a tap may be late, and 18 hours a ride may take",
      66 * HOUR,
    ],
    ["one whose other end is missing for 30 days, in which it can be corrected", 30 * DAY],
  ])("is %s", (what, minutes) => {
    const isWhole = what.startsWith("a whole");
    const rides = ridesOf(isWhole ? [pass("ENTRY", -30), pass("EXIT", 0, "guomao")] : [pass("ENTRY", 0)]);
    const keptAt = (late: number) =>
      pruneBook({ ...EMPTY_BOOK, rides }, plusMs(START, late * MINUTE_MS)).rides;
    expect(keptAt(minutes)).toEqual(rides);
    expect(keptAt(minutes + 1)).toEqual([]);
  });
});
