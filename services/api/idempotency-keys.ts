import {
  defaultFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isUnionType,
} from "graphql";
import type { Fields } from "../kernel/fields.ts";
import { forEachField } from "./object-fields.ts";
import type { InvalidInputModel } from "./refusal-models.ts";

/** 8 to 100 letters, digits, punctuation and symbols: what can be seen and copied. */
const KEY = /^[\p{L}\p{N}\p{P}\p{S}]{8,100}$/u;

const ARGUMENT = "idempotencyKey";

/**
 * Refuses an idempotency key that is none, in front of the resolver of each field that takes one, so that no author has to
 * remember it; the schema itself is changed. Throws where such a field cannot answer with `InvalidInput`.
 */
export function checkIdempotencyKeys(schema: GraphQLSchema): GraphQLSchema {
  forEachField(schema, (field, { name }) => {
    if (!field.args.some((arg) => arg.name === ARGUMENT)) return;
    if (!mayBeInvalid(field.type)) throw new Error(`${name}.${field.name} cannot answer with InvalidInput`);
    const { resolve = defaultFieldResolver } = field;
    field.resolve = (source, args: Fields, context, info) =>
      KEY.test(String(args[ARGUMENT])) ? resolve(source, args, context, info) : invalidKey();
  });
  return schema;
}

/** Whether a field can answer with `InvalidInput`. */
export const mayBeInvalid = (type: GraphQLOutputType): boolean => {
  const named = getNamedType(type);
  return isUnionType(named) && named.getTypes().some(({ name }) => name === "InvalidInput");
};

const invalidKey = (): InvalidInputModel & { readonly __typename: "InvalidInput" } => ({
  __typename: "InvalidInput",
  code: "IDEMPOTENCY_KEY_INVALID",
  path: [ARGUMENT],
});
