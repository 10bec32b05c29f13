import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, date } from "../../services/platform/civil-date.ts";
import {
  addWorkingDays,
  isPublished,
  isWorkingDay,
  workingDaysBetween,
} from "../../services/platform/working-days.ts";

/** The State Council's notices: 国办发明电〔2024〕12号 for 2025, 国办发明电〔2025〕7号 for 2026. Days off, first and last. */
const NOTICES = {
  2025: {
    off: [
      ["2025-01-01", "2025-01-01"],
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ],
    worked: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  2026: {
    off: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    worked: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
} as const;

const daysOf = (year: number): CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = date(`${year}-01-01`); day < `${year + 1}`; day = addDays(day, 1)) days.push(day);
  return days;
};

const weekday = (day: CivilDate): number => new Date(day).getUTCDay();

describe("a working day", () => {
  it.each([2025, 2026] as const)("is in %i what the State Council's notice makes of each day", (year) => {
    const { off, worked } = NOTICES[year];
    const isOff = (day: string) => off.some(([first, last]) => first <= day && day <= last);
    const isWorked = (day: string) => worked.some((one) => one === day);
    const expected = daysOf(year).map((day) => [
      day,
      isWorked(day) || (!isOff(day) && weekday(day) > 0 && weekday(day) < 6),
    ]);
    expect(daysOf(year).map((day) => [day, isWorkingDay(day)])).toEqual(expected);
  });

  it("is a Saturday or Sunday that is worked in exchange for a longer holiday", () => {
    for (const day of [...NOTICES[2025].worked, ...NOTICES[2026].worked]) {
      expect([day, [0, 6].includes(weekday(date(day))), isWorkingDay(date(day))]).toEqual([day, true, true]);
    }
  });

  it("is none on the Regulations' own holidays in a year whose notice is not known yet", () => {
    const unknown = 2090;
    expect(isPublished(date(`${unknown}-01-01`))).toBe(false);
    const holidays = ["01-01", "01-29", "01-30", "01-31", "02-01", "05-01", "10-02"];
    for (const day of holidays) expect([day, isWorkingDay(date(`${unknown}-${day}`))]).toEqual([day, false]);
    expect(isWorkingDay(date("2090-01-03"))).toBe(true);
    expect(isWorkingDay(date("2090-01-07"))).toBe(false);
  });
});

describe("working days", () => {
  it("are counted from the day after: five from before a Spring Festival end after it", () => {
    expect(addWorkingDays(date("2026-02-11"), 5)).toBe("2026-02-25");
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
