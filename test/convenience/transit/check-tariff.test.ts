import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARREARS_MAX } from "../../../services/convenience/transit/card.ts";
import { priceAlong } from "../../../services/convenience/transit/network/fare.ts";
import { FARE_RULES } from "../../../services/convenience/transit/network/fare-rules.ts";
import { networkIn } from "../../../services/convenience/transit/network/networks.ts";
import { checkTariff, type StatedRule } from "../../../services/convenience/transit/tariffs/check-tariff.ts";
import {
  agree,
  fareRulesOf,
  noTariffs,
  type Tariffs,
  withProposal,
} from "../../../services/convenience/transit/tariffs/tariff.ts";
import { region } from "../../../services/field/region.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { decimal } from "../../../services/kernel/decimal.ts";
import { fen } from "../../../services/kernel/money.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";

const BEIJING = region("110000");
const NETWORK = networkIn(BEIJING);
const [TODAY, DAY] = [date("2026-11-23"), date("2026-12-01")];
const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const dated = { effectiveFrom: DAY, source: "京发改〔2026〕1号" };

/** Fares that can be published, less or otherwise than those that the platform ships. */
const rule = (changes: Partial<StatedRule> = {}): StatedRule => ({
  ...{
    ...dated,
    mode: "METRO",
    region: BEIJING,
    cards: [{ kind: "STANDARD", percent: 100 }],
    monthlySpend: [],
  },
  distance: { bands: [{ upToKm: decimal("6"), price: fen(3_00n) }, { price: fen(5_00n) }] },
  ownLines: ["airport", "daxing"].map((line) => ({
    ...{ ...dated, line, distance: { bands: [{ price: fen(25_00n) }] } },
  })),
  ...{ earlyBird: [], walkedTransfers: [], modeChanges: [] },
  ...changes,
});

const bands = (...steps: readonly (readonly [string | undefined, bigint])[]): Partial<StatedRule> => ({
  distance: {
    bands: steps.map(([km, price]) => ({
      upToKm: km === undefined ? undefined : decimal(km),
      price: fen(price),
    })),
  },
});
const early = (changes: object): Partial<StatedRule> => ({
  earlyBird: [{ ...dated, stations: ["xidan"], until: "07:00:00.000", percent: 50n, ...changes }],
});
const walk = (stations: readonly [string, string], minutes = 30): Partial<StatedRule> => ({
  walkedTransfers: [{ ...dated, stations, minutes }],
});
const change = (minutes: number, off = 1_00n): Partial<StatedRule> => ({
  modeChanges: [{ ...dated, from: "BUS", minutes, off: fen(off) }],
});
const bus: Partial<StatedRule> = { mode: "BUS", ownLines: [] };
const OUTSIDE: Partial<StatedRule> = { cardsOutside: [{ kind: "STANDARD", percent: 80 }] };

describe("fares", () => {
  it.each([
    ["of a day that has not begun", {}],
    ["that are free", bands([undefined, 0n])],
    [
      "with steps beyond the last band",
      {
        distance: {
          bands: [{ upToKm: decimal("6"), price: fen(1n) }],
          step: { km: decimal("0.5"), price: fen(0n) },
        },
      },
    ],
    ["for an early bird", early({})],
    ["with walked transfers", walk(["xidan", "guomao"])],
    ["with a discount for a change of mode", change(120)],
    ["of buses", bus],
    ["of buses outside the city", { ...bus, ...OUTSIDE }],
    ["of buses with a discount for a change of mode", { ...bus, ...change(60) }],
  ] as const)("%s can be published", (_, changes) => {
    expect(checkTariff(rule(changes), NETWORK, TODAY)).toMatchObject({ ok: true });
  });

  it.each([
    ["of today", { effectiveFrom: TODAY }, "TARIFF_NOT_AHEAD", "effectiveFrom"],
    ["of the past", { effectiveFrom: date("2026-11-01") }, "TARIFF_NOT_AHEAD", "effectiveFrom"],
    ["of no authority", { source: " " }, "TEXT_LENGTH", "source"],
    ["without a band", bands(), "TARIFF_HAS_AN_END", "distance"],
    ["that end", bands(["6", 3_00n]), "TARIFF_HAS_AN_END", "distance"],
    [
      "whose steps go nowhere",
      {
        distance: {
          bands: [{ upToKm: decimal("6"), price: fen(1n) }],
          step: { km: decimal("0"), price: fen(1n) },
        },
      },
      "TARIFF_HAS_AN_END",
      "distance",
    ],
    ["below nothing", bands([undefined, -1n]), "TARIFF_BANDS_NOT_IN_ORDER", "distance.bands.0"],
    [
      "of a step below nothing",
      {
        distance: {
          bands: [{ upToKm: decimal("6"), price: fen(1n) }],
          step: { km: decimal("1"), price: fen(-1n) },
        },
      },
      "TARIFF_PRICE_OUT_OF_RANGE",
      "distance.step.price",
    ],
    [
      "dearer than a person may owe",
      bands([undefined, 50_01n]),
      "TARIFF_PRICE_OUT_OF_RANGE",
      "distance.bands.0.price",
    ],
    [
      "out of order",
      bands(["12", 4_00n], ["6", 5_00n], [undefined, 6_00n]),
      "TARIFF_BANDS_NOT_IN_ORDER",
      "distance.bands.1",
    ],
    [
      "twice for one distance",
      bands(["6", 3_00n], ["6", 4_00n], [undefined, 5_00n]),
      "TARIFF_BANDS_NOT_IN_ORDER",
      "distance.bands.1",
    ],
    [
      "from nothing on",
      bands(["0", 3_00n], [undefined, 4_00n]),
      "TARIFF_BANDS_NOT_IN_ORDER",
      "distance.bands.0",
    ],
    [
      "open before the last",
      bands([undefined, 3_00n], [undefined, 4_00n]),
      "TARIFF_BANDS_NOT_IN_ORDER",
      "distance.bands.0",
    ],
    [
      "cheaper beyond",
      bands(["6", 3_00n], [undefined, 2_00n]),
      "TARIFF_BANDS_NOT_IN_ORDER",
      "distance.bands.1",
    ],
    [
      "of more than all",
      { cards: [{ kind: "STANDARD", percent: 101 }] },
      "TARIFF_PERCENT_OUT_OF_RANGE",
      "cards.0",
    ],
    [
      "of one kind of card twice",
      {
        cards: [
          { kind: "STANDARD", percent: 100 },
          { kind: "STUDENT", percent: 50 },
          { kind: "STUDENT", percent: 25 },
        ],
      },
      "TARIFF_CARD_TWICE",
      "cards.2",
    ],
    [
      "of a month out of order",
      {
        monthlySpend: [
          { from: fen(2n), percent: 80n },
          { from: fen(2n), percent: 50n },
        ],
      },
      "TARIFF_STEPS_NOT_IN_ORDER",
      "monthlySpend.1",
    ],
    [
      "of a month from nothing on",
      { monthlySpend: [{ from: fen(0n), percent: 80n }] },
      "TARIFF_STEPS_NOT_IN_ORDER",
      "monthlySpend.0",
    ],
    [
      "for staying no time",
      { overstay: { minutes: 0, extra: fen(1n) } },
      "TARIFF_MINUTES_OUT_OF_RANGE",
      "overstay.minutes",
    ],
    ["that take off a negative sum", change(60, -1n), "TARIFF_PRICE_OUT_OF_RANGE", "modeChange.off"],
    ["for a change after hours", change(121), "TARIFF_MINUTES_OUT_OF_RANGE", "modeChange.minutes"],
    [
      "without a line of the network",
      { ownLines: rule().ownLines.slice(1) },
      "TARIFF_LINE_MISSING",
      "ownLines",
    ],
    [
      "of a line twice",
      { ownLines: [...rule().ownLines, ...rule().ownLines] },
      "CLEARING_LINE_TWICE",
      "ownLines.2.line",
    ],
    [
      "of a line that has no gates of its own",
      { ownLines: [{ ...dated, line: "1", distance: { bands: [{ price: fen(1n) }] } }] },
      "CLEARING_LINE_UNKNOWN",
      "ownLines.0.line",
    ],
    [
      "for an early bird at an unknown station",
      early({ stations: ["xidan", "hongqiao"] }),
      "STATION_UNKNOWN",
      "earlyBird.stations.1",
    ],
    [
      "for an early bird at no time",
      early({ until: "25:00:00.000" }),
      "TARIFF_TIME_INVALID",
      "earlyBird.until",
    ],
    [
      "for a walk to an unknown station",
      walk(["xidan", "hongqiao"]),
      "STATION_UNKNOWN",
      "walkedTransfers.0.stations.1",
    ],
    [
      "for a walk to where one is",
      walk(["xidan", "xidan"]),
      "TARIFF_NOT_A_PAIR",
      "walkedTransfers.0.stations",
    ],
    [
      "for a walk of hours",
      walk(["xidan", "guomao"], 121),
      "TARIFF_MINUTES_OUT_OF_RANGE",
      "walkedTransfers.0.minutes",
    ],
    [
      "for an early bird at one station twice",
      early({ stations: ["xidan", "xidan"] }),
      "STATION_TWICE",
      "earlyBird.stations.1",
    ],
    [
      "of more bands than a city has",
      bands(...Array.from({ length: 21 }, (_, i) => [String(i + 1), 1n] as const), [undefined, 1n]),
      "TOO_MANY",
      "distance",
    ],
    [
      "for an early bird at one station twice",
      early({ stations: ["xidan", "xidan"] }),
      "STATION_TWICE",
      "earlyBird.stations.1",
    ],
    [
      "of more bands than a city has",
      bands(...Array.from({ length: 21 }, (_, n) => [String(n + 1), 1n] as const), [undefined, 1n]),
      "TOO_MANY",
      "distance",
    ],
    ["of the metro outside the city", OUTSIDE, "TARIFF_OF_BUS_ONLY", "cardsOutside"],
    [
      "of more than all outside the city",
      {
        ...bus,
        cardsOutside: [
          { kind: "STANDARD", percent: 80 },
          { kind: "STUDENT", percent: 101 },
        ],
      },
      "TARIFF_PERCENT_OUT_OF_RANGE",
      "cardsOutside.1",
    ],
    ["of buses with lines", { mode: "BUS" }, "TARIFF_OF_METRO_ONLY", "ownLines"],
    ["of buses with early birds", { ...bus, ...early({}) }, "TARIFF_OF_METRO_ONLY", "earlyBird"],
  ] as const)("%s are refused at their place", (_, changes, code, path) => {
    const checked = checkTariff(rule(changes as Partial<StatedRule>), NETWORK, TODAY);
    if (checked.ok) return expect.fail("they were taken");
    expect([checked.error.code, checked.error.path.join(".")]).toEqual([code, path]);
  });

  it("that were taken price every distance, none below nothing and none dearer than a nearer one", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 5_000 })), {
      minLength: 1,
      maxLength: 5,
    });
    const last = fc.option(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 5_000 })));
    fc.assert(
      fc.property(steps, last, (all, step) => {
        const distance: StatedRule["distance"] = {
          bands: all.map(([km, price], i) => ({
            ...(step === null && i === all.length - 1 ? {} : { upToKm: decimal(String(km)) }),
            price: fen(BigInt(price)),
          })),
          ...(step === null ? {} : { step: { km: decimal(String(step[0])), price: fen(BigInt(step[1])) } }),
        };
        if (!checkTariff(rule({ distance }), NETWORK, TODAY).ok) return;
        let before = fen(0n);
        for (let km = 0; km <= 120; km += 1) {
          const price = priceAlong(distance, decimal(String(km)));
          expect(price >= before).toBe(true);
          before = price;
        }
        expect(distance.bands.every(({ price }) => price <= ARREARS_MAX)).toBe(true);
      }),
    );
  });
});

describe("a proposal", () => {
  const checked = (changes: Partial<StatedRule> = {}) => must(checkTariff(rule(changes), NETWORK, TODAY));
  const by = (proposedBy: `ptn_${string}` | `ofc_${string}`) => ({ proposedBy, proposedAt: NOW });
  const place = { mode: "METRO", effectiveFrom: DAY } as const;
  const proposed: Tariffs = must(withProposal(noTariffs(BEIJING), { rule: checked(), ...by("ptn_a") }));
  const word = (id: `ofc_${string}`, today = TODAY, person: `ctz_${string}` = `ctz_of_${id}`) => ({
    ...{ officer: { id, person }, at: NOW, today },
  });

  it("prices nothing before another has agreed, and then from its day on", () => {
    expect(fareRulesOf(proposed)).toEqual(FARE_RULES);
    const { tariffs } = must(agree(proposed, place, word("ofc_bbbbbbbb")));
    expect(fareRulesOf(tariffs)).toEqual([...FARE_RULES, checked()]);
  });

  it("is not agreed to by the one who has made it, nor on its day, nor where there is none", () => {
    const own = must(withProposal(noTariffs(BEIJING), { rule: checked(), ...by("ofc_bbbbbbbb") }));
    expect(agree(own, place, word("ofc_bbbbbbbb"))).toMatchObject({ error: { code: "SAME_OFFICER" } });
    // Nor under another officer's id of the same person.
    const proposal = { rule: checked(), ...by("ofc_bbbbbbbb"), proposedPerson: "ctz_p" } as const;
    const ofPerson = must(withProposal(noTariffs(BEIJING), proposal));
    expect(agree(ofPerson, place, word("ofc_cccccccc", TODAY, "ctz_p"))).toMatchObject({
      error: { code: "SAME_OFFICER" },
    });
    expect(agree(ofPerson, place, word("ofc_cccccccc", TODAY, "ctz_q"))).toMatchObject({ ok: true });
    expect(agree(proposed, place, word("ofc_bbbbbbbb", DAY))).toMatchObject({
      error: { code: "TARIFF_NOT_AHEAD" },
    });
    expect(agree(proposed, { ...place, mode: "BUS" }, word("ofc_bbbbbbbb"))).toMatchObject({
      error: { code: "NOT_FOUND" },
    });
  });

  it("takes the place of one for its day that waits, and of one that was agreed to once it is itself", () => {
    const dearer = checked(bands([undefined, 9_00n]));
    const again = must(withProposal(proposed, { rule: dearer, ...by("ptn_a") }));
    expect(again.tariffs).toHaveLength(1);
    const agreed = must(agree(again, place, word("ofc_bbbbbbbb"))).tariffs;
    const cheaper = checked(bands([undefined, 1_00n]));
    const waiting = must(withProposal(agreed, { rule: cheaper, ...by("ptn_a") }));
    expect(fareRulesOf(waiting).at(-1)).toEqual(dearer);
    const { tariffs } = must(agree(waiting, place, word("ofc_bbbbbbbb"))).tariffs;
    expect(tariffs.map((each) => each.rule)).toEqual([cheaper]);
    expect(must(agree({ ...waiting, tariffs }, place, word("ofc_cccccccc"))).tariff.agreedBy).toBe(
      "ofc_bbbbbbbb",
    );
  });

  it("is one of four that wait at most", () => {
    let tariffs = noTariffs(BEIJING);
    for (let i = 1; i <= 4; i += 1) {
      const effectiveFrom = date(`2026-12-${String(i).padStart(2, "0")}`);
      tariffs = must(withProposal(tariffs, { rule: checked({ effectiveFrom }), ...by("ptn_a") }));
    }
    const more = { rule: checked({ effectiveFrom: date("2026-12-11") }), ...by("ptn_a") };
    expect(withProposal(tariffs, more)).toMatchObject({ error: { code: "TOO_MANY" } });
    expect(withProposal(tariffs, { rule: checked(), ...by("ptn_a") })).toMatchObject({ ok: true });
  });
});
