import { DAY_MS, HOUR_MS, type Instant, plusMs, type Runtime } from "../../kernel/runtime.ts";
import type { KeptNumber } from "./mobile.ts";

/** The purpose of a code: a code that was sent for one purpose is worth nothing for another. */
export type CodePurpose = string;

/** A code that was sent. The code itself is kept nowhere. */
export type CodeOut = {
  /** The act that it confirms; none for a code that proves the number to which it was sent. */
  readonly purpose?: CodePurpose | undefined;
  /** The number that it proves; none for a code that confirms an act. */
  readonly proving?: KeptNumber | undefined;
  readonly digest: string;
  readonly sentAt: Instant;
  readonly until: Instant;
  /** How often a code was typed in for it, right or wrong. */
  readonly tries: number;
};

const CODE_DIGITS = 6;
/** So long a code is good for. */
export const CODE_MINUTES = 10;
export const CODE_LIFE_MS = CODE_MINUTES * 60_000;
/** So often one can be typed in. A try is counted before it is looked at, so that many at once are no more than these. */
export const TRIES_MAX = 5;

/** How many codes a person is sent, no matter who asks for them. With the tries it bounds the guesses of a day to 50. */
export const SENDING_LIMITS = [
  { max: 1, withinMs: 60_000 },
  { max: 5, withinMs: HOUR_MS },
  { max: 10, withinMs: DAY_MS },
] as const;

const CODES = 10 ** CODE_DIGITS;
const DRAW_BYTES = 3;
/** Numbers from here on are drawn again: otherwise the first codes would come more often. */
const DRAWS = Math.floor(2 ** (8 * DRAW_BYTES) / CODES) * CODES;

/** Six digits, each code as likely as any other. */
export function drawCode({ random }: Pick<Runtime, "random">): string {
  for (;;) {
    const drawn = Buffer.from(random(DRAW_BYTES)).readUIntBE(0, DRAW_BYTES);
    if (drawn < DRAWS) return String(drawn % CODES).padStart(CODE_DIGITS, "0");
  }
}

/** The time until which no more codes are sent; undefined where one more is. */
export function closedUntil(sent: readonly Instant[], now: Instant): Instant | undefined {
  const newestFirst = sent.toSorted().reverse();
  const ends = SENDING_LIMITS.flatMap(({ max, withinMs }) => {
    const first = newestFirst[max - 1];
    const end = first && plusMs(first, withinMs);
    return end !== undefined && now < end ? [end] : [];
  });
  return ends.toSorted().at(-1);
}

/** With one sending more, and without those that no limit counts any longer. */
export const addSending = (sent: readonly Instant[], at: Instant): readonly Instant[] => [
  ...sent.filter((one) => at < plusMs(one, DAY_MS)),
  at,
];

/** Whether what is typed in for this purpose is compared with this code; `undefined` is for the proof of a number. */
export const isHeard = (
  code: CodeOut | undefined,
  purpose: CodePurpose | undefined,
  now: Instant,
): code is CodeOut =>
  code !== undefined && code.purpose === purpose && now < code.until && code.tries < TRIES_MAX;
