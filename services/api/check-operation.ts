import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import { checkCost, costOfOperation } from "./cost.ts";
import { badInput, type PlatformError } from "./errors.ts";
import type { Cost } from "./field-costs.ts";
import { LIMITS } from "./limits.ts";

type Asked = {
  readonly document: DocumentNode;
  /** None where there is none of the name that is asked for. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * Looks at a valid operation with its variables before any of it runs: whether they can be read, and what it takes. Throws
 * BAD_USER_INPUT or LIMIT_EXCEEDED, so that execution has nothing to say against a caller that would look like a fault.
 * Its cost is noted, also of one that is refused for it.
 */
export function checkOperation(
  schema: GraphQLSchema,
  { document, operation, variables: given }: Asked,
  note: (cost: Cost) => void,
): void {
  if (!operation) return;
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: LIMITS.ERRORS_MAX,
  });
  if (variables.coerced) {
    const cost = costOfOperation(schema, { document, operation, variables: variables.coerced });
    note(cost);
    checkCost(cost);
  } else if (variables.errors.length > LIMITS.ERRORS_MAX) {
    throw tooManyErrors();
  }
  // A few are told by execution, all of them and each with its place.
}

const tooManyErrors = (): PlatformError =>
  badInput("TOO_MANY_ERRORS", { max: String(LIMITS.ERRORS_MAX) }, { http: { status: 400 } });
