import { type Violation, violation, type WorkflowStep } from "./item-terms.ts";
import { isStepRole, STEP_ROLES, type StepRole } from "./step-role.ts";

/** Reviews and inspections follow each other as the item needs them. */
const RANK: Record<StepRole, number> = { acceptor: 0, reviewer: 1, inspector: 1, decider: 2, issuer: 3 };

/** The mistakes that keep a workflow from leading every case from its acceptance to one decision. */
export function workflowProblems(steps: readonly WorkflowStep[]): Violation[] {
  const unknown = steps.flatMap(({ role }, i) =>
    isStepRole(role)
      ? []
      : [violation("STEP_ROLE_UNKNOWN", ["steps", String(i), "role"], { roles: STEP_ROLES.join(", ") })],
  );
  if (unknown.length > 0 || steps.length === 0) return unknown;
  const ranks = steps.map(({ role }) => (isStepRole(role) ? RANK[role] : 0));
  const early = ranks.findIndex((rank, i) => rank < (ranks[i - 1] ?? 0));
  return [
    ...(early < 0 ? [] : [violation("STEP_OUT_OF_ORDER", ["steps", String(early)])]),
    ...(ranks.filter((rank) => rank === RANK.acceptor).length === 1
      ? []
      : [violation("ONE_ACCEPTANCE", ["steps"])]),
    ...(ranks.filter((rank) => rank === RANK.decider).length === 1
      ? []
      : [violation("ONE_DECISION", ["steps"])]),
    ...steps.flatMap((step, i) => checklistProblems(step, ["steps", String(i), "checklist"])),
    ...steps.flatMap(({ jointly }, i) =>
      jointly && ranks[i] !== ranks[i - 1]
        ? [violation("STEP_NOT_JOINT", ["steps", String(i), "jointly"])]
        : [],
    ),
  ];
}

/** The steps of these roles one after the other, those that run jointly in one group. */
export function groupsOf<S extends Pick<WorkflowStep, "role" | "jointly">>(
  steps: readonly S[],
  roles: readonly StepRole[],
): readonly (readonly S[])[] {
  const groups: S[][] = [];
  for (const step of steps.filter(({ role }) => roles.some((one) => one === role))) {
    const last = groups.at(-1);
    if (step.jointly && last) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * The working days that steps take together, those that run jointly for as long as the longest of them. A decision's time
 * begins with the acceptance and does not hold the delivery (Administrative Licensing Law, art. 42 and 44).
 */
export function daysOfSteps(steps: readonly Pick<WorkflowStep, "role" | "workingDays" | "jointly">[]) {
  const together = (...roles: readonly StepRole[]): number =>
    groupsOf(steps, roles)
      .map((group) => Math.max(...group.map(({ workingDays }) => workingDays)))
      .reduce((sum, days) => sum + days, 0);
  return {
    acceptance: together("acceptor"),
    decision: together("reviewer", "inspector", "decider"),
    delivery: together("issuer"),
  };
}

function checklistProblems({ role, checklist = [] }: WorkflowStep, path: readonly string[]): Violation[] {
  const codes = checklist.map(({ code }) => code);
  return [
    ...(checklist.length > 0 && role !== "inspector" ? [violation("CHECKLIST_WITHOUT_INSPECTOR", path)] : []),
    ...checklist.flatMap(({ code, name: { zh, en } }, i) => [
      ...(codes.indexOf(code) < i
        ? [violation("CODE_NOT_UNIQUE", [...path, String(i), "code"], { value: code })]
        : []),
      ...(zh && en ? [] : [violation("TEXT_MISSING", [...path, String(i), "name"])]),
    ]),
  ];
}
