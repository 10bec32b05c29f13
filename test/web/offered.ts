import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";

const WEB = join(import.meta.dirname, "../../web");
const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g;
const DOCUMENT = /\bgraphql\(\s*`([^`]*)`/g;

/** All files that a front-end loads, at once or later, from its first one on. */
function filesFrom(file: string, into: Set<string> = new Set()): ReadonlySet<string> {
  if (into.has(file) || !existsSync(file)) return into;
  into.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(IMPORTED))
    filesFrom(join(dirname(file), path), into);
  return into;
}

/** The mutations for which a front-end asks, by their names in the schema. */
export function mutationsOf(frontEnd: "portal" | "desk" | "console"): ReadonlySet<string> {
  const sources = [...filesFrom(join(WEB, frontEnd, "main.tsx"))]
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(DOCUMENT)]);
  const mutations = sources
    .flatMap(([, source = ""]) => parse(source).definitions)
    .filter(
      (definition): definition is OperationDefinitionNode =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
    );
  return new Set(
    mutations.flatMap(({ selectionSet }) =>
      selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : [])),
    ),
  );
}

const TABLE = join(import.meta.dirname, "../api/access/access-table.txt");

/** The mutations that a kind of people may ask for by their own sign-in. */
export const mutationsFor = (people: RegExp): readonly string[] =>
  [...readFileSync(TABLE, "utf8").matchAll(/^Mutation\.(\w+): (.*)$/gm)].flatMap(([, name = "", who = ""]) =>
    people.test(who) ? name : [],
  );
