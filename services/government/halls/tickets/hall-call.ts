import type { Message } from "../../../kernel/message.ts";
import type { Instant } from "../../../kernel/runtime.ts";

/** A number that a window has called, as anybody in the hall sees and hears it. Nothing in it says whose number it is. */
export type HallCall = {
  readonly number: string;
  readonly window: string;
  /** When it was called last. */
  readonly calledAt: Instant;
  /** How often, this call included. */
  readonly times: number;
};

/** So many calls each window keeps, and a hall shows: the last ten of a hall are among the last ten of its windows. */
export const CALLS_KEPT = 10;

/** A window's calls with one more, the latest first; a number that is called again is there once. */
export const withCall = (calls: readonly HallCall[], call: HallCall): readonly HallCall[] =>
  [call, ...calls.filter(({ number }) => number !== call.number)].slice(0, CALLS_KEPT);

/** The last calls of a hall, of those that its windows keep, the latest first. */
export const lastCalls = (calls: readonly HallCall[], first: number): readonly HallCall[] =>
  [...calls].sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1)).slice(0, Math.max(0, first));

const placeOf = ({ calledAt, number }: HallCall): string => `${calledAt}#${number}`;

/** The text that is read out in the hall, with number and window as a person says them. */
export const announcementOf = ({ number, window }: Pick<HallCall, "number" | "window">): Message => ({
  zh: `请${ticketInChinese(number)}号到${windowInChinese(window)}号窗口办理。`,
  en: `Number ${ticketInEnglish(number)}, please go to window ${windowInEnglish(window)}.`,
});

const DIGITS = {
  zh: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
} as const;
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Characters one by one, letters by their names. */
const spelled = (text: string, language: "zh" | "en"): readonly string[] =>
  [...text].map((one) => DIGITS[language][Number.parseInt(one, 10)] ?? one);

// The number is compared with the one on paper, digit by digit.
const ticketInChinese = (number: string): string => spelled(number, "zh").join("");
const ticketInEnglish = (number: string): string => spelled(number, "en").join(" ");

/** Windows from 1 to 99 are said as numbers; other codes are spelled. */
const isSmall = (code: string): boolean => /^[1-9]\d?$/.test(code);

function windowInChinese(code: string): string {
  if (!isSmall(code)) return spelled(code, "zh").join("");
  const [tens, ones] = [Math.floor(Number(code) / 10), Number(code) % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS.zh[tens]}十`;
  return `${ten}${ones === 0 ? "" : DIGITS.zh[ones]}`;
}

function windowInEnglish(code: string): string {
  if (!isSmall(code)) return spelled(code, "en").join(" ");
  const [tens, ones] = [Math.floor(Number(code) / 10), Number(code) % 10];
  if (tens === 0) return DIGITS.en[ones] ?? code;
  if (tens === 1) return TEENS[ones] ?? code;
  return ones === 0 ? (TENS[tens] ?? code) : `${TENS[tens]}-${DIGITS.en[ones]}`;
}
