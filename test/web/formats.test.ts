import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  day,
  fromToday,
  instantOf,
  moment,
  period,
  typedMoment,
} from "../../web/shared/format/dates.ts";
import { amountOf, decimal, isNothing, sumOf, yuan } from "../../web/shared/format/money.ts";
import { openingAt, openingText, weekText } from "../../web/shared/format/opening.ts";
import { percent } from "../../web/shared/format/rates.ts";
import { regionsAround } from "../../web/shared/format/regions.ts";
import { type GivenError, troubleAt, troubleOf, troubleOfStatus } from "../../web/shared/graphql/trouble.ts";

describe("an amount", () => {
  it.each([
    ["0.00", "¥0.00"],
    ["5.5", "¥5.5"],
    ["1234567.89", "¥1,234,567.89"],
    ["-20.40", "−¥20.40"],
  ])("%s is read as %s", (amount, text) => expect(yuan(amount)).toBe(text));

  it("is added to the fen, however large", () => {
    expect(sumOf([])).toBe("0.00");
    expect(sumOf(["0.1", "0.20", "3"])).toBe("3.30");
    expect(sumOf(["-0.05", "0.02"])).toBe("-0.03");
    expect(sumOf(["90071992547409.91", "0.01"])).toBe("90071992547409.92");
  });

  it("that is typed is taken as the API has it, and nothing else for an amount", () => {
    expect(["35", " 35.5 ", "0.05"].map(amountOf)).toEqual(["35.00", "35.50", "0.05"]);
    for (const typed of ["", "-1", "1,000", "1.005", "¥5", "1e3", "12345678901"])
      expect(amountOf(typed), typed).toBeUndefined();
    expect(["0.00", "0", "0.01", "10.00"].map(isNothing)).toEqual([true, true, false, false]);
  });

  it("that is none of money is read without the zeros behind it", () => {
    expect(["12.50", "12.00", "120"].map(decimal)).toEqual(["12.5", "12", "120"]);
  });
});

describe("a rate", () => {
  it.each([
    ["0.026", "2.6%"],
    ["0.12", "12%"],
    ["0.015", "1.5%"],
    ["0.03075", "3.075%"],
    ["0", "0%"],
    ["0.5", "50%"],
    ["1", "100%"],
    ["1.1", "110%"],
  ])("%s is read as %s", (share, text) => expect(percent(share)).toBe(text));
});

describe("a day", () => {
  it("is read in both languages", () => {
    expect([day("2026-11-01", "zh"), day("2026-11-01", "en")]).toEqual(["2026年11月1日", "1 November 2026"]);
  });

  it("is Beijing's, whatever the hour in Greenwich", () => {
    expect(moment("2026-10-31T16:30:00.000Z", "en")).toBe("1 November 2026 at 00:30");
    expect(moment("2026-10-31T15:59:00.000Z", "zh")).toBe("2026年10月31日 23:59");
  });

  it("so many days later is in the next year, too", () => {
    expect(["2026-12-31", "2028-02-28"].map((date) => addDays(date, 1))).toEqual([
      "2027-01-01",
      "2028-02-29",
    ]);
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  it("is told by how far off it is", () => {
    const told = (date: string) => fromToday(date, "2026-12-31", "en");
    expect(["2026-12-31", "2027-01-01", "2027-01-05", "2026-12-28"].map(told)).toEqual([
      "today",
      "tomorrow",
      "in 5 days",
      "3 days ago",
    ]);
  });
});

it("a county lies in its prefecture and its province", () => {
  expect(regionsAround("440305")).toEqual(["440305", "440300", "440000"]);
});

describe("a period", () => {
  it.each([
    ["2026-10-01", "2026-11-01", "2026年10月", "October 2026"],
    ["2026-09-01", "2026-11-01", "2026年9月至10月", "September – October 2026"],
    ["2025-12-01", "2026-02-01", "2025年12月至2026年1月", "December 2025 – January 2026"],
    ["2026-10-05", "2026-10-06", "2026年10月5日", "5 October 2026"],
    ["2026-10-05", "2026-11-05", "2026年10月5日至11月4日", "5 October – 4 November 2026"],
    ["2026-10-01", "2026-10-15", "2026年10月1日至10月14日", "1–14 October 2026"],
  ])("from %s to the day before %s is said as people say it", (from, to, zh, en) => {
    // The spaces around a dash are a matter of the language's data.
    const plain = (text: string) => text.replaceAll(/\s*–\s*/g, "–");
    expect([period(from, to, "zh"), period(from, to, "en")].map(plain)).toEqual([zh, en].map(plain));
  });
});

describe("trouble", () => {
  const error = (code: string, path: readonly (string | number)[] = []): GivenError => ({
    ...{ message: "no", path },
    extensions: { code, requestId: "r" },
  });

  it("is told apart by the code of the error", () => {
    const kinds = [
      "UNAUTHENTICATED",
      "OUTCOME_UNKNOWN",
      "FORBIDDEN",
      "CONSENT_REQUIRED",
      "INTERNAL",
      "NEW",
    ].map((code) => troubleOf(error(code)).kind);
    expect(kinds).toEqual(["signed-out", "unknown", "forbidden", "forbidden", "fault", "fault"]);
  });

  it("is told apart by the status of what is no answer of the API", () => {
    const of = (status: number, headers = {}) => troubleOfStatus(new Response(null, { status, headers }));
    expect(of(200)).toBeUndefined();
    expect(of(400)).toBeUndefined();
    expect(of(401)).toEqual({ kind: "signed-out" });
    expect(of(429, { "retry-after": "12" })).toEqual({ kind: "busy", seconds: 12 });
    expect(of(429, { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" })).toEqual({
      kind: "busy",
      seconds: 30,
    });
    expect(of(503, { "x-request-id": "r" })).toEqual({ kind: "fault", requestId: "r" });
  });

  it("of a field is its own, that of what it stands in, or that of a part of it", () => {
    const errors = [
      error("INTERNAL", ["me", "bills"]),
      error("FORBIDDEN", ["me", "enterprises", 0, "licences"]),
    ];
    expect(troubleAt(errors, ["me", "bills"])?.kind).toBe("fault");
    expect(troubleAt(errors, ["me", "enterprises"])?.kind).toBe("forbidden");
    expect(troubleAt(errors, ["me", "todo"])).toBeUndefined();
    expect(troubleAt([error("INTERNAL", ["me"])], ["me", "todo"])?.kind).toBe("fault");
  });
});

describe("a hall is open", () => {
  const hours = [
    { from: "09:00", to: "12:00" },
    { from: "13:30", to: "17:00" },
  ];
  const days = [
    { day: "2026-03-02", hours },
    { day: "2026-03-03", hours },
  ];
  const at = (clock: string) => new Date(`2026-03-02T${clock}:00+08:00`);
  const told = (clock: string, of: typeof days = days) =>
    (["zh", "en"] as const).map((language) => openingText(openingAt(of, at(clock)), at(clock), language));

  it.each([
    ["08:59", "现在关闭，今天 09:00 开放", "Closed now, opens today at 09:00"],
    ["09:00", "现在开放，至 12:00", "Open now, until 12:00"],
    ["12:00", "现在关闭，今天 13:30 开放", "Closed now, opens today at 13:30"],
    ["16:59", "现在开放，至 17:00", "Open now, until 17:00"],
    ["17:00", "现在关闭，明天 09:00 开放", "Closed now, opens tomorrow at 09:00"],
  ])("or closed at %s, as it says", (clock, zh, en) => expect(told(clock)).toEqual([zh, en]));

  it("around the clock, or not within the days that are told", () => {
    const always = [{ day: "2026-03-02", hours: [{ from: "00:00", to: "24:00" }] }];
    expect(told("23:59", always)).toEqual(["现在开放，全天不打烊", "Open now, around the clock"]);
    expect(told("10:00", [])).toEqual(["现在关闭", "Closed now"]);
  });

  it("in a week that is told with days that are alike in one line", () => {
    const week = (weekdays: readonly number[], from: string, to: string) =>
      weekdays.map((weekday) => ({ weekday, from, to }));
    const weekly = [
      ...week([5, 4, 3, 2, 1], "13:30", "17:00"),
      ...week([1, 2, 3, 4, 5], "09:00", "12:00"),
      ...week([6], "09:00", "12:00"),
    ];
    expect(weekText(weekly, "en")).toEqual([
      ["Monday to Friday", "09:00–12:00, 13:30–17:00"],
      ["Saturday", "09:00–12:00"],
    ]);
    expect(weekText(week([1, 2, 3, 4, 5, 6, 7], "00:00", "24:00"), "zh")).toEqual([["每天", "00:00–24:00"]]);
    expect(weekText(week([1, 3], "09:00", "12:00"), "zh")).toEqual([
      ["星期一", "09:00–12:00"],
      ["星期三", "09:00–12:00"],
    ]);
  });
});

describe("a moment that is typed", () => {
  it.each([
    ["2026-01-01T00:00:00.000Z", "2026-01-01T08:00"],
    ["2025-12-31T16:00:30.000Z", "2026-01-01T00:00:30"],
    ["2026-06-01T02:10:05.120Z", "2026-06-01T10:10:05.120"],
  ])("%s is written as %s", (instant, typed) => expect(typedMoment(instant)).toBe(typed));

  it("is the instant that it was written from", () => {
    const instants = fc.date({
      min: new Date("1970-01-02"),
      max: new Date("9998-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        expect(instantOf(typedMoment(at.toISOString()))).toBe(at.toISOString());
      }),
    );
  });

  it.each(["", "2026-01-01", "08:00", "2026-13-01T08:00", "soon"])("%j is none", (typed) =>
    expect(instantOf(typed)).toBeUndefined(),
  );
});
