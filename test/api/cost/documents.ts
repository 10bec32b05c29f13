import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getVariableValues,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { COST_MAX, costOfOperation, pointsOf } from "../../../services/api/cost.ts";
import { type Declared, directivesOn } from "../../../services/api/directives.ts";
import type { Cost } from "../../../services/api/field-costs.ts";
import { brokenLimit, documentLimits, LIMITS } from "../../../services/api/limits.ts";
import type { Actor } from "../../../services/kernel/actor.ts";

/** Values for arguments and input fields: by `Type.name` or the name alone; a function makes the i-th row's. */
export type Values = Readonly<Record<string, unknown>>;

export type Dear = {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly cost: Cost;
  readonly points: number;
};

type Field = GraphQLField<unknown, unknown>;
type Search = {
  readonly schema: GraphQLSchema;
  readonly kind: Actor["kind"];
  readonly values: Values;
  readonly fieldsOf: (type: GraphQLObjectType) => readonly Field[];
  /** By text and variables: most fields come to the same document by several wishes. */
  readonly priced: Map<string, Priced | undefined>;
};
type Priced = Omit<Dear, "name">;
type Wish = { readonly page: number; readonly rows: number; readonly depth: number; readonly fields: number };

const PAGES = [100, 20];
const ROWS = [200, 100, 55, 15];
const DEPTHS = [8, 5];
/** So many fields are selected, the first that come. */
const FIELDS = [600, 120];
/** Longer texts have more tokens than a document may. */
const TEXT_LENGTH_MAX = 24_000;

/** The fields that a kind of caller may ask for, as far as the schema says. */
const isOpenTo = (node: Declared, kind: Actor["kind"]): boolean => {
  const [access] = directivesOn<{ readonly to?: readonly string[] }>(node, "access");
  return !access?.to || access.to.includes(kind);
};

/**
 * The documents that cost most of all that are legal, of each part of the cost so many, each of another root field that a
 * kind of caller may ask for: greedily, the longest lists, then the deepest selection, then the field as often as there
 * is room.
 */
export function dearestOf(
  schema: GraphQLSchema,
  kind: Actor["kind"],
  values: Values,
  count: number,
): readonly Dear[] {
  const roots = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ["query", field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ["mutation", field] as const,
    ),
  ];
  const search: Search = { schema, kind, values, fieldsOf: openFields(kind), priced: new Map() };
  const found = roots
    .filter(([, field]) => isOpenTo(field, kind))
    .flatMap(([operation, field]) =>
      wishesFor(field).flatMap((wish) => {
        const dear = legal(search, operation, field, wish);
        return dear ? [{ field, dear }] : [];
      }),
    );
  const dearest = (["calls", "writes", "cpuMs"] as const).flatMap((part) => {
    const chosen = new Map<Field, Dear>();
    // To validate a document costs more than all else, so that no more are validated than are chosen.
    for (const { field, dear } of found.toSorted((a, b) => b.dear.cost[part] - a.dear.cost[part])) {
      if (chosen.size === count) break;
      if (!chosen.has(field) && isWithinLimits(schema, dear)) chosen.set(field, dear);
    }
    return [...chosen.values()];
  });
  return [...new Set(dearest)];
}

const isWithinLimits = (schema: GraphQLSchema, { query }: Dear): boolean =>
  !brokenLimit(query) && validate(schema, parse(query), [...specifiedRules, documentLimits]).length === 0;

function wishesFor({ args }: Field): readonly Wish[] {
  const hasRows = args.some(({ type }) => isListType(getNullableType(type)));
  return (hasRows ? ROWS : [1]).flatMap((rows) =>
    PAGES.flatMap((page) =>
      DEPTHS.flatMap((depth) => FIELDS.map((fields) => ({ page, rows, depth, fields }))),
    ),
  );
}

function legal(search: Search, operation: string, field: Field, wish: Wish): Dear | undefined {
  const of = (times: number) => pricedOnce(search, written(search, operation, field, wish, times));
  const one = of(1);
  if (!one || one.points > COST_MAX) return undefined;
  const tokens = one.query.split(/[\s(){}:!,]+/).length * 1.7;
  const most = Math.min(LIMITS.ROOT_FIELDS_MAX, COST_MAX / one.points, LIMITS.TOKENS_MAX / tokens);
  const many = most < 2 ? one : of(Math.floor(most));
  if (!many || many.points > COST_MAX) return { ...one, name: `${field.name} ${JSON.stringify(wish)}` };
  return { ...many, name: `${field.name} ${JSON.stringify({ ...wish, times: Math.floor(most) })}` };
}

function pricedOnce({ schema, priced }: Search, written: Written): Priced | undefined {
  const key = JSON.stringify(written);
  if (!priced.has(key)) priced.set(key, pricedBy(schema, written));
  return priced.get(key);
}

function pricedBy(schema: GraphQLSchema, { query, variables }: Written): Priced | undefined {
  if (query.length > TEXT_LENGTH_MAX) return undefined;
  const document = parse(query);
  const [first] = document.definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const read = getVariableValues(schema, first.variableDefinitions ?? [], variables);
  if (!read.coerced) throw new Error(`${query}: ${read.errors[0]?.message}`);
  const cost = costOfOperation(schema, { document, operation: first, variables: read.coerced });
  return { query, variables, cost, points: pointsOf(cost) };
}

type Written = Pick<Dear, "query" | "variables">;

function written(
  { schema, kind, values, fieldsOf }: Search,
  operation: string,
  field: Field,
  { page, rows, depth, fields }: Wish,
  times: number,
): Written {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  let made = 0;
  let left = fields;
  const given = ({ args }: Field): string => {
    const texts = args.flatMap((arg) => {
      const value = valueFor(arg);
      if (value === undefined) return [];
      const variable = `v${declared.length}`;
      declared.push(`$${variable}: ${arg.type}`);
      variables[variable] = value;
      return [`${arg.name}: $${variable}`];
    });
    return texts.length > 0 ? `(${texts.join(", ")})` : "";
  };
  const valueFor = ({ name, type }: GraphQLArgument): unknown => {
    if (name === "first") return page;
    if (name === "within") return true;
    return isNonNullType(type) || name in values ? inType(name, type, "") : undefined;
  };
  const inType = (name: string, type: GraphQLInputType, owner: string): unknown => {
    if (isNonNullType(type)) return inType(name, type.ofType, owner);
    const stated = values[`${owner}.${name}`] ?? (isLeafType(getNamedType(type)) ? values[name] : undefined);
    if (isListType(type)) {
      if (Array.isArray(stated)) return Array.from({ length: rows }, (_, i) => stated[i % stated.length]);
      return Array.from({ length: isInputObjectType(getNamedType(type)) ? rows : 1 }, () =>
        inType(name, type.ofType, owner),
      );
    }
    if (typeof stated === "function") {
      made += 1;
      return stated(made);
    }
    if (stated !== undefined) return stated;
    if (isInputObjectType(type)) {
      const inner = Object.values(type.getFields()).flatMap((one) => {
        const isStated = `${type.name}.${one.name}` in values;
        return isNonNullType(one.type) || isStated ? [[one.name, inType(one.name, one.type, type.name)]] : [];
      });
      return Object.fromEntries(inner);
    }
    return isEnumType(type) ? type.getValues()[0]?.name : USUAL[getNamedType(type).name];
  };
  const selection = (type: ReturnType<typeof getNamedType>, levels: number): string => {
    if (isAbstractType(type)) {
      // One of them: of several, fields of one name may differ, and a record is only one.
      const open = schema.getPossibleTypes(type).filter((one) => isOpenTo(one, kind));
      const [most] = open.toSorted((a, b) => fieldsIn(b).length - fieldsIn(a).length);
      return most ? `{ __typename ... on ${most.name} ${selection(most, levels)} }` : "{ __typename }";
    }
    if (!isObjectType(type)) return "";
    const chosen = fieldsOf(type).flatMap((one) => {
      const inner = getNamedType(one.type);
      if (left <= 0 || (!isLeafType(inner) && levels <= 1)) return [];
      left -= 1;
      return [`${one.name}${given(one)} ${selection(inner, levels - 1)}`];
    });
    return `{ __typename ${chosen.join(" ")} }`;
  };
  const asked = Array.from({ length: times }, (_, i) => {
    left = fields;
    return `f${i}: ${field.name}${given(field)} ${selection(getNamedType(field.type), depth)}`;
  });
  const head = declared.length > 0 ? `(${declared.join(", ")})` : "";
  return { query: `${operation} ${head} { ${asked.join(" ")} }`, variables };
}

const fieldsIn = (type: GraphQLObjectType): readonly Field[] => Object.values(type.getFields());

/**
 * The fields of a type that a kind of caller may ask for. Lists first, then objects, then leaves: where there is no room
 * for all, what costs most has it.
 */
function openFields(kind: Actor["kind"]): Search["fieldsOf"] {
  const known = new Map<GraphQLObjectType, readonly Field[]>();
  const rank = (field: Field) => (isLeafType(getNamedType(field.type)) ? 2 : field.args.length > 0 ? 0 : 1);
  const isOpen = (field: Field): boolean => {
    const inner = getNamedType(field.type);
    return isOpenTo(field, kind) && (!isObjectType(inner) || isOpenTo(inner, kind));
  };
  return (type) => {
    const fields =
      known.get(type) ??
      fieldsIn(type)
        .filter(isOpen)
        .toSorted((a, b) => rank(a) - rank(b));
    known.set(type, fields);
    return fields;
  };
}

const USUAL: Readonly<Record<string, unknown>> = {
  String: "x",
  ID: "x",
  Int: 1,
  Boolean: true,
  RegionCode: "110000",
  Money: "1.00",
  Decimal: "1.5",
  Date: "2026-11-23",
  Month: "2026-11",
  DateTime: "2026-11-23T00:00:00.000Z",
  JSONObject: {},
};
