import { type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import type { Json, LogLine } from "../support/platform.ts";
import type { FuzzOperation } from "./operation.ts";
import type { Written } from "./watched-writes.ts";

/** The outcome of an operation. */
export type Outcome = {
  readonly status: number;
  readonly text: string;
  /** Apart from the machine's load: see `startAnswerTime`. */
  readonly answerMs: number;
  readonly written: readonly Written[];
  /** The lines that were logged meanwhile. */
  readonly logs: readonly LogLine[];
  /** Errors that nobody caught meanwhile. */
  readonly uncaught: readonly unknown[];
};

const ANSWER_MS_MAX = 2_000;

/** The platform's promises about every operation; each rule says what it finds. */
export const PROMISES = [
  "no operation is a fault",
  "every operation is answered within 2 s",
  "no answer shows a stack",
  "no rejection is left unhandled",
  "nothing is null that may not be",
  "what was refused has written nothing",
] as const;
export type Promised = (typeof PROMISES)[number];

export type Finding = { readonly promise: Promised; readonly what: string };

type AnswerError = {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
};
export type Body = {
  readonly data?: Readonly<Record<string, Json>> | null;
  readonly errors?: readonly AnswerError[];
};

const FAULTS = ["INTERNAL", "OUTCOME_UNKNOWN", "UNAVAILABLE"];
/** As V8 writes a frame, and as paths of this repository look. */
const STACK =
  /\bat (?:async )?[^\n"]*:\d+:\d+|node_modules\/|file:\/\/\/|\b(?:services|functions)\/[\w/-]+\.ts\b/;
const NOTHING_GIVEN = "Cannot return null for non-nullable field";

/** The records that may be written although the answer is a refusal, or nothing was to be changed. */
const EXEMPT: Readonly<Record<string, (written: Written) => boolean>> = {
  // Nothing of a person's data leaves before it is on record who reads it, also what then is refused in part.
  "the record of a partner's read": ({ table, sk }) =>
    table.startsWith("records-") && sk.startsWith("access#"),
  // That a guess was wrong is the very reason of the refusal, and has to be counted.
  "the counter of wrong guesses": ({ sk }) => sk === "guesses",
  // The same of a code that was not the one that was sent; its trail says that it was tried.
  "the counter of wrong codes": ({ table, sk, action }) =>
    table.startsWith("records-") && (sk === "telephone" || action === "telephones.code.tried"),
  // When a key was last used is an observation of the key's owner, whatever it was used for.
  "the last use of a key": ({ table, sk }) => table === "registry" && sk.startsWith("key#"),
};

export const bodyOf = (text: string): Body | undefined => {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
};

export function judge(schema: GraphQLSchema, operation: FuzzOperation, outcome: Outcome): readonly Finding[] {
  const { status, text, answerMs, logs, uncaught } = outcome;
  const body = bodyOf(text);
  const codes = (body?.errors ?? []).map(({ extensions }) => String(extensions?.code));
  const faults = codes.filter((code) => FAULTS.includes(code));
  const logged = logs.filter(({ level }) => level === "ERROR");
  const causes = logged.map((line) => String(line["cause"] ?? line.message));
  const found: Finding[] = [];
  const find = (promise: Promised, what: string): void => void found.push({ promise, what });
  if (!body || faults.length > 0 || status >= 500 || logged.length > 0)
    find("no operation is a fault", [`status ${status}`, ...faults, ...causes].join("\n"));
  if (answerMs > ANSWER_MS_MAX) find("every operation is answered within 2 s", `${Math.round(answerMs)} ms`);
  const stack = STACK.exec(text);
  if (stack) find("no answer shows a stack", stack[0]);
  for (const error of uncaught) find("no rejection is left unhandled", describe(error));
  const nothing = causes.filter((cause) => cause.includes(NOTHING_GIVEN));
  if (nothing.length > 0) find("nothing is null that may not be", nothing.join("\n"));
  const written = outcome.written.filter((one) => !Object.values(EXEMPT).some((isSo) => isSo(one)));
  if (written.length > 0 && wasRefused(schema, operation, body))
    find("what was refused has written nothing", written.map(tell).join("\n"));
  return found;
}

const describe = (error: unknown): string => (error instanceof Error ? String(error.stack) : String(error));
const tell = ({ table, pk, sk, action }: Written): string =>
  [table, pk, sk, action].filter((part) => part !== undefined).join(" ");

/** Whether an operation was to change nothing: it only asks, or each of its root fields was refused. */
export function wasRefused(
  schema: GraphQLSchema,
  { query, roots }: FuzzOperation,
  body: Body | undefined,
): boolean {
  if (query.startsWith("query")) return true;
  const { data, errors = [] } = body ?? {};
  if (!data) return errors.every(({ path = [] }) => path.length < 2);
  return Object.keys(roots).every((alias) => {
    const value = data[alias];
    // An act that was done and could not be shown has an error at a deeper path.
    if (value === null || value === undefined)
      return errors.some(({ path = [] }) => path.length === 1 && path[0] === alias);
    return isRefusal(schema, value);
  });
}

/** One refusal, or a list of nothing else. */
function isRefusal(schema: GraphQLSchema, value: Json): boolean {
  if (Array.isArray(value)) return value.every((one) => isRefusal(schema, one));
  if (typeof value !== "object" || value === null || !("__typename" in value)) return false;
  const [type, refusal] = [schema.getType(String(value["__typename"])), schema.getType("Refusal")];
  return isObjectType(type) && isInterfaceType(refusal) && schema.isSubType(refusal, type);
}
