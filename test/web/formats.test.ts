import { describe, expect, it } from "vitest";
import { addDays, day, fromToday, moment, period } from "../../web/shared/format/dates.ts";
import { amountOf, decimal, isNothing, sumOf, yuan } from "../../web/shared/format/money.ts";
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
