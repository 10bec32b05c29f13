import type { Actor, Officer } from "../../../kernel/actor.ts";
import type { StoredItem } from "../../../kernel/database/database.ts";
import { fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type ApplicationView, findApplication, hasHandled, isOwnCase } from "../../cases/index.ts";
import { type Evaluation, type EvaluationList, evaluationId } from "./evaluation.ts";
import { type EvaluationStore, findEvaluation, listEvaluations } from "./evaluation-store.ts";

/** An evaluation as the resolvers pass it on. */
export type EvaluationView = Evaluation & {
  /** The person whom a clerk serves at their window; the clerk does for them what the applicant may do. */
  readonly servedFor?: CitizenId;
};

type Reader = EvaluationStore & { readonly actor: Officer; readonly now: Instant };
type Page = { readonly first: number; readonly after?: StoredItem };

type Listed = {
  readonly entries: readonly { readonly node: Evaluation; readonly position: StoredItem }[];
  readonly more: Onward<StoredItem>;
};

/** A page of the bad evaluations that a department in a region has to handle. Errors: OUTSIDE_JURISDICTION. */
export async function listToHandle(
  reader: Reader,
  place: { readonly region: string; readonly department: string },
  page: Page,
): Promise<Result<Listed, { readonly code: "OUTSIDE_JURISDICTION" }>> {
  return covers(reader.actor, place)
    ? ok(await openList(reader, place, page))
    : err({ code: "OUTSIDE_JURISDICTION" });
}

/** A page of the bad evaluations that were assigned to the officer, to be put right. */
export const listToPutRight = (reader: Reader, page: Page): Promise<Listed> =>
  openList(reader, { assignee: reader.actor.id }, page);

/** None from outside the jurisdiction, and none in a matter of the officer's own. */
async function openList(reader: Reader, of: EvaluationList, page: Page): Promise<Listed> {
  return fullPage(page, async (from) => {
    const { entries, next } = await listEvaluations(reader, of, from);
    const isOwnMatter = await Promise.all(entries.map(({ node }) => isOwnCase(reader, node.application)));
    return { entries: entries.filter(({ node }, i) => covers(reader.actor, node) && !isOwnMatter[i]), next };
  });
}

/** The evaluations of a case's decisions, oldest first, as far as they are for who reads the case. */
export async function listOfCase(
  store: EvaluationStore,
  application: ApplicationView,
  reader: Actor,
): Promise<readonly EvaluationView[]> {
  if (reader.kind === "OFFICER" && !mayReadOf(application, reader)) return [];
  const { id, decision, appeal, servedFor } = application;
  const decisions = [appeal?.overturned, decision].flatMap((one) => (one ? [one.at] : []));
  const found = await Promise.all(decisions.map((at) => findEvaluation(store, evaluationId(id, at))));
  return found.flatMap((one) => (one ? [{ ...one, ...(servedFor ? { servedFor } : {}) }] : []));
}

/** Supervision does; besides it a clerk for the person at their window, but never what is said of their own work. */
const mayReadOf = (application: ApplicationView, officer: Officer): boolean =>
  officer.roles.some((role) => role === "SUPERVISOR" || role === "AUDITOR") ||
  (application.servedFor !== undefined && !hasHandled(officer, application));

/** Whether who reads a case can evaluate its latest decision now. */
export async function canBeEvaluated(
  store: EvaluationStore,
  application: ApplicationView,
  reader: Actor,
): Promise<boolean> {
  const { id, decision, servedFor } = application;
  if (!decision) return false;
  if (reader.kind === "OFFICER" && (servedFor === undefined || hasHandled(reader, application))) return false;
  return (await findEvaluation(store, evaluationId(id, decision.at))) === undefined;
}

/** The case that an evaluation is about, for one who reads the evaluation. Throws where it is gone. */
export async function readEvaluatedCase(
  store: EvaluationStore,
  { application, servedFor }: EvaluationView,
): Promise<ApplicationView> {
  const found = await findApplication(store, application);
  if (!found) throw new Error(`an evaluation of case ${application}, which is not there`);
  return servedFor ? { ...found, servedFor } : found;
}
