import type { RegionCode } from "../../field/region.ts";
import type { Officer } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";

/** A time of day in Asia/Shanghai, "09:30"; "24:00" is when the day ends. Compares as text. */
export type ClockTime = string & { readonly __unit: "clock-time" };

export type Hours = { readonly from: ClockTime; readonly to: ClockTime };

export type LocalizedText = { readonly zh: string; readonly en: string };

/** Opening hours of a weekday, 1 for Monday to 7 for Sunday; a day can have several. */
export type WeeklyHours = Hours & { readonly weekday: number };

/** A day with hours of its own, whatever the week and the calendar say; with none the hall is closed. */
export type SpecialDay = {
  readonly day: CivilDate;
  readonly hours: readonly Hours[];
  readonly reason: LocalizedText;
};

/** A group of windows that share one queue and serve the same items. */
export type Queue = {
  /** The letter with which its tickets' numbers begin. */
  readonly letter: string;
  readonly name: LocalizedText;
  /** Departments, all of whose items it serves. */
  readonly departments: readonly string[];
  /** Items that it serves besides, by code. */
  readonly items: readonly string[];
  /** So many may book one slot. */
  readonly slotCapacity: number;
};

/** A window can serve several queues (综合窗口). */
export type Window = { readonly code: string; readonly queues: readonly string[] };

/** A service hall (政务服务大厅), as its managers keep it. */
export type Hall = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly region: RegionCode;
  readonly address: LocalizedText;
  /** Closed on statutory holidays, and open on weekends that are worked in exchange. */
  readonly followsCalendar: boolean;
  readonly slotMinutes: number;
  readonly weeklyHours: readonly WeeklyHours[];
  readonly specialDays: readonly SpecialDay[];
  readonly queues: readonly Queue[];
  readonly windows: readonly Window[];
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

export type HallContent = Omit<Hall, "revision">;

export type HallProblem = {
  readonly code:
    | TextProblem["code"]
    | "HALL_CODE_INVALID"
    | "HOURS_INVALID"
    | "HOURS_OVERLAP"
    | "NUMBER_OUT_OF_RANGE"
    | "QUEUE_LETTER_INVALID"
    | "CODE_NOT_UNIQUE"
    | "QUEUE_UNKNOWN"
    | "TOO_MANY"
    | "TOO_FEW"
    | "WINDOW_CODE_INVALID";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const CODE_LENGTH = { min: 3, max: 30 };
const TEXT_LENGTH = { min: 2, max: 200 };
const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const SLOT_MINUTES = { min: 5, max: 240 };
const SLOT_CAPACITY = { min: 0, max: 500 };
const WEEKDAY = { min: 1, max: 7 };
const WINDOW = /^[A-Z0-9]{1,4}$/;
const HOURS_MAX = 28;
const HOURS_A_DAY_MAX = 4;
const SPECIAL_DAYS_MAX = 100;
const QUEUES_MAX = 20;
/** So many queues one window looks through when it calls the next. */
const QUEUES_OF_WINDOW_MAX = 8;
const WINDOWS_MAX = 100;
const SERVED_MAX = 200;

export const isHallCode = (text: string): boolean =>
  CODE.test(text) && text.length >= CODE_LENGTH.min && text.length <= CODE_LENGTH.max;

const isClockTime = (text: string): text is ClockTime => TIME.test(text);

/** Whether an officer's jurisdiction covers a hall; halls belong to a region, not to one department. */
export const coversHall = (
  { jurisdiction }: Pick<Officer, "jurisdiction">,
  { region }: Pick<Hall, "region">,
): boolean => region.startsWith(jurisdiction.regionPrefix);

/** The queue in which an item is served: one that names it, or else one that serves its department. */
export function queueFor(
  { queues }: Pick<Hall, "queues">,
  item: string,
  department: string,
): Queue | undefined {
  return (
    queues.find(({ items }) => items.includes(item)) ??
    queues.find(({ departments }) => departments.includes(department))
  );
}

/** A hall as it can be kept, or the first rule that it breaks. */
export function checkHall(stated: HallContent): Result<HallContent, HallProblem> {
  if (!isHallCode(stated.code)) return err({ code: "HALL_CODE_INVALID", path: ["code"] });
  const name = checkLocalized(stated.name, "name");
  if (!name.ok) return name;
  const address = checkLocalized(stated.address, "address");
  if (!address.ok) return address;
  const problem =
    outOfRange(stated.slotMinutes, SLOT_MINUTES, "slotMinutes") ??
    wrongWeek(stated.weeklyHours) ??
    wrongDays(stated.specialDays) ??
    wrongQueues(stated.queues) ??
    wrongWindows(stated);
  return problem ? err(problem) : ok({ ...stated, name: name.value, address: address.value });
}

function checkLocalized(text: LocalizedText, ...path: readonly string[]): Result<LocalizedText, HallProblem> {
  const [zh, en] = [text.zh, text.en].map((one) => checkText(one, TEXT_LENGTH.min, TEXT_LENGTH.max));
  if (!zh?.ok) return err({ ...(zh?.error ?? { code: "TEXT_LENGTH" }), path: [...path, "zh"] });
  if (!en?.ok) return err({ ...(en?.error ?? { code: "TEXT_LENGTH" }), path: [...path, "en"] });
  return ok({ zh: zh.value, en: en.value });
}

function wrongWeek(hours: readonly WeeklyHours[]): HallProblem | undefined {
  if (hours.length > HOURS_MAX) return tooMany(HOURS_MAX, "weeklyHours");
  for (const [i, { weekday }] of hours.entries()) {
    const problem = outOfRange(weekday, WEEKDAY, "weeklyHours", String(i), "weekday");
    if (problem) return problem;
  }
  for (let weekday = WEEKDAY.min; weekday <= WEEKDAY.max; weekday += 1) {
    const problem = wrongHours(
      hours.filter((one) => one.weekday === weekday),
      "weeklyHours",
    );
    if (problem) return problem;
  }
  return undefined;
}

function wrongDays(days: readonly SpecialDay[]): HallProblem | undefined {
  if (days.length > SPECIAL_DAYS_MAX) return tooMany(SPECIAL_DAYS_MAX, "specialDays");
  for (const [i, { hours, reason }] of days.entries()) {
    const path = ["specialDays", String(i)];
    const text = checkLocalized(reason, ...path, "reason");
    if (!text.ok) return text.error;
    const problem = wrongHours(hours, ...path, "hours");
    if (problem) return problem;
  }
  return findRepetition(
    days.map(({ day }) => day),
    "specialDays",
    "day",
  );
}

/** Of one day. */
function wrongHours(hours: readonly Hours[], ...path: readonly string[]): HallProblem | undefined {
  if (hours.length > HOURS_A_DAY_MAX) return tooMany(HOURS_A_DAY_MAX, ...path);
  const isWrong = ({ from, to }: Hours) => !isClockTime(from) || !isClockTime(to) || from >= to;
  if (hours.some(isWrong)) return { code: "HOURS_INVALID", path };
  const ordered = [...hours].sort((a, b) => (a.from < b.from ? -1 : 1));
  const overlap = ordered.some(({ to }, i) => (ordered[i + 1]?.from ?? "24:00") < to);
  return overlap ? { code: "HOURS_OVERLAP", path } : undefined;
}

function wrongQueues(queues: readonly Queue[]): HallProblem | undefined {
  if (queues.length > QUEUES_MAX) return tooMany(QUEUES_MAX, "queues");
  if (queues.length === 0) return { code: "TOO_FEW", values: { min: "1" }, path: ["queues"] };
  for (const [i, { letter, name, departments, items, slotCapacity }] of queues.entries()) {
    const path = ["queues", String(i)];
    if (!/^[A-Z]$/.test(letter)) return { code: "QUEUE_LETTER_INVALID", path: [...path, "letter"] };
    const text = checkLocalized(name, ...path, "name");
    if (!text.ok) return text.error;
    if (departments.length > SERVED_MAX) return tooMany(SERVED_MAX, ...path, "departments");
    if (items.length > SERVED_MAX) return tooMany(SERVED_MAX, ...path, "items");
    const problem = outOfRange(slotCapacity, SLOT_CAPACITY, ...path, "slotCapacity");
    if (problem) return problem;
  }
  return findRepetition(
    queues.map(({ letter }) => letter),
    "queues",
    "letter",
  );
}

function wrongWindows({ windows, queues }: HallContent): HallProblem | undefined {
  if (windows.length > WINDOWS_MAX) return tooMany(WINDOWS_MAX, "windows");
  const letters = new Set(queues.map(({ letter }) => letter));
  for (const [i, { code, queues: served }] of windows.entries()) {
    const path = ["windows", String(i)];
    if (!WINDOW.test(code)) return { code: "WINDOW_CODE_INVALID", path: [...path, "code"] };
    if (served.length > QUEUES_OF_WINDOW_MAX) return tooMany(QUEUES_OF_WINDOW_MAX, ...path, "queues");
    const unknown = served.find((letter) => !letters.has(letter));
    if (unknown !== undefined)
      return { code: "QUEUE_UNKNOWN", values: { value: unknown }, path: [...path, "queues"] };
  }
  return findRepetition(
    windows.map(({ code }) => code),
    "windows",
    "code",
  );
}

const tooMany = (max: number, ...path: readonly string[]): HallProblem => ({
  ...{ code: "TOO_MANY", values: { max: String(max) }, path },
});

function outOfRange(
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
  ...path: readonly string[]
): HallProblem | undefined {
  const values = { min: String(min), max: String(max) };
  return value >= min && value <= max ? undefined : { code: "NUMBER_OUT_OF_RANGE", values, path };
}

function findRepetition(values: readonly string[], list: string, field: string): HallProblem | undefined {
  const i = values.findIndex((value, at) => values.indexOf(value) < at);
  const value = values[i];
  return value === undefined
    ? undefined
    : { code: "CODE_NOT_UNIQUE", values: { value }, path: [list, String(i), field] };
}
