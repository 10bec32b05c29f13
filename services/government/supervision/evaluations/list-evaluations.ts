import type { Actor, Officer } from "../../../kernel/actor.ts";
import type { StoredItem } from "../../../kernel/database/database.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type ApplicationView, hasHandled, isOwnCase } from "../../cases/index.ts";
import { type Evaluation, evaluationId } from "./evaluation.ts";
import {
  type EvaluationList,
  type EvaluationStore,
  findEvaluation,
  listEvaluations,
} from "./evaluation-store.ts";

/**
 * Bad evaluations of a department, or those that an officer has to put right; none from outside the jurisdiction, and
 * none in a matter of their own.
 */
export async function openEvaluations(
  reader: EvaluationStore & { readonly actor: Officer; readonly now: Instant },
  of: EvaluationList,
  page: { readonly first: number; readonly after?: StoredItem },
) {
  const { entries, more } = await listEvaluations(reader, of, page);
  const isOwnMatter = await Promise.all(entries.map(({ node }) => isOwnCase(reader, node.application)));
  const shown = entries.filter(({ node }, i) => covers(reader.actor, node) && !isOwnMatter[i]);
  return { entries: shown, more };
}

/** The evaluations of a case's decisions, oldest first, as far as they are for who reads the case. */
export async function listOfCase(
  store: EvaluationStore,
  application: ApplicationView,
  reader: Actor,
): Promise<readonly Evaluation[]> {
  if (reader.kind === "OFFICER" && !mayReadOf(application, reader)) return [];
  const { id, decision, appeal } = application;
  const decisions = [appeal?.overturned, decision].flatMap((one) => (one ? [one.at] : []));
  const found = await Promise.all(decisions.map((at) => findEvaluation(store, evaluationId(id, at))));
  return found.flatMap((one) => one ?? []);
}

/** Supervision does; besides it a clerk for the person at their window, but never what is said of their own work. */
const mayReadOf = (application: ApplicationView, officer: Officer): boolean =>
  officer.roles.some((role) => role === "SUPERVISOR" || role === "AUDITOR") ||
  (application.isServed === true && !hasHandled(officer, application));
