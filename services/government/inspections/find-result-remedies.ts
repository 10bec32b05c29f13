import type { Instant } from "../../kernel/runtime.ts";
import type { Remedies } from "../../people/remedies/index.ts";
import { findOrderNotice } from "./find-order-notice.ts";
import { type PublishedResult, remediesOf } from "./inspection.ts";
import { findPlan } from "./read-plans.ts";
import type { InspectionStore } from "./store.ts";

/** The legal remedies against a published result; undefined where it orders nothing. */
export async function findResultRemedies(
  ports: InspectionStore & { readonly now: Instant },
  result: PublishedResult,
): Promise<Remedies | undefined> {
  if (result.outcome !== "RECTIFICATION") return undefined;
  if (result.remedies?.authority.online !== undefined) return remediesOf(result, result.remedies);
  const plan = await findPlan(ports, result.plan);
  return plan && remediesOf(result, await findOrderNotice(ports, plan, result.region));
}
