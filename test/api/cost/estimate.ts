import { getVariableValues, Kind, parse } from "graphql";
import { costOfOperation } from "../../../services/api/cost.ts";
import type { Cost } from "../../../services/api/field-costs.ts";
import { schema } from "../../support/schema.ts";

/** The most that a document with one operation takes, as a request is judged before it runs. */
export function estimateOf(query: string, variables: Readonly<Record<string, unknown>> = {}): Cost {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no operation in ${query}`);
  const read = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!read.coerced) throw new Error(`${query}: ${read.errors[0]?.message}`);
  return costOfOperation(schema, { document, operation, variables: read.coerced });
}
