import fc from "fast-check";
import { expect, it } from "vitest";
import type { Ride, RideBook } from "../../../services/convenience/transit/rides/ride.ts";
import { tripIdOf } from "../../../services/convenience/transit/rides/ride.ts";
import { bookText, readBookText } from "../../../services/convenience/transit/rides/ride-text.ts";
import { dateAt, monthOf } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, instantOf } from "../../../services/kernel/runtime.ts";

const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
const instant = fc.oneof(
  ms.map(instantOf),
  // Nothing writes it so, and nothing would be lost if it did.
  ms.map((at) => instantOf(at).replace("Z", "+00:00") as Instant),
);
const operator = fc.constantFrom("ptn_one" as const, "ptn_two" as const);
const tap = fc.string({ minLength: 1, maxLength: 40 });
const said = fc.string({ minLength: 11, maxLength: 11 });
const money = fc.bigInt(0n, 100_000n).map(fen);
const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value).map((some) => (some === null ? {} : { [key]: some }));

const again = fc
  .tuple(fc.record({ at: instant, tap, said }), optional("correction", tap))
  .map(([read, others]) => ({ ...read, ...others }));

const pass = (kind: "ENTRY" | "EXIT") =>
  fc
    .tuple(
      fc.record({ at: instant, operator, tap, alone: money, isAirportLine: fc.boolean() }),
      ...[optional("said", said), optional("gate", tap), optional("sameStationMinutes", fc.nat(60))],
      optional("again", fc.array(again)),
      optional("correction", tap),
      fc.boolean(),
    )
    .map(([first, ...others]) => ({
      ...{ ...first, kind, station: "xidan" },
      ...Object.assign({}, ...others.filter((each) => typeof each === "object")),
      ...(first.isAirportLine && others.at(-1) ? { line: "daxing-airport" } : {}),
    }));

const boarding = fc.record({
  ...{ at: instant, tap, distanceKm: fc.nat(9_999).map((n) => decimal(`${n / 10}`)) },
});
const boarded = [
  optional("said", said),
  optional("service", fc.constantFrom("TOURIST", "TO_ORDER")),
  optional("isOutside", fc.constant(true)),
] as const;
const bus = fc
  .tuple(
    ...[
      boarding,
      fc.record({ operator }),
      ...boarded,
      optional("gate", tap),
      optional("isCompanion", fc.constant(true)),
    ],
    optional("again", fc.array(fc.tuple(boarding, ...boarded).map((parts) => Object.assign({}, ...parts)))),
  )
  .map((parts) => Object.assign({}, ...parts));

const charge = fc
  .tuple(
    fc.record({ amount: money, counted: money, operator }),
    optional("loss", money),
    optional("shares", fc.array(fc.record({ operator, amount: money }))),
  )
  .map((parts) => Object.assign({}, ...parts));

const ends = fc.oneof(
  fc.record({ entry: pass("ENTRY") }),
  fc.record({ exit: pass("EXIT") }),
  fc.record({ entry: pass("ENTRY"), exit: pass("EXIT") }),
  fc.record({ bus }),
);
const ride: fc.Arbitrary<Ride> = fc
  .tuple(
    ...[ends, fc.constantFrom("crd_one", "crd_two"), fc.boolean(), instant],
    ...[optional("charge", charge), optional("unused", pass("EXIT"))],
  )
  .map(([found, card, isFirst, listedAt, charged, unused]) => {
    const first = Object.values(found)[0];
    const own = { id: tripIdOf(first.operator, first.tap), listedAt: first.at };
    return {
      ...found,
      card,
      ...(isFirst ? own : { id: "trp_another", listedAt }),
      ...charged,
      ...unused,
    } as Ride;
  });
const spent: fc.Arbitrary<RideBook["spent"]> = fc.array(
  fc.record({ month: instant.map((at) => monthOf(dateAt(at))), amount: money }),
);

it("a book's rides and its spending are read as they were written", () => {
  fc.assert(
    fc.property(fc.array(ride, { maxLength: 8 }), spent, (rides, months) => {
      const book = { rides, spent: months };
      expect(readBookText(bookText(book))).toEqual(book);
    }),
    { numRuns: 200 },
  );
});
