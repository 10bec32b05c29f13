import { err, ok, type Result } from "../../../kernel/result.ts";

/** A regular expression, read: what a linear automaton is made of. */
export type PatternNode =
  /** One character; `source` is the part of the pattern that says which, "[0-9]" or "\\d". */
  | { readonly kind: "character"; readonly source: string }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repetition"; readonly of: PatternNode; readonly min: number; readonly max: number };

export type PatternProblem = "NOT_REGULAR" | "NOT_LINEAR" | "TOO_LARGE";

const LENGTH_MAX = 500;
const GROUP = /\((?:\?:|\?<(?![=!])[^>]*>|(?!\?))/y;
/** It looks ahead or behind, or changes what letters mean. */
const OTHER_GROUP = /\(/y;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/sy;
/** References to what a group has matched, and edges of words: nothing that one character can tell. */
const NOT_ONE_CHARACTER = /\\(?:[1-9kbB])/y;
/** As Unicode mode spells one character: a pair of halves counts as one. */
const ESCAPE =
  /\\(?:[pP]\{[^}]*\}|u\{[0-9A-Fa-f]+\}|u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|.)/suy;
const CHARACTER = /./suy;

/**
 * Reads a pattern as ECMAScript's Unicode mode has it. Errors: NOT_REGULAR, no pattern at all; NOT_LINEAR, one that looks
 * around itself or back at what it has matched, which no automaton can do; TOO_LARGE.
 */
export function readPatternSyntax(source: string): Result<PatternNode, PatternProblem> {
  if (source.length > LENGTH_MAX) return err("TOO_LARGE");
  if (!isRegular(source)) return err("NOT_REGULAR");
  const reader = startReading(source);
  const node = readChoice(reader);
  return node === undefined ? err("NOT_LINEAR") : ok(node);
}

function isRegular(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

type Reader = ReturnType<typeof startReading>;

function startReading(source: string) {
  let at = 0;
  const take = (what: RegExp): RegExpExecArray | null => {
    what.lastIndex = at;
    const found = what.exec(source);
    at += found?.[0].length ?? 0;
    return found;
  };
  return {
    take,
    takeText: (text: string): boolean => {
      if (!source.startsWith(text, at)) return false;
      at += text.length;
      return true;
    },
    isAt: (...texts: readonly string[]): boolean =>
      at >= source.length || texts.some((text) => source.startsWith(text, at)),
  };
}

/** The syntax is checked already, so that whatever has begun also ends; undefined where it is not linear. */
function readChoice(reader: Reader): PatternNode | undefined {
  const parts: PatternNode[] = [];
  do {
    const part = readSequence(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (reader.takeText("|"));
  return parts.length === 1 ? parts[0] : { kind: "choice", parts };
}

function readSequence(reader: Reader): PatternNode | undefined {
  const parts: PatternNode[] = [];
  while (!reader.isAt("|", ")")) {
    const one = readOne(reader);
    if (one === undefined) return undefined;
    const quantifier = reader.take(QUANTIFIER);
    parts.push(quantifier ? { kind: "repetition", of: one, ...boundsOf(quantifier) } : one);
  }
  return parts.length === 1 ? parts[0] : { kind: "sequence", parts };
}

function boundsOf([, sign, from, comma, to]: RegExpExecArray): {
  readonly min: number;
  readonly max: number;
} {
  if (sign !== undefined)
    return { min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
  const min = Number(from);
  if (comma === undefined) return { min, max: min };
  return { min, max: to ? Number(to) : Number.POSITIVE_INFINITY };
}

function readOne(reader: Reader): PatternNode | undefined {
  if (reader.takeText("^")) return { kind: "start" };
  if (reader.takeText("$")) return { kind: "end" };
  if (reader.take(GROUP)) {
    const inner = readChoice(reader);
    reader.takeText(")");
    return inner;
  }
  if (reader.take(OTHER_GROUP) || reader.take(NOT_ONE_CHARACTER)) return undefined;
  const found = reader.take(CLASS) ?? reader.take(ESCAPE) ?? reader.take(CHARACTER);
  return found ? { kind: "character", source: found[0] } : undefined;
}
