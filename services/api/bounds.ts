import {
  defaultFieldResolver,
  type GraphQLField,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { type Declared, directivesOn } from "./directives.ts";
import { PlatformError } from "./errors.ts";
import { forEachField } from "./object-fields.ts";

/**
 * In UTF-16 units, of a `String`. It may become part of a record's key, of which the database takes 1,024 bytes; a text
 * for people says `@length` where it is declared.
 */
export const TEXT_LENGTH_MAX = 200;
/** Of an `ID`: longer than any that the platform gives. */
export const ID_LENGTH_MAX = 256;
/** Of a list's `after`: longer than any cursor that the platform gives. */
export const CURSOR_LENGTH_MAX = 2_000;

/** Stands for every id that is too long to be one: no record has it, and it is no idempotency key. */
const NO_ID = "?";

type Arguments = Readonly<Record<string, unknown>>;
/** Answers with a value as a resolver may see it. Throws BAD_USER_INPUT, with the value's path. */
type Bound = (value: unknown, path: string) => unknown;
type Place = Declared & { readonly type: GraphQLInputType };
type Places = readonly (readonly [name: string, place: Place])[];

type Field = Pick<GraphQLField<unknown, unknown>, "args">;

/** By the input object, and by the field; each is looked at once. */
const ofInputs = new WeakMap<object, Bound | undefined>();
const ofFields = new WeakMap<Field, Bound | undefined>();

/**
 * Bounds every text in a field's arguments by its type, however deep it stands in them: a `String` or an `ID` is
 * well-formed Unicode and no longer than a bound. (The platform's own scalars bound themselves. The built-in ones belong
 * to all schemas of a process and to introspection itself, so that graphql lets no schema bring its own.)
 */
export function boundArguments(field: Field, args: Arguments): Arguments {
  if (!ofFields.has(field)) ofFields.set(field, fieldsOf(field.args.map((arg) => [arg.name, arg])));
  return (ofFields.get(field)?.(args, "") ?? args) as Arguments;
}

/** Puts the bounds in front of every resolver, whichever way its arguments come to it; the schema itself is changed. */
export function boundTexts(schema: GraphQLSchema): GraphQLSchema {
  forEachField(schema, (field) => {
    const { resolve = defaultFieldResolver } = field;
    if (field.args.length === 0) return;
    field.resolve = (of, args, context, info) => resolve(of, boundArguments(field, args), context, info);
  });
  return schema;
}

function boundAt(name: string, place: Place): Bound | undefined {
  const [stated] = directivesOn<{ readonly max?: number }>(place, "length");
  return ofType(place.type, stated?.max ?? (name === "after" ? CURSOR_LENGTH_MAX : TEXT_LENGTH_MAX));
}

function ofType(type: GraphQLInputType, max: number): Bound | undefined {
  if (isNonNullType(type)) return ofType(type.ofType, max);
  if (isListType(type)) return eachOf(ofType(type.ofType, max));
  if (type === GraphQLString) return (value, path) => text(value, max, path);
  if (type === GraphQLID) return id;
  if (!isInputObjectType(type)) return undefined;
  if (!ofInputs.has(type)) {
    // An input may hold others of its own type: then it is looked up when a value is there.
    ofInputs.set(type, (value, path) => ofInputs.get(type)?.(value, path));
    ofInputs.set(type, fieldsOf(Object.entries(type.getFields())));
  }
  return ofInputs.get(type);
}

function fieldsOf(places: Places): Bound | undefined {
  const bounds = places.flatMap(([name, place]) => {
    const bound = boundAt(name, place);
    return bound ? [[name, bound] as const] : [];
  });
  if (bounds.length === 0) return undefined;
  return (value, path) => {
    if (typeof value !== "object" || value === null) return value;
    const given = new Map(Object.entries(value));
    for (const [name, bound] of bounds) {
      if (given.has(name)) given.set(name, bound(given.get(name), path ? `${path}.${name}` : name));
    }
    return Object.fromEntries(given);
  };
}

function eachOf(bound: Bound | undefined): Bound | undefined {
  if (!bound) return undefined;
  return (value, path) =>
    Array.isArray(value) ? value.map((one, i) => bound(one, `${path}.${i}`)) : bound(value, path);
}

function text(value: unknown, max: number, path: string): unknown {
  if (typeof value !== "string") return value;
  if (!value.isWellFormed()) throw malformed(path);
  if (value.length <= max) return value;
  const values = { path, max: String(max) };
  throw new PlatformError("BAD_USER_INPUT", "TEXT_TOO_LONG", values, { argument: path, max });
}

/** A text too long for an id is one of no record, and answered like any other such. */
function id(value: unknown, path: string): unknown {
  if (typeof value !== "string") return value;
  if (!value.isWellFormed()) throw malformed(path);
  return value.length > ID_LENGTH_MAX ? NO_ID : value;
}

const malformed = (path: string): PlatformError =>
  new PlatformError("BAD_USER_INPUT", "TEXT_MALFORMED", { path }, { argument: path });
