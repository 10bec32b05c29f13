/** The State Council's notice of holidays for 2026, day by day: 国务院办公厅关于2026年部分节假日安排的通知. */
const DAYS_OFF = [
  ["01-01", "01-03"],
  ["02-15", "02-23"],
  ["04-04", "04-06"],
  ["05-01", "05-05"],
  ["06-19", "06-21"],
  ["09-25", "09-27"],
  ["10-01", "10-07"],
] as const;
const WORKED_WEEKENDS = ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"];

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
  if (!day.startsWith("2026")) throw new Error(`${day} is beyond the model's calendar`);
  const date = day.slice(5);
  if (WORKED_WEEKENDS.includes(date)) return true;
  if (DAYS_OFF.some(([from, to]) => from <= date && date <= to)) return false;
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
