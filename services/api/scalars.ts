import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isRegionCode, type RegionCode } from "../field/region.ts";
import { type CivilDate, type Month, parseDate, parseMonth } from "../kernel/civil-date.ts";
import { type Decimal, formatDecimal, parseDecimal } from "../kernel/decimal.ts";
import type { MessageCode } from "../kernel/message.ts";
import { type Fen, formatMoney, parseMoney } from "../kernel/money.ts";
import { type Instant, parseInstant } from "../kernel/runtime.ts";
import { badInput } from "./errors.ts";

/** No more of a wrong value than this is repeated in the error. */
const ECHO_LENGTH_MAX = 40;

function textScalar<T>(
  name: string,
  problem: MessageCode,
  parse: (text: string) => T | undefined,
  write: (value: T) => string,
) {
  const read = (value: unknown, echo = echoOf(value)): T => {
    const parsed = typeof value === "string" ? parse(value) : undefined;
    if (parsed === undefined) throw badInput(problem, { value: echo });
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    parseValue: (value) => read(value),
    parseLiteral: (node) =>
      node.kind === Kind.STRING ? read(node.value) : read(undefined, echoOf(literalOf(node))),
    serialize: (value) => write(value as T),
  });
}

/** A literal of another kind, such as an unquoted number, is refused. */
const literalOf = (node: ValueNode): string => ("value" in node ? String(node.value) : node.kind);

/**
 * The part of a value that is repeated: of an object only that it is one, for it may say anything when it is made a
 * text.
 */
function echoOf(value: unknown): string {
  if (typeof value === "object" && value !== null) return "{}";
  return String(value).slice(0, ECHO_LENGTH_MAX).toWellFormed();
}

const same = (value: string): string => value;

export const scalars = {
  Money: textScalar<Fen>("Money", "NOT_MONEY", (text) => parsedOrNone(parseMoney(text)), formatMoney),
  Decimal: textScalar<Decimal>(
    "Decimal",
    "NOT_DECIMAL",
    (text) => parsedOrNone(parseDecimal(text)),
    formatDecimal,
  ),
  Date: textScalar<CivilDate>("Date", "NOT_A_DATE", (text) => parsedOrNone(parseDate(text)), same),
  Month: textScalar<Month>("Month", "NOT_A_MONTH", (text) => parsedOrNone(parseMonth(text)), same),
  DateTime: textScalar<Instant>("DateTime", "NOT_AN_INSTANT", parseInstant, same),
  RegionCode: textScalar<RegionCode>(
    "RegionCode",
    "NOT_A_REGION",
    (text) => (isRegionCode(text) ? text : undefined),
    same,
  ),
  JSONObject: new GraphQLScalarType<Readonly<Record<string, unknown>>, unknown>({
    name: "JSONObject",
    parseValue: object,
    parseLiteral: (node, variables) => object(literal(node, variables ?? {})),
    serialize: (value) => value,
  }),
};

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };
const parsedOrNone = <T>(parsed: Parsed<T>): T | undefined => (parsed.ok ? parsed.value : undefined);

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw badInput("NOT_AN_OBJECT_VALUE");
  if (isOutOfBounds(value)) {
    const { LEVELS_MAX, BYTES_MAX, NAME_LENGTH_MAX } = JSON_BOUNDS;
    const [levels, bytes, name] = [LEVELS_MAX, BYTES_MAX, NAME_LENGTH_MAX].map(String);
    throw badInput("JSON_OUT_OF_BOUNDS", { levels: levels ?? "", bytes: bytes ?? "", name: name ?? "" });
  }
  return value as Readonly<Record<string, unknown>>;
}

/** Above what any use of such an object takes: those have bounds of their own, and say what they are. */
export const JSON_BOUNDS = { LEVELS_MAX: 40, BYTES_MAX: 100_000, NAME_LENGTH_MAX: 200 } as const;

/** Looks level by level, and never calls itself, so that no value can exhaust the stack. */
function isOutOfBounds(value: object): boolean {
  let bytes = 0;
  for (let level: readonly unknown[] = [value], levels = 0; level.length > 0; levels += 1) {
    if (levels > JSON_BOUNDS.LEVELS_MAX) return true;
    const below: unknown[] = [];
    for (const one of level) {
      bytes += 1;
      if (typeof one === "string") {
        bytes += Buffer.byteLength(one);
        if (!one.isWellFormed()) return true;
      } else if (typeof one === "number") {
        if (!Number.isFinite(one)) return true;
      } else if (Array.isArray(one)) {
        for (const element of one) below.push(element);
      } else if (typeof one === "object" && one !== null) {
        for (const [name, inner] of Object.entries(one)) {
          bytes += Buffer.byteLength(name);
          if (name.length > JSON_BOUNDS.NAME_LENGTH_MAX || !name.isWellFormed()) return true;
          below.push(inner);
        }
      }
    }
    if (bytes > JSON_BOUNDS.BYTES_MAX) return true;
    level = below;
  }
  return false;
}

function literal(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, literal(field.value, variables)]),
      );
    case Kind.LIST:
      return node.values.map((value) => literal(value, variables));
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    default:
      return node.value;
  }
}
