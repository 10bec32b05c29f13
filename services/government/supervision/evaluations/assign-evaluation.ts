import { isId } from "../../../kernel/ids.ts";
import { err, ok } from "../../../kernel/result.ts";
import { type Handled, type HandlerPorts, handleEvaluation } from "./handle-evaluation.ts";

export type CannotBeAssignee = {
  readonly code: "NOT_AN_OFFICER" | "ASSIGNEE_DECIDED";
  readonly path: readonly string[];
};

/**
 * A supervisor names the officer who puts it right; it is not the one who decided the case. Errors: NOT_AN_OFFICER,
 * ASSIGNEE_DECIDED, and those of handling.
 */
export async function assignEvaluation(
  ports: HandlerPorts,
  id: string,
  to: string,
): Handled<CannotBeAssignee> {
  if (!isId("ofc", to)) return err({ code: "NOT_AN_OFFICER", path: ["to"] });
  return handleEvaluation<CannotBeAssignee>(
    ports,
    id,
    { act: "ASSIGN", action: "evaluation-assigned", reason: to },
    ({ decidedBy }) =>
      to === decidedBy ? err({ code: "ASSIGNEE_DECIDED", path: ["to"] }) : ok({ assignee: to }),
  );
}
