import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Application } from "./application.ts";
import { type Clock, isStopped } from "./clock.ts";
import type { Step, Task } from "./workflow.ts";

type NamedStep = Step & { readonly name: { readonly zh: string; readonly en: string } };

export type StepProgress = {
  readonly code: string;
  readonly name: NamedStep["name"];
  readonly role: string;
  readonly department: string;
  readonly state: "TO_COME" | "WAITING" | "CLAIMED" | "FINISHED";
  readonly dueOn?: CivilDate | undefined;
  readonly finishedAt?: Instant | undefined;
  readonly officer?: string | undefined;
  readonly opinion?: string | undefined;
};

/** Until when a step is due; while the clock stands still it is not, and then as many working days later. */
export const stepDue = (clock: Clock, { dueOn }: Task): CivilDate | undefined =>
  isStopped(clock) ? undefined : dueOn;

/** Each step of the item's workflow, with what has become of it in this case. */
export function progressOf(
  steps: readonly NamedStep[],
  { department, tasks, finished, clock }: Application,
): StepProgress[] {
  return steps.map(({ code, name, role, ...step }) => {
    const own = { code, name, role, department: step.department ?? department };
    const ended = finished.findLast((one) => one.step === code);
    if (ended) {
      const { at: finishedAt, by: officer, opinion } = ended;
      return { ...own, state: "FINISHED", finishedAt, officer, opinion };
    }
    const task = tasks.find((one) => one.step === code);
    if (!task) return { ...own, state: "TO_COME" };
    const { claimedBy } = task;
    const dueOn = stepDue(clock, task);
    return { ...own, state: claimedBy ? "CLAIMED" : "WAITING", dueOn, officer: claimedBy };
  });
}
