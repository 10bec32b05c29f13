import { buildASTSchema, type GraphQLSchema } from "graphql";
import { enforceAccess } from "./access.ts";
import { attachResolvers } from "./attach-resolvers.ts";
import { boundTexts } from "./bounds.ts";
import { describeAccess } from "./describe-access.ts";
import { rateFields } from "./field-costs.ts";
import { documents } from "./generated/schema.ts";
import type { Resolvers } from "./generated/types.ts";
import { checkIdempotencyKeys } from "./idempotency-keys.ts";
import { withoutNullArguments } from "./null-arguments.ts";
import { unpackDocuments } from "./packed-documents.ts";
import { noteRefusals, sayRefusals } from "./refusals.ts";
import { requestScope } from "./request-scope.ts";

/**
 * The schema of the API: built once from its documents, and changed in place. A test (test/api/schema.test.ts) shows
 * that the documents are valid; no start finds it out anew.
 */
export function buildSchema(resolvers: readonly Resolvers[]): GraphQLSchema {
  const schema = buildASTSchema(unpackDocuments(documents), { assumeValidSDL: true, assumeValid: true });
  attachResolvers(schema, resolvers);
  noteRefusals(sayRefusals(schema), (code) => requestScope().notes.codes.add(code));
  return enforceAccess(
    describeAccess(boundTexts(rateFields(withoutNullArguments(checkIdempotencyKeys(schema))))),
  );
}
