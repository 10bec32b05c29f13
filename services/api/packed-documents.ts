import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import {
  type ASTNode,
  type ConstValueNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  parseConstValue,
  parseType,
  print,
  type TypeNode,
} from "graphql";

/**
 * The parts of each kind of node that the schema's documents have. A packed node is the place of its kind in this list and
 * its parts in their order: as JSON it is read in a third of the time that parsing the documents takes at each start.
 */
const KINDS: readonly (readonly [kind: Kind, ...parts: string[]])[] = [
  [Kind.SCHEMA_DEFINITION, "description", "directives", "operationTypes"],
  [Kind.OPERATION_TYPE_DEFINITION, "operation", "type"],
  [Kind.DIRECTIVE_DEFINITION, "name", "description", "arguments", "repeatable", "locations"],
  [Kind.SCALAR_TYPE_DEFINITION, "name", "description", "directives"],
  [Kind.OBJECT_TYPE_DEFINITION, "name", "description", "directives", "fields", "interfaces"],
  [Kind.INTERFACE_TYPE_DEFINITION, "name", "description", "directives", "fields", "interfaces"],
  [Kind.UNION_TYPE_DEFINITION, "name", "description", "directives", "types"],
  [Kind.ENUM_TYPE_DEFINITION, "name", "description", "directives", "values"],
  [Kind.ENUM_VALUE_DEFINITION, "name", "description", "directives"],
  [Kind.INPUT_OBJECT_TYPE_DEFINITION, "name", "description", "directives", "fields"],
  [Kind.FIELD_DEFINITION, "name", "type", "description", "directives", "arguments"],
  [Kind.INPUT_VALUE_DEFINITION, "name", "type", "description", "directives", "defaultValue"],
  [Kind.DIRECTIVE, "name", "arguments"],
  [Kind.ARGUMENT, "name", "value"],
];

/** Lists of nodes, of names of types and of names. */
const NODES = new Set(["directives", "operationTypes", "arguments", "fields", "values"]);
const TYPES = new Set(["interfaces", "types"]);
const NAMES = new Set(["locations"]);

type Packed = string | number | boolean | readonly Packed[];
type Parts = Readonly<Record<string, unknown>>;

/** The definitions as JSON, by Brotli: two thirds of it are descriptions, and a bundle carries a quarter of the bytes. */
export const packDocuments = (definitions: readonly DefinitionNode[]): string =>
  brotliCompressSync(JSON.stringify(definitions.map(packNode))).toString("base64");

/** The documents of which these are the definitions, without locations. */
export function unpackDocuments(packed: string): DocumentNode {
  const text = brotliDecompressSync(Buffer.from(packed, "base64")).toString();
  const definitions: readonly (readonly Packed[])[] = JSON.parse(text);
  // A packed definition is unpacked: that both agree for every definition of the schema is tested.
  return { kind: Kind.DOCUMENT, definitions: definitions.map(unpackNode) as unknown as DefinitionNode[] };
}

function packNode(node: ASTNode): Packed {
  const kind = KINDS.findIndex(([name]) => name === node.kind);
  const [name, ...parts] = KINDS[kind] ?? [];
  if (!name) throw new Error(`the schema has a ${node.kind}, which cannot be packed`);
  const packed = parts.map((part) => packPart(part, (node as unknown as Parts)[part]));
  return [kind, ...packed.slice(0, packed.findLastIndex((part) => part !== 0) + 1)];
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === "object" && value !== null && "kind" in value;

function packPart(part: string, value: unknown): Packed {
  if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return 0;
  if (Array.isArray(value)) return value.map((one) => packPart(part, one));
  if (!isNode(value)) return value as string | boolean;
  if (value.kind === Kind.NAME || (value.kind === Kind.STRING && part === "description")) return value.value;
  return KINDS.some(([kind]) => kind === value.kind) ? packNode(value) : print(value);
}

function unpackNode([at, ...values]: readonly Packed[]): Parts {
  const [kind, ...parts] = KINDS[Number(at)] ?? [];
  const node: Record<string, unknown> = { kind };
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? "";
    node[part] = unpackPart(part, values[i] ?? 0);
  }
  return node;
}

function unpackPart(part: string, value: Packed): unknown {
  const list = Array.isArray(value) ? value : [];
  if (NODES.has(part)) return list.map(unpackNode);
  if (TYPES.has(part)) return list.map(namedType);
  if (NAMES.has(part)) return list.map(nameNode);
  if (part === "repeatable") return value === true;
  if (value === 0) return undefined;
  if (part === "name") return nameNode(value);
  if (part === "description") return { kind: Kind.STRING, value };
  if (part === "type") return once(types, String(value), typeNode);
  if (part === "value" || part === "defaultValue") return once(literals, String(value), literalNode);
  return value;
}

const nameNode = (value: Packed) => ({ kind: Kind.NAME, value });
const namedType = (value: Packed) => ({ kind: Kind.NAMED_TYPE, name: nameNode(value) });
const typeNode = (text: string): TypeNode => parseType(text, { noLocation: true });
const literalNode = (text: string): ConstValueNode => parseConstValue(text, { noLocation: true });

/** Of types and literals there are few, each at many places. */
const types = new Map<string, TypeNode>();
const literals = new Map<string, ConstValueNode>();

function once<T>(known: Map<string, T>, text: string, read: (text: string) => T): T {
  const found = known.get(text) ?? read(text);
  known.set(text, found);
  return found;
}
