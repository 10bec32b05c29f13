import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql";
import { isRegionCode, regionsWithin } from "../field/region.ts";
import { directivesOn } from "./directives.ts";
import { forEachField } from "./object-fields.ts";

type Field = GraphQLField<unknown, unknown>;

/**
 * The resources that are taken of the platform: calls and write units of the database, and milliseconds of the
 * processor.
 */
export type Cost = { readonly calls: number; readonly writes: number; readonly cpuMs: number };

export const NO_COST: Cost = { calls: 0, writes: 0, cpuMs: 0 };

/** One `@cost` of a field. */
type Rate = Partial<Cost> & {
  readonly eachRow?: string;
  readonly eachRegionIn?: string;
  readonly given?: string;
  readonly without?: string;
  readonly size?: number;
};

export type FieldCost = {
  /** Each time that the field is resolved. */
  readonly once: Cost;
  /** Whether it reads a record: those of one turn are read in one call, a hundred at once. */
  readonly isRead: boolean;
  /** In addition, by the arguments. */
  readonly byArguments: readonly Rate[];
  /** So many entries a list has at most, where no argument says it; undefined for what is no list. */
  readonly size: number | undefined;
};

/** The cost of a field where no `@cost` says it, measured with some to spare (test/api/cost/dearest.test.ts). */
const DEFAULTS = {
  LEAF: { ...NO_COST, cpuMs: 0.015 },
  JSON: { ...NO_COST, cpuMs: 0.3 },
  OBJECT: { ...NO_COST, cpuMs: 0.03 },
  READ: { ...NO_COST, cpuMs: 0.05 },
  /** A query, which no batch takes in. */
  LIST: { calls: 1, writes: 0, cpuMs: 0.2 },
  QUERY: { calls: 4, writes: 0, cpuMs: 1 },
  MUTATION: { calls: 14, writes: 95, cpuMs: 20 },
} as const satisfies Record<string, Cost>;

/** Of a list that says nothing of its size. */
export const LIST_SIZE = 10;

/** The fields that have a resolver of their own, before all resolvers are wrapped. */
const resolving = new WeakSet<object>();
/** A field is rated when an operation first asks for it: a start would rate thousands. */
const rated = new WeakMap<object, FieldCost>();

/** Notes which fields have a resolver, for those without one read nothing; to be done before all resolvers are wrapped. */
export function noteResolving(schema: GraphQLSchema): GraphQLSchema {
  forEachField(schema, (field) => {
    if (field.resolve) resolving.add(field);
  });
  return schema;
}

/** The cost of a field of a type, as its `@cost` says or as fields of its kind take. */
export function costOf(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): FieldCost {
  const known = rated.get(field) ?? rate(schema, type, field);
  rated.set(field, known);
  return known;
}

function rate(schema: GraphQLSchema, type: GraphQLObjectType, field: Field): FieldCost {
  const rates = directivesOn<Rate>(field, "cost");
  const own = rates.filter((one) => !isByArguments(one));
  const stated = own.find(({ calls, writes, cpuMs }) => calls ?? writes ?? cpuMs);
  const usual = usualCost(schema, type, field);
  return {
    isRead: usual === DEFAULTS.READ && !stated,
    once: stated ? { ...NO_COST, cpuMs: usual.cpuMs, ...costIn(stated) } : usual,
    byArguments: rates.filter(isByArguments),
    size: own.find(({ size }) => size !== undefined)?.size ?? (isList(field.type) ? LIST_SIZE : undefined),
  };
}

const isByArguments = ({ eachRow, eachRegionIn, given }: Rate): boolean =>
  (eachRow ?? eachRegionIn ?? given) !== undefined;

const isList = (type: unknown): boolean => isListType(isNonNullType(type) ? type.ofType : type);

function usualCost(schema: GraphQLSchema, of: GraphQLObjectType, field: Field): Cost {
  const { type, args } = field;
  const named = getNamedType(type);
  // Every type has it, such as __typename.
  if (!(field.name in of.getFields())) return DEFAULTS.LEAF;
  if (of === schema.getMutationType()) return DEFAULTS.MUTATION;
  if (of === schema.getQueryType()) return DEFAULTS.QUERY;
  if (named.name === "JSONObject") return DEFAULTS.JSON;
  if (isLeafType(named)) return DEFAULTS.LEAF;
  if (!resolving.has(field)) return DEFAULTS.OBJECT;
  return args.some(({ name }) => name === "first") || isList(type) ? DEFAULTS.LIST : DEFAULTS.READ;
}

const costIn = ({ calls, writes, cpuMs }: Rate): Partial<Cost> => ({
  ...(calls === undefined ? {} : { calls }),
  ...(writes === undefined ? {} : { writes }),
  ...(cpuMs === undefined ? {} : { cpuMs }),
});

/** The cost of a field with these arguments. */
export function costWith({ once, byArguments }: FieldCost, args: Readonly<Record<string, unknown>>): Cost {
  let { calls, writes, cpuMs } = once;
  for (const rate of byArguments) {
    const times = timesOf(rate, args);
    calls += (rate.calls ?? 0) * times;
    writes += (rate.writes ?? 0) * times;
    cpuMs += (rate.cpuMs ?? 0) * times;
  }
  return { calls, writes, cpuMs };
}

function timesOf(
  { eachRow, eachRegionIn, given, without }: Rate,
  args: Readonly<Record<string, unknown>>,
): number {
  if (given && !isGiven(args[given])) return 0;
  if (without && isGiven(args[without])) return 0;
  if (eachRow) return rowsIn(args, eachRow);
  if (!eachRegionIn) return 1;
  const region = args[eachRegionIn];
  return typeof region === "string" && isRegionCode(region) ? regionsWithin(region).length : 0;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

/** How many rows a list among the arguments has, by a path such as `input.bills`. */
export function rowsIn(args: Readonly<Record<string, unknown>>, path: string): number {
  const found = path
    .split(".")
    .reduce<unknown>((value, step) => Object.entries(value ?? {}).find(([name]) => name === step)?.[1], args);
  return Array.isArray(found) ? found.length : 0;
}
