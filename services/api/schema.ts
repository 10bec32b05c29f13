import type { GraphQLSchema } from "graphql";
import { enforceAccess } from "./access.ts";
import { attachResolvers } from "./attach-resolvers.ts";
import { boundTexts } from "./bounds.ts";
import { checkCapacity } from "./capacity.ts";
import { noteResolving } from "./field-costs.ts";
import { schema as packed } from "./generated/schema.ts";
import type { Resolvers } from "./generated/types.ts";
import { checkIdempotencyKeys } from "./idempotency-keys.ts";
import { withoutNullArguments } from "./null-arguments.ts";
import { unpackSchema } from "./packed-schema.ts";
import { noteRefusals, sayRefusals } from "./refusals.ts";
import { requestScope } from "./request-scope.ts";
import { scalars } from "./scalars.ts";

/**
 * The schema of the API: made once of what its documents say, and changed in place. A test (test/api/schema.test.ts) shows
 * that the documents are valid; no start finds it out anew.
 */
export function buildSchema(resolvers: readonly Resolvers[]): GraphQLSchema {
  const schema = attachResolvers(unpackSchema(packed, scalars), resolvers);
  noteRefusals(sayRefusals(schema), (code) => requestScope().notes.codes.add(code));
  return enforceAccess(
    boundTexts(noteResolving(withoutNullArguments(checkIdempotencyKeys(checkCapacity(schema))))),
  );
}
