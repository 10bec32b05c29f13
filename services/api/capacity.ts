import { defaultFieldResolver, type GraphQLSchema } from "graphql";
import type { Citizen } from "../kernel/actor.ts";
import type { Database } from "../kernel/database/database.ts";
import type { Fields } from "../kernel/fields.ts";
import type { Instant } from "../kernel/runtime.ts";
import type { Context } from "./context.ts";
import { mayBeInvalid } from "./idempotency-keys.ts";
import { changeFields, type ObjectField } from "./object-fields.ts";
import type { InvalidInputModel } from "./refusal-models.ts";

/** Why a citizen lacks the capacity for an act of their own, by the name of its mutation; undefined where they have it. */
export type FindIncapable = (
  act: string,
  args: Fields,
  by: { readonly actor: Citizen; readonly database: Pick<Database, "get">; readonly now: Instant },
) => Promise<InvalidInputModel | undefined>;

declare module "../kernel/parts.ts" {
  interface Parts {
    readonly findIncapable: FindIncapable;
  }
}

/**
 * Asks of a citizen's mutation, in front of its resolver, whether its caller has the capacity for it, so that no author has to
 * remember it; the schema itself is changed.
 */
export function checkCapacity(schema: GraphQLSchema): GraphQLSchema {
  const type = schema.getMutationType();
  if (type) changeFields(type, (fields) => Object.values(fields).forEach(checkFirst));
  return schema;
}

function checkFirst(field: ObjectField): void {
  if (!mayBeInvalid(field.type)) return;
  const { name, resolve = defaultFieldResolver } = field;
  field.resolve = async (source, args: Fields, context: Context, info) => {
    const { actor, database, now, parts } = context;
    const refusal =
      actor.kind === "CITIZEN" ? await parts.findIncapable(name, args, { actor, database, now }) : undefined;
    return refusal ? { __typename: "InvalidInput", ...refusal } : resolve(source, args, context, info);
  };
}
