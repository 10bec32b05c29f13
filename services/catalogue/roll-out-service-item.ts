import type { Officer } from "../platform/actor.ts";
import type { RegionCode } from "../platform/region.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import { type ItemNotAllowedNow, notPublished, type RollOutStage, rollOut } from "./item-head.ts";
import { putListing } from "./listing-store.ts";
import { checkReason } from "./publish-service-item.ts";
import {
  isItemCode,
  mayEdit,
  type OutsideJurisdiction,
  type ServiceItem,
  type Violation,
} from "./service-item.ts";
import { getDraft, getHead, getVersion, putHead } from "./store.ts";
import { DECISIONS_MAX, historyOf, type Writes } from "./writes.ts";

export type RollOutRefusal =
  | { readonly code: "NOT_FOUND" }
  | Violation
  | OutsideJurisdiction
  | ItemNotAllowedNow;

/**
 * Switches a published item to a stage in a region, from which on its list shows it or not. A stage that the region
 * has already is left as it is, with its date. Errors: NOT_FOUND; NOT_ALLOWED_NOW, a draft that was never published;
 * OUTSIDE_JURISDICTION; REGION_NOT_OFFERED; TOO_MANY regions with a stage of their own.
 */
export async function rollOutServiceItem(
  code: string,
  {
    region,
    stage,
    reason,
  }: { readonly region: RegionCode; readonly stage: RollOutStage; readonly reason: string },
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<ServiceItem, RollOutRefusal>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (!isItemCode(code)) return err({ code: "NOT_FOUND" });
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const [draft, head] = await Promise.all([getDraft(database, code), getHead(database, code)]);
    const responsibility = head ?? draft;
    if (!responsibility) return err({ code: "NOT_FOUND" });
    if (!mayEdit(responsibility, actor.jurisdiction)) return err({ code: "OUTSIDE_JURISDICTION" });
    if (!head) return err(notPublished);
    const item = await getVersion(database, code, head.version);
    if (!item) throw new Error(`version ${head.version} of item ${code} is in force, but not on record`);
    const next = rollOut(head, region, stage, now);
    if (!next.ok) return next;
    if (head.rollOut.some((entry) => entry.region === region && entry.stage === stage)) return ok(item);
    const committed = await commit({
      actor,
      action: "catalogue.item.rolled-out",
      reason: `${region} ${stage}: ${why.value}`,
      aggregate: historyOf(code),
      table: "registry",
      at: now,
      requestId,
      writes: [putHead(database, next.value, head), putListing(database, item, { region, stage })],
    });
    if (committed.ok) return ok(item);
  }
  throw new Error("an item changed again and again while it was being rolled out");
}
