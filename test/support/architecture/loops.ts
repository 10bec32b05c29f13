import { breach } from "./breach.ts";
import { pathOf } from "./place.ts";
import { importsOf, type SourceFile } from "./source-file.ts";

/** A loop that may be a hand-written race: it counts attempts, or writes until something holds. */
export type Loop = {
  readonly path: string;
  /** As it begins, for example "for (let attempt = 1; ; attempt += 1)". */
  readonly head: string;
  /** Whether a comment right above says what it is. */
  readonly isExplained: boolean;
};

/**
 * The loops that are really something else. Each has its reason in a comment right above it; one that is not here is
 * `decideUntilWritten`.
 */
export const OTHER_LOOPS: readonly string[] = [
  "services/convenience/transit/rides/submit-taps.ts: while (rest.length > 0)",
  "services/government/halls/closing/end-closed-appointments.ts: for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1)",
  "services/government/halls/closing/end-closed-appointments.ts: for (let after: { readonly id: AppointmentId; readonly from: Instant } | undefined; ; )",
  "services/government/housing-fund/fund-file/import-fund-file.ts: while (left.length > 0)",
  "services/government/housing-fund/fund-file/write-statements.ts: while (next < statements.length)",
  "services/government/housing-fund/fund-file/write-statements.ts: while (left.length > 0)",
  "services/kernel/commit/commit.ts: for (let attempt = 1; ; attempt += 1)",
  "services/kernel/database/database.ts: for (let attempt = 1; Object.keys(requests).length > 0; attempt += 1)",
  "services/kernel/outbox/deliver-events.ts: for (let lane = lanes.shift(); lane; lane = lanes.shift())",
  "services/kernel/outbox/deliver-events.ts: for (let [entry] = rest; entry; [entry] = rest)",
  "services/kernel/outbox/deliver-events.ts: settle again",
  "services/money/ledger/verification/verify-partition.ts: for (let attempt = 1; ; attempt += 1)",
  "services/money/settlements/settle-due-days.ts: for (;;)",
];

/** The one way to decide under race. */
const ONE_WAY = "services/kernel/commit/decide-until-written.ts";
const SERVICES = /^services\/(?!api\/generated\/)/;
const HEAD = /\b(?:for(?: await)?|while) ?\(|\bdo \{/g;
const FUNCTION = /^(?:export )?(?:async )?(?:function\*? (\w+)|const (\w+)\b[^=\n]*=)/gm;
const COUNTS = /[aA]ttempt|ATTEMPT|DECISIONS|(?<![A-Za-z])(?:tries|TRIES)(?![a-z])/;
const OVER_ALL = /\b(?:of|in)\b/;
const RANGE = /\b(?:Array\b|Iterator\b|keys\(\)|range)/;
/** A write on a condition: by the kernel's commit, or past it. */
const COMMITS = /(?<![\w])(?:\w+\.)*(?:commit|transact)\(/;

/** Loops that decide under race by hand, and those that are something else and do not say what. */
export const raceBreaches = (files: readonly SourceFile[]): readonly string[] =>
  loopsIn(files).flatMap(({ path, head, isExplained }) => {
    const loop = `${path}: ${head}`;
    if (!OTHER_LOOPS.includes(loop)) return [breach("races are decided in one way", loop)];
    return isExplained ? [] : [breach("races are decided in one way", `${loop} has no reason above it`)];
  });

/**
 * The loops of services that could be the kernel's `decideUntilWritten` written by hand. A loop over what there is (`for …
 * of`) is none, unless it counts; nor is one that neither counts attempts nor comes to a commit, by itself or by what it
 * calls. A function that comes to a commit and calls itself is taken for a loop.
 */
export function loopsIn(files: readonly SourceFile[]): readonly Loop[] {
  const services = files.filter(({ path }) => SERVICES.test(path) && path !== ONE_WAY);
  const read = services.map((file) => codeOf(file));
  const commits = committing(read);
  return read.flatMap(({ text, ...file }) => {
    const comesToCommit = (body: string) =>
      COMMITS.test(body) || callsIn(body).some((name) => commits(file, name));
    const isSuspect = ({ head, body }: Block) =>
      COUNTS.test(head) || (isOpen(head) && (COUNTS.test(body) || comesToCommit(head + body)));
    const loops = [...file.code.matchAll(HEAD)].map(({ index }) => blockAt(file.code, index));
    const again = file.functions.filter(({ name, body }) => isCalled(name, body) && comesToCommit(body));
    return [
      ...loops.filter(isSuspect).map(({ at, until }) => ({ head: oneLine(text.slice(at, until)), at })),
      ...again.map(({ name, at }) => ({ head: `${name} again`, at })),
    ].map(({ head, at }) => ({ path: file.path, head, isExplained: isExplained(text, at) }));
  });
}

const isOpen = (head: string): boolean => !OVER_ALL.test(head) || RANGE.test(head);

type Block = {
  readonly head: string;
  readonly body: string;
  /** Where its head begins and ends. */
  readonly at: number;
  readonly until: number;
};
type Named = { readonly name: string; readonly body: string; readonly at: number };
type Code = {
  readonly path: string;
  readonly code: string;
  readonly functions: readonly Named[];
  /** Where each name comes from: a file, or the folder of an index. */
  readonly imported: ReadonlyMap<string, string>;
};

function codeOf({ path, text }: SourceFile): Code & SourceFile {
  const code = bare(text);
  const imported = new Map(
    importsOf(text).flatMap(({ specifier, names = [] }) =>
      names.map((name) => [name, pathOf(path, specifier).replace(/index\.ts$/, "")] as const),
    ),
  );
  return { path, text, code, functions: functionsIn(code), imported };
}

/** Whether the function that a file means by a name comes to a commit, by itself or by what it calls. */
function committing(files: readonly Code[]): (from: Code, name: string) => boolean {
  const found = new Map<string, Set<string>>();
  const commits = ({ path, functions, imported }: Code, name: string): boolean => {
    const from = functions.some((each) => each.name === name) ? path : imported.get(name);
    return from !== undefined && [...(found.get(name) ?? [])].some((place) => place.startsWith(from));
  };
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const file of files) {
      for (const { name, body } of file.functions) {
        const places = found.get(name) ?? new Set();
        if (places.has(file.path)) continue;
        if (!COMMITS.test(body) && !callsIn(body).some((each) => commits(file, each))) continue;
        found.set(name, places.add(file.path));
        isNew = true;
      }
    }
  }
  return commits;
}

function functionsIn(code: string): readonly Named[] {
  const begins = [...code.matchAll(FUNCTION)];
  return begins.map((found, i) => {
    const [whole, declared, named] = found;
    const body = code.slice(found.index + whole.length, begins[i + 1]?.index ?? code.length);
    return { name: declared ?? named ?? "", body, at: found.index };
  });
}

const callsIn = (body: string): readonly string[] =>
  [...body.matchAll(/(?<![.\w])(\w+)(?:<[^<>()]*>)?\(/g)].map(([, name = ""]) => name);

const isCalled = (name: string, body: string): boolean => callsIn(body).includes(name);

/** The loop that begins here. */
function blockAt(code: string, at: number): Block {
  const isDo = code.startsWith("do", at);
  const until = isDo ? at + "do".length : endOf(code, at, "(", ")");
  const isBlock = /^\s*\{/.test(code.slice(until));
  const end = isBlock ? endOf(code, until, "{", "}") : code.indexOf(";", until);
  return { head: code.slice(at, until), body: code.slice(until, end), at, until };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

/** Behind the bracket that closes the first one from here. */
function endOf(code: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let i = code.indexOf(open, from); i < code.length; i += 1) {
    if (code[i] === open) depth += 1;
    if (code[i] === close) depth -= 1;
    if (depth === 0) return i + 1;
  }
  return code.length;
}

/** The code with blanks in the place of comments and of what stands in strings, so that all stays where it is. */
const bare = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (found) =>
    found.replaceAll(/[^\n]/g, " "),
  );

function isExplained(text: string, at: number): boolean {
  const above = text.slice(0, at).trimEnd().split("\n").at(-1) ?? "";
  return /^\s*\/\//.test(above) || above.endsWith("*/");
}
