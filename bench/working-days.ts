import { addWorkingDays, workingDaysBetween } from "../services/field/working-days.ts";
import { type Clock, limitsOf } from "../services/government/cases/clock.ts";
import { addDays, date } from "../services/kernel/civil-date.ts";
import { type Figure, median } from "./measure.ts";

const ROUNDS = 31;
const CALLS = 25_000;
const FROM = date("2025-11-03");
const DAYS = Array.from({ length: 250 }, (_, i) => addDays(FROM, i));

/** Days of two years: what a request asks of the calendar, once a process has counted them. */
export async function workingDays(): Promise<readonly Figure[]> {
  const clocks: readonly Clock[] = DAYS.map((acceptedOn) => ({
    ...{ promisedWorkingDays: 10, statutoryWorkingDays: 20, acceptedOn, pauses: [] },
  }));
  const of = <T>(all: readonly T[], ask: (one: T) => unknown): string =>
    `${medianMicroseconds(all, ask).toFixed(2)} µs`;
  return [
    {
      what: "the 20th working day after a day",
      measured: of(DAYS, (day) => addWorkingDays(day, 20)),
      bound: "≤ 10 µs",
    },
    {
      what: "the working days between a day and one three weeks later",
      measured: of(DAYS.slice(0, -21), (day) => workingDaysBetween(day, DAYS[DAYS.indexOf(day) + 21] ?? day)),
      bound: "≤ 10 µs",
    },
    { what: "the limits of a case's clock", measured: of(clocks, limitsOf), bound: "≤ 10 µs" },
  ];
}

function medianMicroseconds<T>(all: readonly T[], ask: (one: T) => unknown): number {
  const taken = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (let i = 0; i < CALLS; i += all.length) for (const one of all) ask(one);
    return ((performance.now() - started) / CALLS) * 1_000;
  });
  return median(taken);
}
