import { CODE_LENGTH_MAX, isCode } from "../../field/code.ts";
import type { MessageCode } from "../../kernel/message.ts";
import type { Fen } from "../../kernel/money.ts";
import { checkText } from "../../kernel/text.ts";
import type { LegalBasis, LocalizedText, Violation } from "./item-terms.ts";

const LIMITS = {
  /** One commit can write so many entries of the roll-out, too. */
  REGIONS_MAX: 90,
  LEGAL_BASES_MAX: 20,
  NAME_ZH_LENGTH_MAX: 60,
  NAME_EN_LENGTH_MAX: 120,
  SENTENCE_ZH_LENGTH_MAX: 200,
  SENTENCE_EN_LENGTH_MAX: 400,
  LAW_LENGTH_MAX: 100,
} as const;

export type TermReader = ReturnType<typeof startReading>;

/** Reads values one by one and remembers the first problem, so that what reads them needs no branches. */
export function startReading() {
  let first: Violation | undefined;
  const refuse = (problem: Violation): void => {
    first ??= problem;
  };
  const text = (value: string, max: number, ...path: readonly string[]): string => {
    const checked = checkText(value, 0, max);
    if (!checked.ok) refuse({ ...checked.error, path });
    return checked.ok ? checked.value : "";
  };
  return {
    problem: () => first,
    refuse,
    text,
    name: ({ zh, en }: LocalizedText, ...path: readonly string[]): LocalizedText => ({
      zh: text(zh, LIMITS.NAME_ZH_LENGTH_MAX, ...path, "zh"),
      en: text(en, LIMITS.NAME_EN_LENGTH_MAX, ...path, "en"),
    }),
    sentence: ({ zh, en }: LocalizedText, ...path: readonly string[]): LocalizedText => ({
      zh: text(zh, LIMITS.SENTENCE_ZH_LENGTH_MAX, ...path, "zh"),
      en: text(en, LIMITS.SENTENCE_EN_LENGTH_MAX, ...path, "en"),
    }),
    code: (value: string, ...path: readonly string[]): string => {
      const max = String(CODE_LENGTH_MAX);
      if (!isCode(value)) refuse({ code: "CODE_INVALID", values: { max }, path });
      return value;
    },
    law: ({ law, article }: LegalBasis, ...path: readonly string[]): LegalBasis => ({
      law: text(law, LIMITS.LAW_LENGTH_MAX, ...path, "law"),
      article: text(article, LIMITS.LAW_LENGTH_MAX, ...path, "article"),
    }),
    amount: (value: Fen, ...path: readonly string[]): Fen => {
      if (value < 0n) refuse({ code: "FEE_NEGATIVE", values: {}, path });
      return value;
    },
    list: <T, U>(values: readonly T[], max: number, field: string, each: (value: T, i: string) => U): U[] => {
      if (values.length <= max) return values.map((value, i) => each(value, String(i)));
      refuse({ code: "TOO_MANY", values: { max: String(max) }, path: [field] });
      return [];
    },
    set: <T>(values: readonly T[], ...path: readonly string[]): T[] => {
      const distinct = [...new Set(values)];
      const max = String(LIMITS.REGIONS_MAX);
      if (distinct.length > LIMITS.REGIONS_MAX) refuse({ code: "TOO_MANY", values: { max }, path });
      return distinct;
    },
  };
}

type Named = { readonly code: string; readonly name: LocalizedText };

export const readDepartment = (read: TermReader, { code, name }: Named, ...at: readonly string[]): Named => ({
  code: read.code(code, ...at, "department", "code"),
  name: read.name(name, ...at, "department", "name"),
});

export const readLegalBasis = (read: TermReader, bases: readonly LegalBasis[]): LegalBasis[] =>
  read.list(bases, LIMITS.LEGAL_BASES_MAX, "legalBasis", (law, i) => read.law(law, "legalBasis", i));

/** A record of the database holds 400 KB. */
const RECORD_BYTES_MAX = 200 * 1024;

/** The refusal of content that is too much for one record. */
export function tooLarge(content: object, code: MessageCode): Violation | undefined {
  const text = JSON.stringify(content, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return Buffer.byteLength(text) > RECORD_BYTES_MAX
    ? { code, values: { max: String(RECORD_BYTES_MAX) }, path: [] }
    : undefined;
}
