import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from "graphql";
import type { Random } from "../../local/generate/random.ts";

export type FieldWriter = (of: string, field: GraphQLField<unknown, unknown>) => string;

type Writing = {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  /** The arguments of a field, written as they stand behind its name. */
  readonly argumentsOf: FieldWriter;
  /** How many more fields the whole document may ask for. */
  readonly budget: { fields: number; aliases: number };
};

/** Two fields of one name in one place have to be alike; so each place says which it has already. */
type Taken = Map<string, string>;

const DEPTH_MAX = 7;
const TYPES_MAX = 4;

/** The selection on a value: a random choice of its fields, and of theirs. */
export function selectionOf(writing: Writing, type: GraphQLNamedType, depth = 1): string {
  if (isLeafType(type)) return "";
  const { schema, random } = writing;
  const taken: Taken = new Map();
  const parts: string[] = [];
  parts.push("__typename");
  if (isObjectType(type)) parts.push(...fieldsOf(writing, type, taken, depth));
  if (isAbstractType(type)) {
    const possible = [...schema.getPossibleTypes(type)];
    const [refusal] = possible.filter((one) => one.getInterfaces().some(({ name }) => name === "Refusal"));
    if (refusal) {
      parts.push("... on Refusal { code message }");
      taken.set("code", "String!").set("message", "String!");
    }
    const few = drawn(random, possible, TYPES_MAX);
    for (const one of few) {
      const fields = fieldsOf(writing, one, taken, depth);
      if (fields.length > 0) parts.push(`... on ${one.name} { ${fields.join(" ")} }`);
    }
  }
  return parts.length > 0 ? `{ ${parts.join(" ")} }` : "{ __typename }";
}

function fieldsOf(writing: Writing, type: GraphQLObjectType, taken: Taken, depth: number): readonly string[] {
  const { random, budget } = writing;
  const isWide = random.chance(50);
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const isLeaf = isLeafType(inner);
    const isWanted = isLeaf
      ? field.name === "id" || isWide || random.chance(50)
      : depth < DEPTH_MAX && random.chance(60 - 7 * depth);
    if (!isWanted || budget.fields <= 0) return [];
    budget.fields -= 1;
    const given = writing.argumentsOf(`${type.name}.${field.name}`, field);
    const selection = selectionOf(writing, inner, depth + 1);
    const same = taken.get(field.name);
    const shape = isLeaf && given === "" ? String(field.type) : `${type.name} ${taken.size}`;
    if (same === undefined || same === shape) {
      taken.set(field.name, shape);
      return [`${field.name}${given} ${selection}`];
    }
    if (budget.aliases <= 0) return [];
    budget.aliases -= 1;
    const alias = `a${budget.aliases}_${field.name}`;
    return [`${alias}: ${field.name}${given} ${selection}`];
  });
}

/** Some of a list, in its order. */
function drawn<T>(random: Random, list: readonly T[], max: number): readonly T[] {
  if (list.length <= max) return list;
  return list.filter(() => random.chance((100 * max) / list.length));
}
