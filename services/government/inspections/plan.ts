import type { CreditCode } from "../../field/credit-code.ts";
import type { RegionCode } from "../../field/region.ts";
import type { Actor, Officer, Role } from "../../kernel/actor.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import { covers } from "../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { InspectionPlanId } from "./ids.ts";
import type { Inspection } from "./inspection.ts";

/** A licence that was drawn, and who inspects its holder. */
export type Drawn = {
  readonly licence: string;
  readonly holder: CreditCode;
  readonly holderName: string;
  readonly region: RegionCode;
  readonly inspectors: readonly OfficerId[];
  /** Inspectors whom an interest kept from being drawn for it. */
  readonly excluded: readonly OfficerId[];
};

/**
 * Inspections drawn at random from licences and inspectors (双随机). All that the draw depends on is on record, so that
 * whoever is told the seed can repeat it.
 */
export type InspectionPlan = {
  readonly id: InspectionPlanId;
  readonly title: string;
  readonly department: string;
  readonly region: RegionCode;
  /** The first and the last day on which it is inspected. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly seed: string;
  readonly frameSize: number;
  readonly frameDigest: string;
  readonly drawn: readonly Drawn[];
  readonly drawnAt: Instant;
  readonly drawnBy: OfficerId;
  /** Tells what made it. */
  readonly creation: string;
};

/** An inspection with what was drawn for it. */
export type PlannedInspection = {
  readonly plan: InspectionPlan;
  readonly drawn: Drawn;
  readonly inspection: Inspection;
};

/** All that could have been drawn. */
export type Frame = { readonly licences: readonly string[]; readonly inspectors: readonly OfficerId[] };

/** So many licences a draw is made from; a region with more is drawn county by county. */
export const FRAME_MAX = 10_000;
/** So many can be drawn at once. */
const DRAWN_MAX = 200;
/** So many inspectors a draw is made from. */
export const POOL_MAX = 500;

export type PlanWish = {
  readonly title: string;
  readonly department: string;
  readonly region: RegionCode;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** How many are drawn: a number, or per cent of all, rounded up. One of the two. */
  readonly count?: number | undefined;
  readonly percent?: number | undefined;
};

export type PlanProblem = {
  readonly code:
    | "PLAN_OUTSIDE_JURISDICTION"
    | "PERIOD_INVALID"
    | "COUNT_OR_PERCENT"
    | "COUNT_OUT_OF_RANGE"
    | "NOTHING_TO_INSPECT"
    | "FRAME_TOO_LARGE"
    | "ROLL_TOO_LARGE"
    | "NOT_ENOUGH_INSPECTORS";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

/** The fault of a plan before anything is looked up. */
export function planProblem(wish: PlanWish, officer: Officer, today: CivilDate): PlanProblem | undefined {
  if (!covers(officer, wish)) return { code: "PLAN_OUTSIDE_JURISDICTION", path: ["region"] };
  if (wish.from < today || wish.until < wish.from) return { code: "PERIOD_INVALID", path: ["from"] };
  const { count, percent } = wish;
  if ((count === undefined) === (percent === undefined)) return { code: "COUNT_OR_PERCENT", path: ["count"] };
  const [number, max, field] =
    count === undefined ? [percent ?? 0, 100, "percent"] : [count, DRAWN_MAX, "count"];
  return Number.isInteger(number) && number >= 1 && number <= max
    ? undefined
    : { code: "COUNT_OUT_OF_RANGE", values: { max: String(max) }, path: [field] };
}

/** How many of so many are drawn. */
export function drawnOf(
  { count, percent = 0 }: Pick<PlanWish, "count" | "percent">,
  size: number,
): Result<number, PlanProblem> {
  if (size === 0) return err({ code: "NOTHING_TO_INSPECT", path: ["region"] });
  const wanted = count ?? Math.ceil((size * percent) / 100);
  return wanted > DRAWN_MAX
    ? err({ code: "COUNT_OUT_OF_RANGE", values: { max: String(DRAWN_MAX) }, path: ["percent"] })
    : ok(Math.min(wanted, size));
}

/** Whether an officer works with a plan: its department's, in its region. */
export const handlesPlan = (officer: Officer, plan: InspectionPlan): boolean => covers(officer, plan);

/** Whether an officer inspects a holder of a plan, which may be wider than their own jurisdiction. */
export const inspectsFor = (officer: Officer, { department }: InspectionPlan, { region }: Drawn): boolean =>
  covers(officer, { region, department });

const WORKING = ["INSPECTOR", "SUPERVISOR"] as const satisfies readonly Role[];

/**
 * Whether somebody reads what was drawn, and with which seed: the public once the period is over, so that nobody who is
 * inspected is warned; those who supervise or inspect there from the start.
 */
export const isRevealed = (plan: InspectionPlan, actor: Actor, today: CivilDate): boolean =>
  today > plan.until ||
  (actor.kind === "OFFICER" &&
    handlesPlan(actor, plan) &&
    WORKING.some((role) => actor.roles.includes(role)));

/** The draw of a plan, and with which seed, as far as it is revealed to somebody. */
export const revealDraw = (
  plan: InspectionPlan,
  actor: Actor,
  today: CivilDate,
): { readonly seed: string; readonly licences: readonly string[] } | undefined =>
  isRevealed(plan, actor, today)
    ? { seed: plan.seed, licences: plan.drawn.map(({ licence }) => licence) }
    : undefined;
