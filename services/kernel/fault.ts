import { fileURLToPath } from "node:url";
import { type Place, readSourceMap, type Source, type SourceMap, sourcesOf } from "./source-map.ts";

const FRAMES_MAX = 8;
/** How far its causes are followed, and how many errors of one that stands for several. */
const DEPTH_MAX = 3;
const ERRORS_MAX = 5;

/**
 * A fault as the log may have it: its name, where it arose, as file and line of this repository, and what it says if we
 * say it. Messages of the database client and of other libraries hold keys, values and addresses, so they stay out.
 */
export function describeFault(error: unknown, mapOf = mapOnce): string {
  return partsOf(error, mapOf, DEPTH_MAX).join("\ncaused by: ");
}

function partsOf(error: unknown, mapOf: MapOf, depth: number): readonly string[] {
  if (depth === 0 || error === undefined) return [];
  const frames = framesOf(error, mapOf);
  const part = [labelOf(error, frames), ...frames.map(({ text }) => `    at ${text}`)].join("\n");
  return [part, ...causesOf(error).flatMap((cause) => partsOf(cause, mapOf, depth - 1))];
}

function causesOf(error: unknown): readonly unknown[] {
  if (error instanceof AggregateError) return error.errors.slice(0, ERRORS_MAX);
  return error instanceof Error ? [error.cause] : [];
}

/** A fault in one line, under the same rule. */
export const nameFault = (error: unknown, mapOf = mapOnce): string => labelOf(error, framesOf(error, mapOf));

/** As Node names what failed: ECONNREFUSED, ETIMEDOUT. */
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{2,40}$/;
/** Also an identity number or a telephone that got into a message of ours stays out. */
const LONG_NUMBER = /\d{6,}/g;
/** graphql's word on a resolver that gave nothing: names of the schema. */
const NOTHING_GIVEN = /^Cannot return null for non-nullable field \w+\.\w+\.$/;

function labelOf(error: unknown, frames: readonly Frame[]): string {
  if (!(error instanceof Error)) return "unknown";
  const code =
    "code" in error && typeof error.code === "string" && SYSTEM_CODE.test(error.code) ? error.code : "";
  const message = isOwn(error, frames) || NOTHING_GIVEN.test(error.message) ? error.message : "";
  return [[error.name, code].filter(Boolean).join(" "), message.replace(LONG_NUMBER, "…")]
    .filter(Boolean)
    .join(": ");
}

/**
 * Whether it was made by a line of ours that says `new Error(…)`. An error that the language itself throws, as for JSON
 * that is none, is of another class and may repeat the value.
 */
const isOwn = (error: Error, [first]: readonly Frame[]): boolean =>
  MADE_BY_HAND.includes(error.constructor) && first?.isOwn === true;
const MADE_BY_HAND: readonly unknown[] = [Error, AggregateError];

type Frame = { readonly text: string; readonly isOwn: boolean };
type Call = Place & { readonly file: string; readonly isAsync: boolean };

/** `at name (file:///bundle/index.mjs:7:1234)`, `at async file.ts:1:2`; other frames are of no file. */
const FRAME = /^\s+at (?<async>async )?(?:.*\()?(?<file>[^()]+?):(?<line>\d+):(?<column>\d+)\)?$/;

function framesOf(error: unknown, mapOf: MapOf): readonly Frame[] {
  if (!(error instanceof Error)) return [];
  const calls = (error.stack ?? "").split("\n").flatMap(callIn).slice(0, FRAMES_MAX);
  const mapped = new Map<Call, Source>();
  for (const [file, of] of Map.groupBy(calls, ({ file }) => file)) {
    const map = mapOf(file);
    const sources = map ? sourcesOf(map, of) : [];
    for (const [i, call] of of.entries()) {
      const source = sources[i];
      if (source) mapped.set(call, source);
    }
  }
  return calls.map((call) => {
    const { file, line, column } = mapped.get(call) ?? call;
    const place = inRepository(file);
    const text = `${call.isAsync ? "async " : ""}${place}:${line + 1}:${column + 1}`;
    return { text, isOwn: /^(services|functions)\//.test(place) };
  });
}

function callIn(line: string): readonly Call[] {
  const { async, file, line: row, column } = FRAME.exec(line)?.groups ?? {};
  if (file === undefined) return [];
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  return [{ file: path, line: Number(row) - 1, column: Number(column) - 1, isAsync: async !== undefined }];
}

/** Maps name files from where the bundle was made, and a stack of unbundled code from the root of the machine. */
const inRepository = (file: string): string =>
  /(?:^|\/)(node_modules\/.*)$/.exec(file)?.[1] ??
  /(?:^|\/)((?:services|functions)\/.*)$/.exec(file)?.[1] ??
  file;

type MapOf = (bundle: string) => SourceMap | undefined;

const maps = new Map<string, SourceMap | undefined>();

/** Read at a process's first fault: at its start that would cost every caller. */
const mapOnce: MapOf = (bundle) => {
  if (!bundle.endsWith(".mjs")) return undefined;
  if (!maps.has(bundle)) maps.set(bundle, readSourceMap(bundle));
  return maps.get(bundle);
};
