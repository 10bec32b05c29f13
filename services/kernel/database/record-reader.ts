import type { Entity, FormattedItem } from "dynamodb-toolbox/entity";
import type { Schema } from "dynamodb-toolbox/schema";
import type { StoredItem } from "./database.ts";

/**
 * Reads an entity's records: what the library's own formatter answers, but from a plan made once. The formatter
 * builds regular expressions and copies for each attribute of each record, a tenth of what a whole request takes
 * (docs/decisions/kernel.md). Throws for a record that is not of the entity's schema.
 */
export function recordReader<E extends Entity>(entity: E): (record: StoredItem) => FormattedItem<E> {
  const read = planOf(entity.schema, entity.entityName);
  // The plan has checked the record against the very schema that the type is inferred from.
  return (record) => read(record) as FormattedItem<E>;
}

type Read = (stored: unknown) => unknown;

function planOf(schema: Schema, path: string): Read {
  switch (schema.type) {
    case "item":
    case "map":
      return fieldsOf(schema.attributes, path);
    case "list": {
      const element = planOf(schema.elements, `${path}[]`);
      return (stored) => (Array.isArray(stored) ? stored.map(element) : wrong(path));
    }
    case "string":
    case "number":
    case "boolean": {
      const { type, props } = schema;
      const values: readonly unknown[] | undefined = props.enum;
      return (stored) =>
        typeof stored !== type || (values && !values.includes(stored)) ? wrong(path) : stored;
    }
    case "any": {
      const decode = decoderOf(schema.props.transform);
      return decode ?? ((stored) => stored);
    }
    default:
      throw new Error(`${path} is of a type that no record of this platform uses: ${schema.type}`);
  }
}

function fieldsOf(attributes: Readonly<Record<string, Schema>>, path: string): Read {
  const shown = Object.entries(attributes).filter(([, { props }]) => props.hidden !== true);
  const plans = shown.map(([name, schema]) => ({
    name,
    read: planOf(schema, `${path}.${name}`),
    isOptional: schema.props.required === "never",
  }));
  return (stored) => {
    if (!isRecord(stored)) return wrong(path);
    const fields: Record<string, unknown> = {};
    for (const { name, read, isOptional } of plans) {
      const value = stored[name];
      if (value !== undefined) fields[name] = read(value);
      else if (!isOptional) wrong(`${path}.${name}`);
    }
    return fields;
  };
}

const isRecord = (stored: unknown): stored is Readonly<Record<string, unknown>> =>
  typeof stored === "object" && stored !== null;

function decoderOf(transform: unknown): Read | undefined {
  const given = typeof transform === "object" && transform !== null && "decode" in transform;
  if (!given || typeof transform.decode !== "function") return undefined;
  const { decode } = transform;
  return (stored) => decode(stored);
}

/** The path only: the value may be somebody's data. */
function wrong(path: string): never {
  throw new Error(`a stored record is not of its schema at ${path}`);
}
