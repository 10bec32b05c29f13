import chineseDays from "chinese-days";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  isHoliday,
  isPublished,
  isWorkingDay,
  lastDayOf,
  workingDaysBefore,
  workingDaysBetween,
} from "../../services/field/working-days.ts";
import { addDays, type CivilDate, date } from "../../services/kernel/civil-date.ts";
import { OutOfCalendar } from "../../services/kernel/runtime.ts";

const YEARS = [2025, 2026] as const;

/**
 * The State Council's notices, line by line: 国办发明电〔2024〕12号 for 2025, 国办发明电〔2025〕7号 for 2026. Of each holiday
 * the first and the last day off, how many days the notice says that it has, and the weekend days that are worked for it.
 */
const NOTICES: Readonly<Record<(typeof YEARS)[number], readonly Holiday[]>> = {
  2025: [
    { holiday: "元旦", off: ["2025-01-01", "2025-01-01"], days: 1, worked: [] },
    { holiday: "春节", off: ["2025-01-28", "2025-02-04"], days: 8, worked: ["2025-01-26", "2025-02-08"] },
    { holiday: "清明节", off: ["2025-04-04", "2025-04-06"], days: 3, worked: [] },
    { holiday: "劳动节", off: ["2025-05-01", "2025-05-05"], days: 5, worked: ["2025-04-27"] },
    { holiday: "端午节", off: ["2025-05-31", "2025-06-02"], days: 3, worked: [] },
    {
      ...{ holiday: "国庆节、中秋节", off: ["2025-10-01", "2025-10-08"], days: 8 },
      worked: ["2025-09-28", "2025-10-11"],
    },
  ],
  2026: [
    { holiday: "元旦", off: ["2026-01-01", "2026-01-03"], days: 3, worked: ["2026-01-04"] },
    { holiday: "春节", off: ["2026-02-15", "2026-02-23"], days: 9, worked: ["2026-02-14", "2026-02-28"] },
    { holiday: "清明节", off: ["2026-04-04", "2026-04-06"], days: 3, worked: [] },
    { holiday: "劳动节", off: ["2026-05-01", "2026-05-05"], days: 5, worked: ["2026-05-09"] },
    { holiday: "端午节", off: ["2026-06-19", "2026-06-21"], days: 3, worked: [] },
    { holiday: "中秋节", off: ["2026-09-25", "2026-09-27"], days: 3, worked: [] },
    { holiday: "国庆节", off: ["2026-10-01", "2026-10-07"], days: 7, worked: ["2026-09-20", "2026-10-10"] },
  ],
};

type Holiday = {
  readonly holiday: string;
  readonly off: readonly [string, string];
  readonly days: number;
  readonly worked: readonly string[];
};

const HOLIDAYS = YEARS.flatMap((year) => NOTICES[year]);
const MAKE_UP_DAYS = HOLIDAYS.flatMap(({ worked }) => worked).map(date);

const daysOf = (year: number): CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = date(`${year}-01-01`); day < `${year + 1}`; day = addDays(day, 1)) days.push(day);
  return days;
};

const weekday = (day: CivilDate): number => new Date(day).getUTCDay();

describe("a working day", () => {
  it.each(HOLIDAYS)("is none of the days off of $holiday from $off.0, all of them", ({ off, days }) => {
    const [first, last] = [date(off[0]), date(off[1])];
    const daysOff: CivilDate[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) daysOff.push(day);
    expect(daysOff).toHaveLength(days);
    expect(daysOff.filter(isWorkingDay)).toEqual([]);
  });

  it.each(MAKE_UP_DAYS)(
    "is %s, a Saturday or Sunday that is worked in exchange for a longer holiday",
    (day) => {
      expect([0, 6]).toContain(weekday(day));
      expect(isWorkingDay(day)).toBe(true);
    },
  );

  it.each(YEARS)(
    "is in %i what the notice makes of each day of the year, and else what the week makes",
    (year) => {
      const isOff = (day: string) => HOLIDAYS.some(({ off: [first, last] }) => first <= day && day <= last);
      const expected = daysOf(year).map((day) => [
        day,
        MAKE_UP_DAYS.includes(day) || (!isOff(day) && weekday(day) > 0 && weekday(day) < 6),
      ]);
      expect(daysOf(year)).toHaveLength(365);
      expect(daysOf(year).map((day) => [day, isWorkingDay(day)])).toEqual(expected);
      expect(isPublished(date(`${year}-07-01`))).toBe(true);
    },
  );

  /**
   * The weekdays that are off by the Regulations alone. The days of the lunar calendar are those of the Hong Kong
   * Observatory's tables; Qingming is 4 April in both years.
   */
  it.each([
    [2090, ["01-30", "01-31", "02-01", "04-04", "05-01", "05-02", "06-02", "09-08", "10-02", "10-03"]],
    [
      2092,
      [
        ...["01-01", "02-06", "02-07", "02-08", "04-04", "05-01", "05-02"],
        ...["06-09", "09-16", "10-01", "10-02", "10-03"],
      ],
    ],
  ])(
    "is in %i, whose notice is not known yet, each weekday but the Regulations' own holidays",
    (year, off) => {
      const isWeekday = (day: CivilDate) => weekday(day) > 0 && weekday(day) < 6;
      expect(isPublished(date(`${year}-01-01`))).toBe(false);
      expect(off.map((day) => date(`${year}-${day}`)).filter((day) => !isWeekday(day))).toEqual([]);
      const weekdaysOff = daysOf(year).filter((day) => isWeekday(day) && !isWorkingDay(day));
      expect(weekdaysOff.map((day) => day.slice(5))).toEqual(off);
      expect(daysOf(year).filter((day) => !isWeekday(day) && isWorkingDay(day))).toEqual([]);
    },
  );
});

describe("a holiday", () => {
  it.each([
    ["2026-02-17", true, "Spring Festival"],
    ["2026-10-05", true, "a day of the National Day's holiday"],
    ["2026-03-07", false, "an ordinary Saturday"],
    ["2026-02-14", false, "a Saturday that is worked"],
    ["2026-03-04", false, "a Wednesday"],
    ["2092-02-07", true, "Spring Festival of a year whose notice is not known yet"],
    ["2092-02-10", false, "an ordinary Sunday of that year"],
  ])("is %s: %s, for it is %s", (day, is) => {
    expect(isHoliday(date(day))).toBe(is);
  });
});

describe("working days", () => {
  it("are counted from the day after: five from before a Spring Festival end after it", () => {
    expect(addWorkingDays(date("2026-02-11"), 5)).toBe("2026-02-25");
  });

  it("none after a day off is the next working day", () => {
    expect(addWorkingDays(date("2026-03-01"), 0)).toBe("2026-03-02");
    expect(addWorkingDays(date("2026-02-28"), 0)).toBe("2026-02-28");
    expect(addWorkingDays(date("2026-10-01"), 0)).toBe("2026-10-08");
  });

  it("before a day are counted from the day before: five before the end of a Spring Festival begin before it", () => {
    expect(workingDaysBefore(date("2026-02-25"), 5)).toBe("2026-02-11");
    expect(workingDaysBefore(date("2026-02-25"), 0)).toBe("2026-02-25");
    expect(workingDaysBefore(date("2026-03-02"), 1)).toBe("2026-02-28");
  });

  it("include a make-up Saturday", () => {
    expect(addWorkingDays(date("2026-02-13"), 1)).toBe("2026-02-14");
    expect(workingDaysBetween(date("2026-02-13"), date("2026-02-24"))).toBe(2);
  });

  it("between two dates are what has to be added to come from one to the last working day of the other", () => {
    const from = date("2025-01-20");
    for (const days of [0, 1, 5, 20, 250, 300]) {
      expect(workingDaysBetween(from, addWorkingDays(from, days))).toBe(days);
    }
  });

  it("between a date and an earlier one are none", () => {
    expect(workingDaysBetween(date("2026-03-02"), date("2026-02-02"))).toBe(0);
  });
});

/** The law that the counted years are held to: day by day, as its text says it. */
describe("working days as they are looked up, and as they are counted day by day,", () => {
  const lunar = (year: string, day: string): CivilDate =>
    chineseDays.getSolarDateFromLunar(`${year}-${day}`).date as CivilDate;

  /** Art. 2 of the Regulations. */
  function isNamed(day: CivilDate): boolean {
    const [year = "", monthAndDay = ""] = [day.slice(0, 4), day.slice(5)];
    const newYear = lunar(year, "01-01");
    return (
      ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"].includes(monthAndDay) ||
      [-1, 0, 1, 2].some((days) => addDays(newYear, days) === day) ||
      [lunar(year, "05-05"), lunar(year, "08-15")].includes(day) ||
      chineseDays.getSolarTermDate(Number(year), 4, "pure_brightness") === day
    );
  }

  const isWorked = (day: CivilDate): boolean =>
    isPublished(day) ? chineseDays.isWorkday(day) : ![0, 6].includes(weekday(day)) && !isNamed(day);

  function added(day: CivilDate, days: number, step: 1 | -1): CivilDate {
    let at = day;
    for (let left = days; left > 0; ) {
      at = addDays(at, step);
      if (isWorked(at)) left -= 1;
    }
    return at;
  }

  function between(from: CivilDate, to: CivilDate): number {
    let days = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorked(day)) days += 1;
    return days;
  }

  /** Of years with a notice and without, and often where one year goes over into another. */
  const anyDay = fc
    .record({
      year: fc.oneof(fc.integer({ min: 2004, max: 2035 }), fc.constantFrom(1900, 1999, 2089, 2090, 2099)),
      offset: fc.oneof(fc.integer({ min: 0, max: 365 }), fc.integer({ min: -12, max: 12 })),
    })
    .map(({ year, offset }) => addDays(date(`${year}-01-01`), offset));

  it("are the same behind any day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (day, days) => {
        const isOff = workingDaysBetween(addDays(day, -1), day) === 0;
        expect(addWorkingDays(day, days)).toBe(added(day, days === 0 && isOff ? 1 : days, 1));
      }),
    );
  });

  it("are the same before any day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (day, days) => {
        expect(workingDaysBefore(day, days)).toBe(added(day, days, -1));
      }),
    );
  });

  it("are the same between any two", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 800 }), (from, days) => {
        const to = addDays(from, days);
        expect(workingDaysBetween(from, to)).toBe(between(from, to));
      }),
    );
  });

  it("end where dates do", () => {
    const last = date("9999-12-31");
    expect(addWorkingDays(date("9999-12-30"), 1)).toBe(last);
    expect(() => addWorkingDays(last, 1)).toThrow(OutOfCalendar);
    expect(workingDaysBetween(last, last)).toBe(0);
  });
});

describe("a limit of calendar days", () => {
  // 2026-03-02 is a Monday; the days off of National Day 2026 begin on 1 October.
  it.each([
    ["within a week", "2026-03-02", 3, "2026-03-05"],
    ["that ends on a weekend, on Monday", "2026-03-05", 3, "2026-03-09"],
    ["that begins before a weekend counts it", "2026-03-06", 3, "2026-03-09"],
  ])("ends: %s", (_, from, days, last) => {
    expect(lastDayOf(date(from), days, "CALENDAR")).toBe(last);
  });

  it("never ends on a day of rest, nor before its days are over, nor after as many working days", () => {
    for (let i = 0; i < 400; i += 1) {
      const from = addDays(date("2025-12-01"), i);
      const last = lastDayOf(from, 3, "CALENDAR");
      expect(isWorkingDay(last)).toBe(true);
      expect(last >= addDays(from, 3)).toBe(true);
      expect(last <= lastDayOf(from, 3, "WORKING")).toBe(true);
    }
  });
});
