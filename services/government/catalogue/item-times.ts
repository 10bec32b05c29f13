import {
  ACCEPTANCE_WORKING_DAYS,
  DELIVERY_WORKING_DAYS,
  EXTENSION,
  type ExtensionApprover,
  type Handling,
  JOINT_WORKING_DAYS_MAX,
} from "../../field/licensing-law.ts";
import type { DayKind } from "../../field/working-days.ts";
import type { MessageCode } from "../../kernel/message.ts";
import { type Violation, violation, type WorkflowStep } from "./item-terms.ts";
import { daysOfSteps } from "./workflow.ts";

const WORKING_DAYS_MAX = 365;

/** As much of an item as its times depend on. */
type Timed = {
  readonly department: { readonly code: string };
  readonly promisedWorkingDays: number;
  readonly statutoryWorkingDays: number;
  readonly statutoryDays?: DayKind | undefined;
  readonly limitCoversDelivery?: boolean | undefined;
  readonly handling?: Handling | undefined;
  readonly extensionWorkingDays?: number | undefined;
  readonly steps: readonly WorkflowStep[];
};

/** How an item's time can be extended: as its own law says, or else the Licensing Law. */
export function extensionOf({
  handling = "ORDINARY",
  extensionWorkingDays,
}: Pick<Timed, "handling" | "extensionWorkingDays">): {
  readonly workingDays: number;
  readonly approver: ExtensionApprover;
} {
  const { workingDays, approver } = EXTENSION[handling];
  return { workingDays: extensionWorkingDays ?? workingDays, approver };
}

/** The times of an item that no law has, or that do not fit together. */
export function wrongTimes(draft: Timed): Violation[] {
  const { promisedWorkingDays, statutoryWorkingDays, statutoryDays, steps } = draft;
  const lawful = workingDaysWithin(statutoryWorkingDays, statutoryDays);
  const max = String(lawful);
  const { acceptance, decision, delivery } = daysOfSteps(steps);
  return [
    ...wrongHandling(draft),
    ...above("ACCEPTANCE_ABOVE_LAW", acceptance, ACCEPTANCE_WORKING_DAYS),
    ...above("DELIVERY_ABOVE_LAW", delivery, DELIVERY_WORKING_DAYS),
    ...range("WORKING_DAYS_OUT_OF_RANGE", promisedWorkingDays, WORKING_DAYS_MAX, "promisedWorkingDays"),
    ...range("WORKING_DAYS_OUT_OF_RANGE", statutoryWorkingDays, WORKING_DAYS_MAX, "statutoryWorkingDays"),
    ...steps.flatMap(({ workingDays }, i) =>
      range("WORKING_DAYS_OUT_OF_RANGE", workingDays, WORKING_DAYS_MAX, "steps", String(i), "workingDays"),
    ),
    ...(promisedWorkingDays > lawful
      ? [violation("PROMISED_ABOVE_STATUTORY", ["promisedWorkingDays"], { max })]
      : []),
    ...above("STEPS_ABOVE_STATUTORY", decision + (draft.limitCoversDelivery ? delivery : 0), lawful),
  ];
}

/**
 * The working days that a legal limit holds at most: its own, or of calendar days those that a week without holidays has, from the
 * day on which it holds the most of them. A promise or steps that are longer keep it in no week at all.
 */
function workingDaysWithin(days: number, kind: DayKind = "WORKING"): number {
  if (kind === "WORKING" || days <= 0) return days;
  // Those that end on a Saturday or Sunday go on until Monday (Civil Code, art. 203).
  return Math.floor(days / 7) * 5 + Math.max(days % 7, 1);
}

const above = (code: MessageCode, days: number, max: number): Violation[] =>
  days > max ? [violation(code, ["steps"], { days: String(days), max: String(max) })] : [];

/** Joint handling is of several departments, and its times are the law's (Administrative Licensing Law, art. 26, 42 (2)). */
function wrongHandling(draft: Timed): Violation[] {
  const { handling, statutoryWorkingDays, extensionWorkingDays, steps, department } = draft;
  const isJoint = handling === "JOINT";
  const max = isJoint ? EXTENSION.JOINT.workingDays : WORKING_DAYS_MAX;
  const isOthers = steps.some((step) => step.department && step.department !== department.code);
  return [
    ...(isJoint && !isOthers ? [violation("JOINT_OF_ONE", ["handling"])] : []),
    ...(isJoint && statutoryWorkingDays > JOINT_WORKING_DAYS_MAX
      ? [violation("JOINT_ABOVE_LAW", ["statutoryWorkingDays"], { max: String(JOINT_WORKING_DAYS_MAX) })]
      : []),
    ...(extensionWorkingDays === undefined
      ? []
      : range("WORKING_DAYS_OUT_OF_RANGE", extensionWorkingDays, max, "extensionWorkingDays")),
  ];
}

/** The mistake of a number that is none of a range, by its path. */
export function range(
  code: MessageCode,
  value: number,
  max: number,
  ...path: readonly string[]
): Violation[] {
  const isWithin = Number.isInteger(value) && value >= 0 && value <= max;
  return isWithin ? [] : [violation(code, path, { min: "0", max: String(max) })];
}
