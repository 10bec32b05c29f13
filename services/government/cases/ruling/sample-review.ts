import type { RegionCode } from "../../../field/region.ts";
import type { Actor, Officer } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isHandOf, type Said, saidBy } from "../../../kernel/four-eyes.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../ids.ts";
import { isDrawn } from "./ruling.ts";

export const REVIEW_STATUSES = ["WAITING", "CONFIRMED", "OBJECTED", "ANSWERED"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const REVIEW_ACTIONS = ["CONFIRM", "OBJECT", "ANSWER"] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/**
 * A person looks at a decision by rule; what they object to goes to the supervisor, who may revoke it by an act of its
 * own.
 */
const TRANSITIONS = {
  WAITING: { CONFIRM: "CONFIRMED", OBJECT: "OBJECTED" },
  CONFIRMED: {},
  OBJECTED: { ANSWER: "ANSWERED" },
  ANSWERED: {},
} as const satisfies Record<ReviewStatus, Partial<Record<ReviewAction, ReviewStatus>>>;

export type ReviewList = "reviews" | "objections";

/** The list in which a review waits: the reviewers' or the supervisor's. */
export const LIST_OF: Readonly<Record<ReviewStatus, ReviewList | undefined>> = {
  WAITING: "reviews",
  CONFIRMED: undefined,
  OBJECTED: "objections",
  ANSWERED: undefined,
};

/** The review of a decision by rule that was drawn; a case has at most one. */
export type SampleReview = {
  readonly application: ApplicationId;
  readonly citizenId: CitizenId;
  readonly region: RegionCode;
  readonly department: string;
  /** The day of the decision, whose sample it belongs to. */
  readonly day: CivilDate;
  readonly status: ReviewStatus;
  readonly finding?: Said | undefined;
  readonly answer?: Said | undefined;
  readonly revision: number;
};

/**
 * The daily sample: of each item's decisions by rule in a region the first of a day is drawn, and of all others each by
 * chance, with the share that the item states. So no day with a decision is without a review, and nobody can know
 * whether a later decision will be reviewed. `draw` is random, 0 to 255.
 */
export const isSampled = (
  { isFirstOfDay, draw }: { readonly isFirstOfDay: boolean; readonly draw: number },
  samplePercent: number,
): boolean => isFirstOfDay || isDrawn(draw, samplePercent);

export type ReviewNotAllowed = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: ReviewStatus;
  readonly availableActions: readonly ReviewAction[];
};

const nextStatus = (status: ReviewStatus, action: ReviewAction): ReviewStatus | undefined => {
  const allowed: Partial<Record<ReviewAction, ReviewStatus>> = TRANSITIONS[status];
  return allowed[action];
};

/** Nobody reviews what is their own, and a supervisor does not answer their own objection. */
const reviewActions = (review: SampleReview, officer: Officer): readonly ReviewAction[] =>
  REVIEW_ACTIONS.filter((action) => {
    const isOwn = officer.person === undefined || officer.person === review.citizenId;
    if (nextStatus(review.status, action) === undefined || isOwn) return false;
    const has = (...roles: readonly Officer["roles"][number][]) =>
      roles.some((role) => officer.roles.includes(role));
    if (action === "ANSWER") return has("SUPERVISOR") && !isHandOf(officer, review.finding);
    return has("DECIDER", "SUPERVISOR");
  });

/** The actions that a reader has on a review: officers alone review. */
export const actionsOf = (review: SampleReview, reader: Actor): readonly ReviewAction[] =>
  reader.kind === "OFFICER" ? reviewActions(review, reader) : [];

/** The review after what an officer does; errors: NOT_ALLOWED_NOW with what they can do. */
export function takeAction(
  review: SampleReview,
  action: ReviewAction,
  { officer, text, now }: { readonly officer: Officer; readonly text: string; readonly now: Instant },
): Result<SampleReview, ReviewNotAllowed> {
  const { status: state, revision } = review;
  const availableActions = reviewActions(review, officer);
  const status = nextStatus(state, action);
  if (!status || !availableActions.includes(action)) {
    return err({ code: "NOT_ALLOWED_NOW", state, availableActions });
  }
  const said = saidBy(officer, text, now);
  const change = action === "ANSWER" ? { answer: said } : { finding: said };
  return ok({ ...review, ...change, status, revision: revision + 1 });
}
