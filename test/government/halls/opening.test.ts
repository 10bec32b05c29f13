import { describe, expect, it } from "vitest";
import { region } from "../../../services/field/region.ts";
import type { ClockTime, Hall, Hours, Queue } from "../../../services/government/halls/hall.ts";
import {
  HORIZON_DAYS,
  hoursOn,
  isOpenAt,
  openDays,
  slotAt,
  slotsOn,
} from "../../../services/government/halls/opening.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

const hours = (from: string, to: string): Hours => ({ from: from as ClockTime, to: to as ClockTime });
const text = { zh: "文字", en: "text" };
const QUEUE: Queue = { letter: "A", name: text, departments: [], items: [], slotCapacity: 3 };

const hall = (changes: Partial<Hall> = {}): Hall => ({
  ...{ code: "BJ-CY-01", name: text, address: text, region: region("110105") },
  ...{ followsCalendar: true, slotMinutes: 30, specialDays: [], queues: [QUEUE], windows: [], revision: 1 },
  weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...hours("09:00", "17:00") })),
  ...changes,
});
const SATURDAYS_TOO = hall({
  weeklyHours: [...hall().weeklyHours, { weekday: 6, ...hours("09:00", "12:00") }],
});

const openOn = (one: Hall, day: string): string =>
  hoursOn(one, date(day))
    .map(({ from, to }) => `${from}-${to}`)
    .join(" ");

describe("the days on which a hall is open", () => {
  it("are those of its week, where the calendar says nothing else", () => {
    expect(openOn(hall(), "2026-03-02")).toBe("09:00-17:00");
    expect(openOn(hall(), "2026-03-07")).toBe("");
    expect(openOn(SATURDAYS_TOO, "2026-03-07")).toBe("09:00-12:00");
  });

  it("leave out statutory holidays, on whatever day of the week they fall", () => {
    // Spring Festival 2026: 15 to 23 February, a Sunday to a Monday.
    for (const day of ["2026-02-16", "2026-02-20", "2026-02-21", "2026-02-23"])
      expect([day, openOn(SATURDAYS_TOO, day)]).toEqual([day, ""]);
    expect(openOn(hall(), "2026-10-01")).toBe("");
  });

  it("include the weekend days of 2025 and 2026 that are worked in exchange, with a weekday's hours", () => {
    const worked = [
      ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
      ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    ];
    for (const day of worked) expect([day, openOn(hall(), day)]).toEqual([day, "09:00-17:00"]);
  });

  it("on a Saturday that is worked in exchange keep the hours that the hall has on Saturdays", () => {
    expect(openOn(SATURDAYS_TOO, "2026-02-28")).toBe("09:00-12:00");
  });

  it("are the week's alone, where the hall says that it does not follow the calendar", () => {
    const own = hall({ followsCalendar: false });
    expect(openOn(own, "2026-02-16")).toBe("09:00-17:00");
    expect(openOn(own, "2026-02-28")).toBe("");
  });

  it("are changed by special days before all else: closed, or open with other hours", () => {
    const special = hall({
      specialDays: [
        { day: date("2026-03-03"), hours: [], reason: text },
        { day: date("2026-02-17"), hours: [hours("13:00", "15:00"), hours("10:00", "11:00")], reason: text },
      ],
    });
    expect(openOn(special, "2026-03-03")).toBe("");
    expect(openOn(special, "2026-02-17")).toBe("10:00-11:00 13:00-15:00");
  });

  it("are all days, and all hours of them, of a hall that never closes", () => {
    const always = hall({
      followsCalendar: false,
      weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours("00:00", "24:00") })),
    });
    // A Saturday's midnight and last second in Shanghai, and a night of Spring Festival.
    for (const at of ["2026-03-06T16:00:00.000Z", "2026-03-07T15:59:59.999Z", "2026-02-16T19:00:00.000Z"])
      expect([at, isOpenAt(always, at as Instant)]).toEqual([at, true]);
    const slots = slotsOn(always, QUEUE, date("2026-03-07"));
    expect(slots).toHaveLength(48);
    expect(slots.at(-1)).toMatchObject({ from: "2026-03-07T15:30:00.000Z", to: "2026-03-07T16:00:00.000Z" });
  });

  it("do not take in a weekday on which the hall never opens", () => {
    const noWednesdays = hall({ weeklyHours: hall().weeklyHours.filter(({ weekday }) => weekday !== 3) });
    expect(openOn(noWednesdays, "2026-03-04")).toBe("");
  });
});

describe("the slots of a day", () => {
  it("divide its hours, and leave out a rest that is too short", () => {
    const short = hall({
      specialDays: [{ day: date("2026-03-03"), hours: [hours("09:00", "10:15")], reason: text }],
    });
    const slots = slotsOn(short, QUEUE, date("2026-03-03"));
    expect(slots.map(({ from, to, capacity }) => [from, to, capacity])).toEqual([
      ["2026-03-03T01:00:00.000Z", "2026-03-03T01:30:00.000Z", 3],
      ["2026-03-03T01:30:00.000Z", "2026-03-03T02:00:00.000Z", 3],
    ]);
  });

  it("lie on the civil day of Asia/Shanghai, wherever the server is", () => {
    const early = hall({ weeklyHours: [{ weekday: 2, ...hours("07:00", "07:30") }] });
    const [slot] = slotsOn(early, QUEUE, date("2026-03-03"));
    expect(slot?.from).toBe("2026-03-02T23:00:00.000Z");
    expect(
      slotAt(early, QUEUE, "2026-03-02T23:00:00.000Z" as Instant, "2026-03-01T00:00:00.000Z" as Instant),
    ).toEqual({
      ok: true,
      value: slot,
    });
  });

  it("can be booked until they begin, and two weeks ahead by civil days", () => {
    const at = (from: string, now: string) => slotAt(hall(), QUEUE, from as Instant, now as Instant);
    const first = "2026-03-03T01:00:00.000Z";
    expect(at(first, "2026-03-03T00:59:59.999Z")).toMatchObject({ ok: true });
    expect(at(first, first)).toMatchObject({ ok: false, error: { code: "SLOT_PAST" } });
    // Midnight in Shanghai is four in the afternoon before, in UTC.
    const far = "2026-03-17T01:00:00.000Z";
    expect(at(far, "2026-03-02T15:59:59.999Z")).toMatchObject({ ok: false, error: { code: "SLOT_TOO_FAR" } });
    expect(at(far, "2026-03-02T16:00:00.000Z")).toMatchObject({ ok: true });
    expect(at("2026-03-03T01:10:00.000Z", "2026-03-02T02:00:00.000Z")).toMatchObject({
      ok: false,
      error: { code: "SLOT_UNKNOWN" },
    });
  });

  it("stand on open days only", () => {
    const days = openDays(hall(), "2026-02-13T02:00:00.000Z" as Instant);
    expect(HORIZON_DAYS).toBe(14);
    expect(days.map(({ day }) => day)).toEqual([
      ...["2026-02-13", "2026-02-14"],
      ...["2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27"],
    ]);
  });
});
