import { readdirSync, readFileSync } from "node:fs";
import { Kind, parse } from "graphql";
import { packDocuments } from "./packed-documents.ts";

const FOLDER = new URL("../../schema/", import.meta.url);

/**
 * A codegen plugin: the documents of `schema/` as a module, packed, so that a Lambda bundle needs no
 * files beside it. Everything stands in the order of its name, as introspection then shows it, whichever file it comes from.
 */
export function plugin() {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".graphql"));
  const documents = files.map((name) =>
    parse(readFileSync(new URL(name, FOLDER), "utf8"), { noLocation: true }),
  );
  const definitions = joinExtensions(documents.flatMap((document) => document.definitions));
  return `export const documents = "${packDocuments(definitions.toSorted(byName).map(sorted))}";\n`;
}

/** `extend type Query` of a file becomes a part of `type Query`. */
function joinExtensions(definitions) {
  const extensions = Map.groupBy(
    definitions.filter(({ kind }) => kind === Kind.OBJECT_TYPE_EXTENSION),
    ({ name }) => name.value,
  );
  return definitions.flatMap((one) => {
    if (one.kind === Kind.OBJECT_TYPE_EXTENSION) return [];
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return [one];
    const parts = [one, ...(extensions.get(one.name.value) ?? [])];
    const all = (list) => parts.flatMap((part) => part[list] ?? []);
    return [{ ...one, interfaces: all("interfaces"), directives: all("directives"), fields: all("fields") }];
  });
}

const nameOf = ({ name }) => name?.value ?? "";
const byName = (a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);

const SORTED = ["fields", "values", "arguments", "types", "interfaces"];

function sorted(node) {
  const lists = SORTED.filter((list) => Array.isArray(node[list]));
  return {
    ...node,
    ...Object.fromEntries(lists.map((list) => [list, node[list].toSorted(byName).map(sorted)])),
  };
}
