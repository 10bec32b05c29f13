import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isUnionType,
} from "graphql";
import { type Random, randomOf } from "../../local/generate/random.ts";
import { directivesOn } from "../../services/api/directives.ts";
import { type Instant, plusMs } from "../../services/kernel/runtime.ts";
import type { FuzzCaller } from "./callers.ts";
import type { KnownWords } from "./known-words.ts";
import { argumentValue, LEFT_OUT, type ValueObjects, type ValueSource } from "./random-values.ts";
import { selectionOf } from "./selections.ts";

export type FuzzOperation = {
  /** Its number among all of its seed. */
  readonly index: number;
  readonly caller: string;
  /** The world's clock goes on so far before it. */
  readonly advanceMs: number;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** By their aliases. */
  readonly roots: Readonly<Record<string, string>>;
  /** Places of the schema with the list of words that each was given from. */
  readonly given: readonly (readonly [place: string, list: string])[];
};

export type OperationSource = {
  readonly seed: string;
  readonly schema: GraphQLSchema;
  readonly callers: readonly FuzzCaller[];
  readonly known: KnownWords;
  readonly objects: ValueObjects;
  /** The world's clock, before it goes on. */
  readonly now: Instant;
  /** The number of the first operation in this world. */
  readonly first: number;
};

const HOUR_MS = 3_600_000;
/** Mostly no time goes by; sometimes what is limited by the hour is free again, or a day is over. */
const ADVANCES_MS = [0, 0, 0, 0, 0, 0, 1_000, 60_000, HOUR_MS / 4, 2 * HOUR_MS] as const;
/** A document stays within the limits of documents: what is beyond them is refused before anything of it runs. */
const FIELDS_MAX = 60;
/** The first operations of a round only look around, so that those behind them know something. */
const LOOKS = 150;
const ALIASES_MAX = 24;
/** An operation that takes a caller away from all operations behind it is drawn, but seldom. */
const RARE = ["suspendPartner", "revokeApiKey", "revokeConsent", "rotateApiKey"];
const RARELY_PERCENT = 10;
/** Of a hundred values of an operation so many are hostile. */
const HOSTILITIES = [0, 0, 0, 8, 8, 15, 50] as const;

/** The operation of this number: the same for the same seed and for what has come up before it. */
export function operationOf(source: OperationSource, index: number): FuzzOperation {
  const { seed, schema, first } = source;
  const random = randomOf(`${seed} operation ${index}`);
  const looksAround = index - first < LOOKS;
  const mutates = !looksAround && random.chance(65);
  const root = mutates ? schema.getMutationType() : schema.getQueryType();
  const fields = Object.values(root?.getFields() ?? {}).filter(
    ({ name }) => !RARE.includes(name) || random.chance(RARELY_PERCENT),
  );
  const count = random.chance(80) ? 1 : random.int(2, 4);
  const [any, ...others] = fields;
  if (!any || !root) throw new Error("the schema has no root");
  const wanted = random.pick([any, ...others]);
  const caller = callerFor(source, random, wanted);
  const [open = wanted, ...more] = fields.filter((field) => letsIn(field, caller));
  const chosen = [
    wanted,
    ...Array.from({ length: count - 1 }, () =>
      random.chance(80) ? random.pick([open, ...more]) : random.pick([any, ...others]),
    ),
  ];
  const hostility = looksAround ? 0 : random.pick(HOSTILITIES);
  const advanceMs = random.pick(ADVANCES_MS);
  const now = plusMs(source.now, advanceMs);
  const written = writeDocument({ ...source, now }, random, {
    caller: caller.name,
    chosen,
    root: root.name,
    hostility,
  });
  return { index, caller: caller.name, advanceMs, ...written };
}

/** Mostly somebody whom the field lets in. */
function callerFor(
  { callers }: OperationSource,
  random: Random,
  field: GraphQLField<unknown, unknown>,
): FuzzCaller {
  const fitting = callers.filter((caller) => letsIn(field, caller));
  const [first, ...others] = random.chance(88) && fitting.length > 0 ? fitting : callers;
  if (!first) throw new Error("nobody calls");
  return random.pick([first, ...others]);
}

type Access = { readonly to?: readonly string[]; readonly roles?: readonly string[] };

/** Each field is asked about for each caller, at each operation. */
const accessKnown = new WeakMap<GraphQLField<unknown, unknown>, Access>();

function accessOf(field: GraphQLField<unknown, unknown>): Access {
  const known = accessKnown.get(field) ?? directivesOn<Access>(field, "access")[0] ?? {};
  accessKnown.set(field, known);
  return known;
}

function letsIn(field: GraphQLField<unknown, unknown>, { kind, roles: own }: FuzzCaller): boolean {
  const { to = [], roles = [] } = accessOf(field);
  return (
    to.includes(kind) &&
    (kind !== "OFFICER" || roles.length === 0 || own.some((role) => roles.includes(role)))
  );
}

type Wish = {
  readonly caller: string;
  readonly chosen: readonly GraphQLField<unknown, unknown>[];
  readonly root: string;
  readonly hostility: number;
};

function writeDocument(
  { schema, known, objects, now }: OperationSource,
  random: Random,
  { caller, chosen, root, hostility }: Wish,
): Pick<FuzzOperation, "query" | "variables" | "roots" | "given"> {
  const given: [string, string][] = [];
  const values: ValueSource = {
    ...{ random, known, objects, now, hostility, answers: [], caller },
    note: (place, list) => given.push([place, list]),
  };
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const isLiteral = random.chance(15);
  const write = (arg: GraphQLArgument, value: unknown): string => {
    const text = isLiteral ? literalOf(value, arg.type) : undefined;
    if (text !== undefined) return `${arg.name}: ${text}`;
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${arg.type}`);
    variables[name] = value;
    return `${arg.name}: $${name}`;
  };
  const argumentsOf = (of: string, { args, type }: GraphQLField<unknown, unknown>): string => {
    const answers = answersOf(schema, getNamedType(type));
    const parts = args.flatMap((arg) => {
      const value = argumentValue({ ...values, answers }, arg, of);
      return value === LEFT_OUT ? [] : [write(arg, value)];
    });
    return parts.length > 0 ? `(${parts.join(", ")})` : "";
  };
  const budget = { fields: FIELDS_MAX, aliases: ALIASES_MAX };
  const writing = {
    schema,
    random,
    argumentsOf: (of: string, field: GraphQLField<unknown, unknown>) => argumentsOf(nameIn(of), field),
    budget,
  };
  const roots: Record<string, string> = {};
  const parts = chosen.map((field, i) => {
    roots[`r${i}`] = field.name;
    budget.aliases -= 1;
    return `r${i}: ${field.name}${argumentsOf(field.name, field)} ${selectionOf(writing, getNamedType(field.type))}`;
  });
  const head = `${root.toLowerCase()}${declared.length > 0 ? ` (${declared.join(", ")})` : ""}`;
  return { query: `${head} {\n  ${parts.join("\n  ")}\n}`, variables, roots, given };
}

/** The types that a field may answer with, but for refusals. */
const answersOf = (schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] =>
  isUnionType(type)
    ? schema
        .getPossibleTypes(type)
        .flatMap((one) => (one.getInterfaces().some(({ name }) => name === "Refusal") ? [] : [one.name]))
    : [type.name];

/** Fields inside of the schema are called as those at its root: by their own name. */
const nameIn = (of: string): string => of.slice(of.indexOf(".") + 1);

/** A value as GraphQL writes it; undefined for what only a variable can carry. */
function literalOf(value: unknown, type: GraphQLInputType): string | undefined {
  if (isNonNullType(type)) return literalOf(value, type.ofType);
  if (value === null) return "null";
  if (isListType(type)) return Array.isArray(value) ? listLiteral(value, type.ofType) : undefined;
  if (isEnumType(type)) return String(value);
  if (typeof value === "object") return undefined;
  return JSON.stringify(value);
}

function listLiteral(values: readonly unknown[], type: GraphQLInputType): string | undefined {
  const written = values.map((value) => literalOf(value, type));
  return written.length > 50 || written.includes(undefined) ? undefined : `[${written.join(", ")}]`;
}
