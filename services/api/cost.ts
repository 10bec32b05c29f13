import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { PlatformError } from "./errors.ts";
import { type Cost, costOf, costWith, LIST_SIZE, NO_COST, rowsIn } from "./field-costs.ts";
import { introspectionSizes } from "./introspection-sizes.ts";
import { PAGE_SIZE_MAX } from "./relay.ts";

/** The most that one document may take. */
export const COST_BOUNDS: Cost = { calls: 300, writes: 2_000, cpuMs: 500 };
/** In points: thousandths of whichever bound is used most. */
export const COST_MAX = 1_000;
/** Where a list's `first` says nothing. */
const PAGE_SIZE_USUAL = 50;
/** Only where abstract types are nested in one another are there so many fields to look at. */
const VISITS_MAX = 20_000;
/** Records that one call reads. */
const BATCH = 100;

/** The cost of a part of a document, with the records that are read beside it: where, and how many. */
type Estimate = Cost & { readonly reads: { readonly places: number; readonly records: number } };

const NOTHING: Estimate = { ...NO_COST, reads: { places: 0, records: 0 } };
/** Of a request as such: who sends it, and what goes on record of it. */
const REQUEST: Estimate = { ...NOTHING, calls: 4, writes: 10, cpuMs: 2 };
/** Of a field of introspection, and of `__typename`. */
const META: Estimate = { ...NOTHING, cpuMs: 0.006 };

/** With `times` of the other: what is read at one place is read together, however often. */
const plus = (a: Estimate, b: Estimate, times = 1): Estimate => ({
  calls: a.calls + b.calls * times,
  writes: a.writes + b.writes * times,
  cpuMs: a.cpuMs + b.cpuMs * times,
  reads: {
    places: a.reads.places + b.reads.places,
    records: a.reads.records + b.reads.records * times,
  },
});

/** Records are read together as far as what leads to them has come together: behind a call of its own no further. */
const read = ({ reads, calls, ...rest }: Estimate): Estimate => ({
  ...NOTHING,
  ...rest,
  calls: calls + reads.places + reads.records / BATCH,
});

export function pointsOf({ calls, writes, cpuMs }: Cost): number {
  const { calls: callsMax, writes: writesMax, cpuMs: cpuMsMax } = COST_BOUNDS;
  return Math.ceil(Math.max(calls / callsMax, writes / writesMax, cpuMs / cpuMsMax) * COST_MAX);
}

type Asked = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As `getVariableValues` has read them. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * The most that a valid operation takes, by the sizes of lists as they are asked for and the rows that are given; found
 * without running any of it. Reads each argument and directive as execution will, so that execution finds none that
 * cannot be read. Throws BAD_USER_INPUT where one cannot.
 */
export function costOfOperation(schema: GraphQLSchema, asked: Asked): Cost {
  const root = schema.getRootType(asked.operation.operation);
  if (!root) return NO_COST;
  return read(plus(REQUEST, estimator(schema, asked)(root, [asked.operation.selectionSet], undefined)));
}

/** Throws LIMIT_EXCEEDED, with the cost and the bound. */
export function checkCost(cost: Cost): void {
  const points = pointsOf(cost);
  if (points > COST_MAX) throw costExceeded(points, cost);
}

function costExceeded(cost: number, { calls, writes, cpuMs }: Cost): PlatformError {
  const parts = { calls: Math.ceil(calls), writes: Math.ceil(writes), cpuMs: Math.ceil(cpuMs) };
  const extensions = { limit: "cost", cost, max: COST_MAX, ...parts, http: { status: 400 } };
  const values = { cost: String(cost), max: String(COST_MAX) };
  return new PlatformError("LIMIT_EXCEEDED", "COST_EXCEEDED", values, extensions);
}

/** The cost of what is selected of one object; `page` is the size of the page that the object is. */
type CostOfSelections = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  page: number | undefined,
) => Estimate;

function estimator(schema: GraphQLSchema, { document, variables }: Asked): CostOfSelections {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let visits = 0;

  const ofSelections: CostOfSelections = (type, sets, page) => {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) collect(type, set.selections, fields, new Set());
    let total = NOTHING;
    for (const nodes of fields.values()) total = plus(total, ofField(type, nodes, page));
    return total;
  };

  /** As execution does: fields of one name are one field, and a fragment counts once. */
  const collect = (
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    into: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void => {
    for (const node of selections) {
      visits += 1;
      if (visits > VISITS_MAX) throw costExceeded(visits, NO_COST);
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        into.set(name, [...(into.get(name) ?? []), node]);
        continue;
      }
      const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : undefined;
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (!fragment || (name && spread.has(name))) continue;
      if (name) spread.add(name);
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const isOfType =
        !condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
      if (isOfType) collect(type, fragment.selectionSet.selections, into, spread);
    }
  };

  const ofField = (
    parent: GraphQLObjectType,
    nodes: readonly FieldNode[],
    page: number | undefined,
  ): Estimate => {
    const [node] = nodes;
    const field = node && fieldNamed(schema, parent, node.name.value);
    if (!node || !field) return META;
    const args = asExecuted(() => getArgumentValues(field, node, variables));
    const cost = costOf(schema, parent, field);
    const isMeta = parent.name.startsWith("__");
    const own = isMeta ? META : { ...NOTHING, ...costWith(cost, args), ...readsOf(cost) };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (sets.length === 0) return own;
    const type = getNamedType(field.type);
    const first =
      "first" in args || field.args.some(({ name }) => name === "first") ? pageIn(args) : undefined;
    const isPage = isObjectType(type) && type.name.endsWith("Connection");
    const each = mostOf(type, sets, isPage ? first : undefined);
    const size =
      (isMeta ? introspectionSizes(schema)[`${parent.name}.${field.name}`] : undefined) ??
      (cost.size === undefined ? 1 : undefined);
    const rows = cost.byArguments.flatMap(({ eachRow }) => (eachRow ? [rowsIn(args, eachRow)] : []));
    const entries = size ?? (isPage ? 1 : (first ?? page ?? rows[0] ?? cost.size ?? LIST_SIZE));
    return own.calls < 1 ? plus(own, each, entries) : read(plus(own, each, entries));
  };

  /** Of the types that an answer may have, whichever costs most. */
  const mostOf = (
    type: ReturnType<typeof getNamedType>,
    sets: readonly SelectionSetNode[],
    page: number | undefined,
  ): Estimate => {
    if (isObjectType(type)) return ofSelections(type, sets, page);
    if (!isAbstractType(type)) return NOTHING;
    const costs = schema.getPossibleTypes(type).map((one) => ofSelections(one, sets, page));
    return costs.reduce(
      (most, one) => ({
        calls: Math.max(most.calls, one.calls),
        writes: Math.max(most.writes, one.writes),
        cpuMs: Math.max(most.cpuMs, one.cpuMs),
        reads: {
          places: Math.max(most.reads.places, one.reads.places),
          records: Math.max(most.reads.records, one.reads.records),
        },
      }),
      NOTHING,
    );
  };

  return ofSelections;
}

const readsOf = ({ isRead }: { readonly isRead: boolean }): Partial<Estimate> =>
  isRead ? { reads: { places: 1, records: 1 } } : {};

const pageIn = ({ first }: Readonly<Record<string, unknown>>): number =>
  typeof first === "number" ? Math.min(Math.max(first, 0), PAGE_SIZE_MAX) : PAGE_SIZE_USUAL;

const isIncluded = (node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean =>
  asExecuted(
    () =>
      getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false,
  );

function fieldNamed(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType() && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (parent === schema.getQueryType() && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return parent.getFields()[name];
}

/** Any complaint of graphql's about an argument is said against the caller: a fault of ours would be another error. */
function asExecuted<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GraphQLError) || error instanceof PlatformError) throw error;
    throw new GraphQLError(error.message, {
      ...(error.nodes ? { nodes: error.nodes } : {}),
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    });
  }
}
