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
  const read = (value: unknown): T => {
    const parsed = typeof value === "string" ? parse(value) : undefined;
    if (parsed === undefined) throw badInput(problem, { value: String(value).slice(0, ECHO_LENGTH_MAX) });
    return parsed;
  };
  return new GraphQLScalarType<T, string>({
    name,
    parseValue: read,
    parseLiteral: (node: ValueNode) =>
      read("value" in node && node.kind === Kind.STRING ? node.value : textOf(node)),
    serialize: (value) => write(value as T),
  });
}

/** A literal of another kind, such as an unquoted number: refused, and repeated in the error. */
const textOf = (node: ValueNode): { toString: () => string } => ({
  toString: () => ("value" in node ? String(node.value) : node.kind),
});

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
  return value as Readonly<Record<string, unknown>>;
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
