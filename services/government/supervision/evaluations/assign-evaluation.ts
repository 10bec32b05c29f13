import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok } from "../../../kernel/result.ts";
import { findNamedOfficer } from "../../../people/officers/index.ts";
import { hasDecidedIt } from "./evaluation.ts";
import { type Handled, type HandlerPorts, handleEvaluation } from "./handle-evaluation.ts";

export type CannotBeAssignee = {
  readonly code: "NOT_AN_OFFICER" | "OFFICER_NOT_FOR_IT" | "ASSIGNEE_DECIDED";
  readonly path: readonly string[];
};

/**
 * A supervisor names the officer who puts it right; it is not the one who decided the case. Errors: NOT_AN_OFFICER, where
 * nobody of the id has signed in; OFFICER_NOT_FOR_IT, of another region or department; ASSIGNEE_DECIDED, and those of
 * handling.
 */
export async function assignEvaluation(
  ports: HandlerPorts,
  id: string,
  to: string,
): Handled<CannotBeAssignee> {
  const assignee = await findNamedOfficer(ports.database, to);
  if (!assignee) return err({ code: "NOT_AN_OFFICER", path: ["to"] });
  return handleEvaluation<CannotBeAssignee>(
    ports,
    id,
    { act: "ASSIGN", action: "evaluation-assigned", reason: to },
    (evaluation) => {
      if (!covers(assignee, evaluation)) return err({ code: "OFFICER_NOT_FOR_IT", path: ["to"] });
      return hasDecidedIt(assignee, evaluation)
        ? err({ code: "ASSIGNEE_DECIDED", path: ["to"] })
        : ok({ assignee: assignee.id, assigneePerson: assignee.person });
    },
  );
}
