import { readFileSync } from "node:fs";

/** A place in a text; both count from 0. */
export type Place = { readonly line: number; readonly column: number };
export type Source = Place & { readonly file: string };

/**
 * Where the code came from that stands at these places of a bundle; undefined for a place that the map does not have. It
 * walks through the mappings and keeps nothing of them: node:module's SourceMap makes some 60 MB of the API's, and this is
 * for a handful of frames of a fault.
 */
export function sourcesOf(
  { sources, mappings }: SourceMap,
  places: readonly Place[],
): readonly (Source | undefined)[] {
  const found: (Source | undefined)[] = places.map(() => undefined);
  const wanted = places.map((place, index) => ({ ...place, index }));
  for (const { at, file, line, column } of segmentsOf(mappings)) {
    for (const place of wanted) {
      if (place.line !== at.line || at.column > place.column) continue;
      const name = sources[file];
      found[place.index] = name === undefined ? undefined : { file: name, line, column };
    }
  }
  return found;
}

export type SourceMap = { readonly sources: readonly string[]; readonly mappings: string };

/** The map beside a bundle; undefined where there is none. */
export function readSourceMap(bundle: string): SourceMap | undefined {
  try {
    return JSON.parse(readFileSync(`${bundle}.map`, "utf8"));
  } catch {
    return undefined;
  }
}

type Segment = {
  readonly at: { line: number; column: number };
  file: number;
  line: number;
  column: number;
};

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;
const CONTINUES = 32;
const [COMMA, SEMICOLON] = [44, 59];

/**
 * The segments of ECMA-426 "mappings", in order. It is one object that moves on, because there are half a million of
 * them. A segment of one number says that its code comes from nowhere; it carries the file -1.
 */
function* segmentsOf(mappings: string): Generator<Segment, void, undefined> {
  const told: Segment = { at: { line: 0, column: 0 }, file: -1, line: 0, column: 0 };
  const state = new Int32Array(5);
  let field = 0;
  let value = 0;
  let shift = 0;
  for (let i = 0; i <= mappings.length; i += 1) {
    const character = i < mappings.length ? mappings.charCodeAt(i) : SEMICOLON;
    if (character !== COMMA && character !== SEMICOLON) {
      const digit = VALUES[character] ?? 0;
      value |= (digit & (CONTINUES - 1)) << shift;
      shift += 5;
      if (digit & CONTINUES) continue;
      state[field] = (state[field] ?? 0) + (value & 1 ? -(value >>> 1) : value >>> 1);
      field += 1;
      value = 0;
      shift = 0;
      continue;
    }
    if (field > 0) {
      const [column = 0, file = 0, line = 0, sourceColumn = 0] = state;
      told.at.column = column;
      told.file = field > 1 ? file : -1;
      told.line = line;
      told.column = sourceColumn;
      yield told;
    }
    field = 0;
    if (character === SEMICOLON) {
      told.at.line += 1;
      state[0] = 0;
    }
  }
}
