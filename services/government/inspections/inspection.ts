import type { RegionCode } from "../../field/region.ts";
import type { Officer } from "../../kernel/actor.ts";
import { addDays, type CivilDate, dateAt, midnight } from "../../kernel/civil-date.ts";
import { isHandOf } from "../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Remedies, type RemedyNotice, remediesAgainst } from "../../people/remedies/index.ts";
import type { InspectionPlanId } from "./ids.ts";

export const OUTCOMES = ["NO_PROBLEM", "RECTIFICATION", "NOT_REACHABLE", "PUT_RIGHT"] as const;
export type InspectionOutcome = (typeof OUTCOMES)[number];

/**
 * The finding of two inspectors about a licence's holder: one of them reports, and the other confirms, which publishes
 * it.
 */
export type Report = {
  readonly outcome: InspectionOutcome;
  readonly note: string;
  /** The last day to put right what was found. */
  readonly rectifyBy?: CivilDate | undefined;
  readonly by: OfficerId;
  /** The inspector as a person, who may come back under another officer's id. */
  readonly person?: CitizenId | undefined;
  readonly at: Instant;
  readonly confirmedBy?: OfficerId;
  readonly publishedAt?: Instant;
};

/**
 * Another inspector in the place of one who was drawn and cannot go. It is recomputed from this and the plan's seed: put
 * `pool` in the order of SHA-256 of seed, licence number and officer id, one a line, as the draw did; the first who was
 * neither drawn nor redrawn for the inspection before, and is not among `passedOver`, is `inspector`. The plan's
 * sources and its digests stay as they were.
 */
export type Redraw = {
  readonly replaced: OfficerId;
  readonly inspector: OfficerId;
  /** Why the other one cannot go. */
  readonly reason: string;
  /** All who were on the roll then and inspect in the region, by id. */
  readonly pool: readonly OfficerId[];
  /** Those before `inspector` in the order who have an interest, redrew it, or are the same person as one who was drawn. */
  readonly passedOver: readonly OfficerId[];
  readonly by: OfficerId;
  readonly at: Instant;
};

/** An inspection of a plan (抽查), from its first report to the end of what had to be put right. */
export type Inspection = {
  readonly plan: InspectionPlanId;
  readonly licence: string;
  /** In the order in which they were made; none before the first. */
  readonly redraws?: readonly Redraw[] | undefined;
  readonly reports: readonly Report[];
  /** When it was noticed that what had to be put right was not; gone with what is published after. */
  readonly overdueAt?: Instant | undefined;
  readonly revision: number;
};

/** The outcomes that can follow the one that was published last. */
const FOLLOWS = {
  NONE: ["NO_PROBLEM", "RECTIFICATION", "NOT_REACHABLE"],
  NOT_REACHABLE: ["NO_PROBLEM", "RECTIFICATION", "NOT_REACHABLE"],
  // Not put right in time: a new deadline, published again.
  RECTIFICATION: ["PUT_RIGHT", "RECTIFICATION"],
  NO_PROBLEM: [],
  PUT_RIGHT: [],
} as const satisfies Record<InspectionOutcome | "NONE", readonly InspectionOutcome[]>;

const lastPublishedReport = ({ reports }: Inspection): Report | undefined =>
  reports.findLast(({ publishedAt }) => publishedAt !== undefined);

const unconfirmedReport = ({ reports }: Inspection): Report | undefined => {
  const last = reports.at(-1);
  return last?.publishedAt === undefined ? last : undefined;
};

export type InspectionState = InspectionOutcome | "DRAWN" | "REPORTED";

export const stateOf = (inspection: Inspection): InspectionState =>
  unconfirmedReport(inspection) ? "REPORTED" : (lastPublishedReport(inspection)?.outcome ?? "DRAWN");

/** The last day on which something is to be put right; undefined where nothing is. */
export function rectifyBy(inspection: Inspection): CivilDate | undefined {
  const last = lastPublishedReport(inspection);
  return last?.outcome === "RECTIFICATION" ? last.rectifyBy : undefined;
}

/**
 * When the time to put it right is over, with the deadline's last day; undefined where nothing has to be, or it was
 * flagged already. A report that waits to be confirmed ends nothing: what one inspector says alone would hide it for good.
 */
export function overdueFrom(inspection: Inspection): Instant | undefined {
  const by = rectifyBy(inspection);
  return by === undefined || inspection.overdueAt ? undefined : midnight(addDays(by, 1));
}

export function flagOverdue(inspection: Inspection, now: Instant): Inspection | undefined {
  const from = overdueFrom(inspection);
  if (from === undefined || now < from) return undefined;
  return { ...inspection, overdueAt: now, revision: inspection.revision + 1 };
}

/** The outcomes that may be reported now. */
export const reportable = (inspection: Inspection): readonly InspectionOutcome[] =>
  FOLLOWS[lastPublishedReport(inspection)?.outcome ?? "NONE"];

export type ReportWish = Pick<Report, "outcome" | "note" | "rectifyBy">;

export type NotReportable =
  | { readonly code: "NOT_ALLOWED_NOW"; readonly state: InspectionState; readonly actions: readonly string[] }
  | {
      readonly code: "NOT_BEFORE";
      readonly values: { readonly date: string };
      readonly path: readonly string[];
    }
  | { readonly code: "DEADLINE_NEEDED" | "DEADLINE_NOT_FITTING"; readonly path: readonly string[] };

export type By = {
  readonly officer: Pick<Officer, "id" | "person">;
  readonly now: Instant;
  readonly today: CivilDate;
};

const notNow = (inspection: Inspection, actions: readonly string[]): NotReportable => ({
  ...{ code: "NOT_ALLOWED_NOW", state: stateOf(inspection), actions },
});

/** One of the two inspectors says what was found; until the other confirms it, it can be said anew. */
export function report(
  inspection: Inspection,
  wish: ReportWish,
  { officer, now, today }: By,
  from: CivilDate,
): Result<Inspection, NotReportable> {
  if (today < from) return err({ code: "NOT_BEFORE", values: { date: from }, path: ["plan"] });
  const allowed = reportable(inspection);
  if (!allowed.some((outcome) => outcome === wish.outcome)) return err(notNow(inspection, allowed));
  const isRectification = wish.outcome === "RECTIFICATION";
  if (isRectification && wish.rectifyBy === undefined) {
    return err({ code: "DEADLINE_NEEDED", path: ["input", "rectifyBy"] });
  }
  if (wish.rectifyBy !== undefined && (!isRectification || wish.rectifyBy <= today)) {
    return err({ code: "DEADLINE_NOT_FITTING", path: ["input", "rectifyBy"] });
  }
  const { rectifyBy, outcome, note } = wish;
  const next: Report = {
    outcome,
    note,
    by: officer.id,
    person: officer.person,
    at: now,
    ...(rectifyBy ? { rectifyBy } : {}),
  };
  const published = inspection.reports.filter(({ publishedAt }) => publishedAt !== undefined);
  return ok({ ...inspection, reports: [...published, next], revision: inspection.revision + 1 });
}

/**
 * The other inspector stands for it too; nobody confirms what they have reported themselves. A finding that is
 * published after a deadline, put right or with another day, answers it: it is overdue no more.
 */
export function confirm(
  inspection: Inspection,
  { officer, now }: By,
): Result<{ readonly inspection: Inspection; readonly published: Report }, NotReportable> {
  const open = unconfirmedReport(inspection);
  if (!open || isHandOf(officer, open)) return err(notNow(inspection, reportable(inspection)));
  const published = { ...open, confirmedBy: officer.id, publishedAt: now };
  const { overdueAt: _, ...before } = inspection;
  const reports = [...before.reports.slice(0, -1), published];
  return ok({ published, inspection: { ...before, reports, revision: before.revision + 1 } });
}

/** The public view of an inspection. */
export type PublishedResult = {
  readonly plan: InspectionPlanId;
  readonly planTitle: string;
  readonly licence: string;
  readonly holderName: string;
  readonly region: RegionCode;
  readonly outcome: InspectionOutcome;
  readonly note: string;
  readonly rectifyBy?: CivilDate | undefined;
  readonly inspectedAt: Instant;
  readonly publishedAt: Instant;
  /** The legal remedies that an order to put something right has told of. */
  readonly remedies?: RemedyNotice | undefined;
};

/**
 * The legal remedies against what was published: an order to put something right has them. Findings that order nothing decide
 * nothing, and neither does an order from before its remedies were named keep anybody from asking: it told of none.
 */
export function remediesOf(
  { outcome, remedies: told, publishedAt }: PublishedResult,
  current: RemedyNotice,
): Remedies | undefined {
  return outcome === "RECTIFICATION"
    ? remediesAgainst("RECTIFICATION_ORDER", dateAt(publishedAt), { told, current })
    : undefined;
}
