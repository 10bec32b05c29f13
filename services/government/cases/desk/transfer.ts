import { err, type Result } from "../../../kernel/result.ts";
import type { Application, CasePlace, NotAllowed } from "../application.ts";
import { act } from "../transition.ts";
import type { Task } from "../workflow.ts";
import type { OfficerFacts } from "./desk-case.ts";

export type TransferredNowhere = {
  readonly code: "TRANSFER_TO_SAME_PLACE";
  readonly path: readonly string[];
};

/**
 * Hands a case on to the department and region that it belongs to. Its clock runs on, and its steps are due when they were: those of
 * the department wait there for an officer, and in another region all do. Errors: TRANSFER_TO_SAME_PLACE.
 */
export function transfer(
  application: Application,
  { to, reason }: { readonly to: CasePlace; readonly reason: string },
  by: OfficerFacts,
): Result<Application, NotAllowed | TransferredNowhere> {
  const { department, region, transfers = [] } = application;
  const isMoved = ({ department: of }: Task) => of === department || to.region !== region;
  const tasks = application.tasks.map((task) => {
    if (!isMoved(task)) return task;
    const { claimedBy: _, ...open } = task;
    return { ...open, department: task.department === department ? to.department : task.department };
  });
  const handedOn = { at: by.now, by: by.caller.id, reason, from: { department, region }, to };
  const transferred = act(application, "TRANSFER", by, {
    ...{ ...to, tasks, transfers: [...transfers, handedOn] },
  });
  return transferred.ok && to.department === department && to.region === region
    ? err({ code: "TRANSFER_TO_SAME_PLACE", path: ["department"] })
    : transferred;
}
