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
type Wish = { readonly page: number; readonly rows: number; readonly depth: number; readonly fields: number };

const PAGES = [100, 20];
const ROWS = [200, 100, 55, 15];
const DEPTHS = [8, 5];
/** So many fields are selected, the first that come. */
const FIELDS = [600, 120];
/** Longer texts have more tokens than a document may. */
const TEXT_LENGTH_MAX = 24_000;

/** The fields that a kind of caller may ask for, as far as the schema says. */
const isOpenTo = (schema: GraphQLSchema, node: Declared, kind: Actor["kind"]): boolean => {
  const [access] = directivesOn<{ readonly to?: readonly string[] }>(schema, node, "access");
  return !access?.to || access.to.includes(kind);
};

/**
 * For each root field that a kind of caller may ask for, the documents that cost most of all that are legal: greedily, the
 * longest lists, then the deepest selection, then the field as often as there is room.
 */
export function dearestOf(schema: GraphQLSchema, kind: Actor["kind"], values: Values): readonly Dear[] {
  const roots = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ["query", field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(
      (field) => ["mutation", field] as const,
    ),
  ];
  return roots
    .filter(([, field]) => isOpenTo(schema, field, kind))
    .flatMap(([operation, field]) => {
      const found = wishesFor(field).flatMap(
        (wish) => legal(schema, kind, values, operation, field, wish) ?? [],
      );
      const by = (part: keyof Cost) =>
        found.toSorted((a, b) => b.cost[part] - a.cost[part]).find((one) => isWithinLimits(schema, one));
      return [...new Set([by("calls"), by("writes"), by("cpuMs")])].filter((one) => one !== undefined);
    });
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

function legal(
  schema: GraphQLSchema,
  kind: Actor["kind"],
  values: Values,
  operation: string,
  field: Field,
  wish: Wish,
): Dear | undefined {
  const of = (times: number) => priced(schema, written(schema, kind, values, operation, field, wish, times));
  const one = of(1);
  if (!one || one.points > COST_MAX) return undefined;
  const tokens = one.query.split(/[\s(){}:!,]+/).length * 1.7;
  const most = Math.min(LIMITS.ROOT_FIELDS_MAX, COST_MAX / one.points, LIMITS.TOKENS_MAX / tokens);
  const many = most < 2 ? one : of(Math.floor(most));
  if (!many || many.points > COST_MAX) return { ...one, name: `${field.name} ${JSON.stringify(wish)}` };
  return { ...many, name: `${field.name} ${JSON.stringify({ ...wish, times: Math.floor(most) })}` };
}

function priced(
  schema: GraphQLSchema,
  { query, variables }: Pick<Dear, "query" | "variables">,
): Omit<Dear, "name"> | undefined {
  if (query.length > TEXT_LENGTH_MAX) return undefined;
  const document = parse(query);
  const [first] = document.definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const read = getVariableValues(schema, first.variableDefinitions ?? [], variables);
  if (!read.coerced) throw new Error(`${query}: ${read.errors[0]?.message}`);
  const cost = costOfOperation(schema, { document, operation: first, variables: read.coerced });
  return { query, variables, cost, points: pointsOf(cost) };
}

function written(
  schema: GraphQLSchema,
  kind: Actor["kind"],
  values: Values,
  operation: string,
  field: Field,
  { page, rows, depth, fields }: Wish,
  times: number,
): Pick<Dear, "query" | "variables"> {
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
      const open = schema.getPossibleTypes(type).filter((one) => isOpenTo(schema, one, kind));
      const [most] = open.toSorted((a, b) => fieldsOf(b).length - fieldsOf(a).length);
      return most ? `{ __typename ... on ${most.name} ${selection(most, levels)} }` : "{ __typename }";
    }
    if (!isObjectType(type)) return "";
    const chosen = fieldsOf(type).flatMap((one) => {
      const inner = getNamedType(one.type);
      const isOpen = isOpenTo(schema, one, kind) && (!isObjectType(inner) || isOpenTo(schema, inner, kind));
      if (!isOpen || left <= 0 || (!isLeafType(inner) && levels <= 1)) return [];
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

/** Lists first, then objects, then leaves: where there is no room for all, what costs most has it. */
const fieldsOf = (type: GraphQLObjectType): readonly Field[] => {
  const rank = (field: Field) => (isLeafType(getNamedType(field.type)) ? 2 : field.args.length > 0 ? 0 : 1);
  return Object.values(type.getFields()).toSorted((a, b) => rank(a) - rank(b));
};

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
