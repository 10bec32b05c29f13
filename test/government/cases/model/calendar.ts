/** The State Council's notices of holidays, day by day: 国务院办公厅关于2025年、2026年部分节假日安排的通知. */
const DAYS_OFF = [
  ["2025-01-01", "2025-01-01"],
  ["2025-01-28", "2025-02-04"],
  ["2025-04-04", "2025-04-06"],
  ["2025-05-01", "2025-05-05"],
  ["2025-05-31", "2025-06-02"],
  ["2025-10-01", "2025-10-08"],
  ["2026-01-01", "2026-01-03"],
  ["2026-02-15", "2026-02-23"],
  ["2026-04-04", "2026-04-06"],
  ["2026-05-01", "2026-05-05"],
  ["2026-06-19", "2026-06-21"],
  ["2026-09-25", "2026-09-27"],
  ["2026-10-01", "2026-10-07"],
] as const;
const WORKED_WEEKENDS = [
  ...["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  ...["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
];
const YEARS = ["2025", "2026"];

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day in Beijing at an instant. */
export const dayAt = (instant: number): string => new Date(instant + BEIJING_MS).toISOString().slice(0, 10);

/** When a day begins in Beijing. */
export const midnight = (day: string): number => Date.parse(day) - BEIJING_MS;

function isWorked(day: string): boolean {
  if (!YEARS.includes(day.slice(0, 4))) throw new Error(`${day} is beyond the model's calendar`);
  if (WORKED_WEEKENDS.includes(day)) return true;
  if (DAYS_OFF.some(([from, to]) => from <= day && day <= to)) return false;
  return ![0, 6].includes(new Date(day).getUTCDay());
}

/** The so-manieth working day after a day; none after a day off is the next working day. */
export function plusWorkingDays(day: string, count: number): string {
  let [at, left] = [day, count === 0 && !isWorked(day) ? 1 : count];
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorked(at)) left -= 1;
  }
  return at;
}

/** The so-manieth working day before a day. */
export function minusWorkingDays(day: string, count: number): string {
  let [at, left] = [day, count];
  while (left > 0) {
    at = addDays(at, -1);
    if (isWorked(at)) left -= 1;
  }
  return at;
}

/** Working days after `from`, until and with `to`. */
export function workingDaysAfter(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorked(day)) count += 1;
  return count;
}
