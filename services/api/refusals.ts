import {
  defaultTypeResolver,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import type { Message } from "../kernel/message.ts";
import type { Context } from "./context.ts";
import type { ResolversParentTypes } from "./generated/types.ts";
import { changeFields } from "./object-fields.ts";
import type { RefusalModel } from "./refusal-models.ts";

/** The text of a refusal's code, in the caller's language: how `message` is resolved. */
export const messageOf = (
  { code, values }: RefusalModel,
  _: unknown,
  { say }: Pick<Context, "say">,
): string => say(code, values);

/**
 * Lets each type of a schema that implements `Refusal` say its message, so that no service does; the schema itself is
 * changed. Does not compile where the model of such a type is none of a refusal.
 */
export function sayRefusals(schema: GraphQLSchema): GraphQLSchema {
  const refusal = schema.getType("Refusal");
  if (!isInterfaceType(refusal)) throw new Error("the schema has no interface Refusal");
  const resolve: (of: ResolversParentTypes["Refusal"], _: unknown, context: Context) => string = messageOf;
  for (const type of schema.getPossibleTypes(refusal))
    changeFields(type, ({ message }) => {
      if (message) message.resolve = resolve;
    });
  return schema;
}

/**
 * Tells `note` the code of each refusal that is answered: as data it is no error, so nobody would count it. A refusal is
 * one of several types, and graphql asks of each value which it is; the schema itself is changed.
 */
export function noteRefusals(schema: GraphQLSchema, note: (code: string) => void): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const resolveType = type.resolveType ?? defaultTypeResolver;
    type.resolveType = (value, context, info, abstract) => {
      const name = resolveType(value, context, info, abstract);
      if (typeof name === "string" && isRefusal(schema, name)) note(value.code);
      return name;
    };
  }
  return schema;
}

function isRefusal(schema: GraphQLSchema, name: string): boolean {
  const [type, refusal] = [schema.getType(name), schema.getType("Refusal")];
  return isObjectType(type) && isInterfaceType(refusal) && schema.isSubType(refusal, type);
}

/** The refusal of an action that a record's state does not allow; `words` are those of the state's enum. */
export function notAllowedNow<S extends string>(
  words: Readonly<Record<S, Message>>,
  state: S,
  availableActions: readonly string[],
) {
  const values = { state: words[state] };
  return { __typename: "NotAllowedNow", code: "NOT_ALLOWED_NOW", state, availableActions, values } as const;
}
