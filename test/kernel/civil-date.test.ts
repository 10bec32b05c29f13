import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  type CivilDate,
  date,
  dateAt,
  daysBetween,
  midnight,
  monthOf,
  monthsBetween,
  parseDate,
  parseMonth,
} from "../../services/kernel/civil-date.ts";
import { err, ok } from "../../services/kernel/result.ts";
import {
  type Instant,
  instantOf,
  OutOfCalendar,
  parseInstant,
  plusMs,
} from "../../services/kernel/runtime.ts";
import { startAnswerTime } from "../support/answer-time.ts";

const FIRST = Date.UTC(1900, 0, 1);
const anyDate = () =>
  fc
    .integer({ min: 0, max: 100_000 })
    .map((days) => instantOf(FIRST + days * 86_400_000).slice(0, 10) as CivilDate);

describe("a civil date", () => {
  it.each(["2026-06-30", "2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31"])("%s exists", (text) => {
    expect(parseDate(text)).toEqual(ok(text));
  });

  it.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-01",
    "2026-06-00",
    "1899-12-31",
    "0000-01-01",
    "2026-6-30",
    "20260630",
    "2026/06/30",
    "2026-06-30T00:00:00Z",
    "2026-06-30\n",
    "",
  ])("%j does not", (text) => {
    expect(parseDate(text)).toEqual(err("NOT_A_DATE"));
  });

  it("exists exactly where the calendar has it", () => {
    fc.assert(
      fc.property(anyDate(), (day) => {
        expect(parseDate(day)).toEqual(ok(day));
      }),
    );
  });

  it("in the source code must exist, or the program does not start", () => {
    expect(date("2026-06-30")).toBe("2026-06-30");
    expect(() => date("2026-06-31")).toThrow("2026-06-31 is no date");
  });
});

describe("a calendar month", () => {
  it("runs from January to December", () => {
    expect(parseMonth("2026-01")).toEqual(ok("2026-01"));
    expect(parseMonth("2026-12")).toEqual(ok("2026-12"));
  });

  it.each(["2026-00", "2026-13", "2026-6", "1899-12", "2026-06-30", "2026", ""])("is not %j", (text) => {
    expect(parseMonth(text)).toEqual(err("NOT_A_MONTH"));
  });

  it("is the month of each of its days", () => {
    expect(monthOf(date("2026-06-30"))).toBe("2026-06");
  });
});

describe("the civil day", () => {
  it("begins at midnight in Shanghai, which is 16:00 UTC", () => {
    expect(dateAt("2026-06-30T15:59:59.999Z" as Instant)).toBe("2026-06-30");
    expect(dateAt("2026-06-30T16:00:00.000Z" as Instant)).toBe("2026-07-01");
  });

  it("is the same for an instant that is asked about again, among however many others", () => {
    const at = (i: number) => plusMs("2026-06-30T15:30:00.000Z" as Instant, (i % 1_500) * 7_200_000);
    for (let i = 0; i < 4_500; i += 1)
      expect(dateAt(at(i))).toBe(new Date(Date.parse(at(i)) + 8 * 3_600_000).toISOString().slice(0, 10));
  });

  it("follows the summer time that China kept until 1991", () => {
    expect(dateAt("1990-07-01T15:00:00.000Z" as Instant)).toBe("1990-07-02");
  });
});

describe("days", () => {
  it("are counted with the first and without the last", () => {
    expect(daysBetween(date("2024-07-01"), date("2025-07-01"))).toBe(365);
    expect(daysBetween(date("2024-02-28"), date("2024-03-01"))).toBe(2);
    expect(daysBetween(date("2026-06-30"), date("2026-06-30"))).toBe(0);
    expect(daysBetween(date("2026-06-30"), date("2026-06-29"))).toBe(-1);
  });

  it("that lead out of the calendar, or are no whole ones, are refused", () => {
    for (const days of [1, 4_000_000, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])
      expect(() => addDays(date("9999-12-31"), days)).toThrow(OutOfCalendar);
    for (const days of [0.5, Number.NaN])
      expect(() => addDays(date("2026-06-30"), days)).toThrow(OutOfCalendar);
    expect(addDays(date("9999-12-30"), 1)).toBe("9999-12-31");
    expect(addDays(date("2024-02-28"), 1)).toBe("2024-02-29");
  });

  it("added to a date are the days between", () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: -10_000, max: 10_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it("order as their text does", () => {
    fc.assert(
      fc.property(anyDate(), anyDate(), (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });
});

describe("a term in months", () => {
  it("ends on the same day, or on the last of a shorter month", () => {
    expect(addMonths(date("2026-01-15"), 1)).toBe("2026-02-15");
    expect(addMonths(date("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(date("2024-01-31"), 1)).toBe("2024-02-29");
    expect(addMonths(date("2026-11-30"), 3)).toBe("2027-02-28");
    expect(addMonths(date("2026-03-31"), -1)).toBe("2026-02-28");
  });
});

describe("months from one to another", () => {
  const month = (text: string) => monthOf(date(`${text}-01`));
  const max = 12;

  it("are all of them, both ends included", () => {
    const found = monthsBetween(month("2026-11"), month("2027-02"), max);
    expect(found.ok && found.value.all).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(monthsBetween(month("2026-01"), month("2026-12"), max).ok).toBe(true);
  });

  it.each([
    ["2026-02", "2026-01"],
    ["2026-01", "2027-01"],
    ["2026-11", "9999-12"],
    ["1900-01", "9999-12"],
    ["9999-12", "1900-01"],
  ])("are refused before one is made: %s to %s", (from, to) => {
    const takenMs = startAnswerTime();
    expect(monthsBetween(month(from), month(to), max)).toEqual(err("MONTHS_OUT_OF_RANGE"));
    expect(takenMs()).toBeLessThan(50);
  });
});

describe("a time behind the year 9999", () => {
  const last = date("9999-12-31");
  it.each([
    ["days", () => addDays(last, 1)],
    ["days without end", () => addDays(last, Number.MAX_SAFE_INTEGER)],
    ["months", () => addMonths(date("9999-12-01"), 1)],
    ["months without end", () => addMonths(last, 1e300)],
    ["no number of days", () => addDays(last, Number.NaN)],
    ["days before the year 0", () => addDays(date("1900-01-01"), -3_000_000)],
    ["milliseconds", () => plusMs("9999-12-31T15:59:59.999Z" as Instant, 86_400_000)],
    ["no number of milliseconds", () => instantOf(Number.NaN)],
    ["an instant of the next day in Shanghai", () => dateAt("9999-12-31T16:00:00.000Z" as Instant)],
  ])("cannot arise by %s", (_, make) => {
    expect(make).toThrow(OutOfCalendar);
  });

  it("is the only one that cannot", () => {
    const any = fc.integer({ min: -4_000_000, max: 4_000_000 });
    fc.assert(
      fc.property(anyDate(), any, (day, days) => {
        try {
          const made = addDays(day, days);
          expect(made).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(midnight(made)).toMatch(/^\d{4}-/);
          expect(made > day).toBe(days > 0);
        } catch (error) {
          expect(error).toBeInstanceOf(OutOfCalendar);
        }
      }),
    );
  });
});

describe("an instant", () => {
  it("is read with its offset and kept in UTC with milliseconds", () => {
    expect(parseInstant("2026-06-30T16:00:00+08:00")).toBe("2026-06-30T08:00:00.000Z");
    expect(parseInstant("2026-06-30T08:00:00.5Z")).toBe("2026-06-30T08:00:00.500Z");
  });

  it.each([
    ["2026-06-30T08:00:00", "no offset"],
    ["2026-02-30T08:00:00Z", "no such day"],
    ["2026-13-01T08:00:00Z", "no such month"],
    ["2026-06-30T25:00:00Z", "no such hour"],
    ["2026-06-30T08:60:00Z", "no such minute"],
    ["2026-06-30T08:00:00+25:00", "no such offset"],
    ["2026-06-30", "no time"],
    ["30 June 2026", "not ISO 8601"],
    ["9999-12-31T23:00:00-02:00", "beyond the year 9999, where text no longer orders time"],
    ["9999-12-31T16:00:00Z", "the year 10000 in Shanghai"],
    ["1899-12-31T15:59:59Z", "the year 1899 in Shanghai"],
    ["0000-01-01T00:00:00+02:00", "before the year 0, where text no longer orders time"],
    ["", "nothing"],
  ])("is not %j: %s", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it("is its own text", () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: Date.UTC(9999, 11, 31) }), (ms) => {
        const instant = instantOf(ms);
        expect(parseInstant(instant)).toBe(instant);
        expect(plusMs(plusMs(instant, 1), -1)).toBe(instant);
      }),
    );
  });
});
