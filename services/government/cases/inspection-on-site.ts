import type { Hands } from "../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Status } from "./life.ts";
import type { Point } from "./workflow.ts";

/** So many officers look at a site together (Administrative Licensing Law, art. 34 (3): two or more). */
export const INSPECTORS = 2;

export const FINDING_RESULTS = ["MET", "NOT_MET", "NOT_APPLICABLE"] as const;

/** The finding about a point of the checklist, and its inspector. */
export type Finding = {
  readonly point: string;
  readonly result: (typeof FINDING_RESULTS)[number];
  readonly note: string;
  readonly by: OfficerId;
  readonly at: Instant;
};

/** An inspection on site (现场核查) as part of a case's step. */
export type SiteInspection = {
  readonly step: string;
  readonly inspectors: readonly OfficerId[];
  /** The inspectors as persons, by the roll; appointments from before that was kept have none. */
  readonly persons?: readonly CitizenId[];
  readonly appointedBy: OfficerId;
  readonly appointedAt: Instant;
  readonly findings: readonly Finding[];
  /** The inspectors who stand for the findings as they are; a change of them asks for both signatures anew. */
  readonly signedBy: readonly OfficerId[];
  readonly completedAt?: Instant;
  /** FAILED where a critical point was not met. */
  readonly outcome?: "PASSED" | "FAILED";
  /** Put right on site before the next inspection. */
  readonly ordered?: { readonly note: string; readonly by: OfficerId; readonly at: Instant };
};

type Inspected = { readonly inspections?: readonly SiteInspection[] | undefined };

/** The inspection that still has to be reported on. */
export function openInspection({ inspections = [] }: Inspected): SiteInspection | undefined {
  const last = inspections.at(-1);
  return last && !last.completedAt ? last : undefined;
}

/** The officers who inspect, or have. */
export const inspectingHands = ({ inspectors, persons = [] }: SiteInspection): Hands => ({
  ...{ ids: inspectors, persons },
});

/** The inspection that its two inspectors have to go on with: one of a case that was taken back is over. */
export const inspectionToDo = (
  application: Inspected & { readonly status: Status },
): SiteInspection | undefined =>
  application.status === "IN_REVIEW" || application.status === "PAUSED"
    ? openInspection(application)
    : undefined;

/** Whether the latest report keeps the case from being granted: it can be refused, or inspected again. */
export const hasFailed = ({ inspections = [] }: Inspected): boolean =>
  inspections.at(-1)?.outcome === "FAILED";

/** Whether something was found of every point. */
export const isReported = ({ findings }: SiteInspection, points: readonly Point[]): boolean =>
  points.every(({ code }) => findings.some(({ point }) => point === code));

/** The inspections with the latest in another state. */
export const withLatest = (
  { inspections = [] }: Inspected,
  change: Partial<SiteInspection>,
): readonly SiteInspection[] =>
  inspections.map((one, i) => (i === inspections.length - 1 ? { ...one, ...change } : one));

/** The findings with what was found now; what was found before of other points stands. */
export const mergeFindings = (before: readonly Finding[], found: readonly Finding[]): readonly Finding[] => [
  ...before.filter(({ point }) => !found.some((one) => one.point === point)),
  ...found,
];

export const outcomeOf = (
  findings: readonly Finding[],
  points: readonly Point[],
): NonNullable<SiteInspection["outcome"]> =>
  points.some(
    ({ code, critical }) =>
      critical && findings.some(({ point, result }) => point === code && result === "NOT_MET"),
  )
    ? "FAILED"
    : "PASSED";

/** A finding with the point that it is of. */
export type FoundPoint = { readonly point: Point; readonly result: Finding["result"]; readonly note: string };

export type InspectionView = Omit<SiteInspection, "findings"> & { readonly findings: readonly FoundPoint[] };

/** As it is shown: an applicant reads what was found once both inspectors stand for it. */
export function viewOf(
  inspection: SiteInspection,
  points: readonly Point[],
  isOfficer: boolean,
): InspectionView {
  const shown = isOfficer || inspection.completedAt ? inspection.findings : [];
  const findings = points.flatMap((point): FoundPoint[] => {
    const found = shown.find((one) => one.point === point.code);
    return found ? [{ point, result: found.result, note: found.note }] : [];
  });
  return { ...inspection, findings };
}

export type InspectionSummary = {
  readonly code: `INSPECTION_${"UNDER_WAY" | "PASSED" | "PASSED_WITH_FAULTS" | "FAILED"}`;
  readonly values: { readonly met: string; readonly all: string };
  readonly faults: readonly Point[];
};

/** The inspection in a sentence. */
export function summaryOf({ findings, outcome, completedAt }: InspectionView): InspectionSummary {
  const faults = findings.filter(({ result }) => result === "NOT_MET").map(({ point }) => point);
  const all = findings.filter(({ result }) => result !== "NOT_APPLICABLE").length;
  const values = { met: String(all - faults.length), all: String(all) };
  if (!completedAt) return { code: "INSPECTION_UNDER_WAY", values, faults: [] };
  if (outcome === "FAILED") return { code: "INSPECTION_FAILED", values, faults };
  return { code: faults.length > 0 ? "INSPECTION_PASSED_WITH_FAULTS" : "INSPECTION_PASSED", values, faults };
}
