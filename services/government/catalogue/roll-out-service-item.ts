import type { RegionCode } from "../../field/region.ts";
import type { Officer } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { getPartner } from "../../people/partners/index.ts";
import { getHead, putHead } from "./head-store.ts";
import { type ItemNotAllowedNow, notPublished, rollOut } from "./item-head.ts";
import type { Violation } from "./item-terms.ts";
import { historyOf, type Writes } from "./item-writes.ts";
import { putListing } from "./listing-store.ts";
import { checkLimits, noSuchPartner, type PilotLimits, type RollOutStage } from "./pilot.ts";
import { checkReason } from "./publish-service-item.ts";
import { changesBetween } from "./roll-out-change.ts";
import { putRollOutChange } from "./roll-out-store.ts";
import { isItemCode, mayEdit, type OutsideJurisdiction, type ServiceItem } from "./service-item.ts";
import { getDraft, getVersion } from "./store.ts";

export type RollOutRefusal =
  | { readonly code: "NOT_FOUND" }
  | Violation
  | OutsideJurisdiction
  | ItemNotAllowedNow;

export type RollOutWish = {
  readonly region: RegionCode;
  readonly stage: RollOutStage;
  /** The people who take part in a pilot; everybody in the region without it. */
  readonly pilot?: { readonly sharePercent?: number | undefined; readonly partners: readonly string[] };
  readonly reason: string;
};

/**
 * Switches a published item to a stage in a region, from which on its list shows it or not, and puts the change on
 * record. A stage that the region has already, with the same limits, is left as it is, with its date. Errors:
 * NOT_FOUND; NOT_ALLOWED_NOW, a draft that was never published; OUTSIDE_JURISDICTION; REGION_NOT_OFFERED; TOO_MANY
 * regions with a stage of their own; limits that no pilot can have.
 */
export async function rollOutServiceItem(
  code: string,
  { region, stage, pilot, reason }: RollOutWish,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<ServiceItem, RollOutRefusal>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (!isItemCode(code)) return err({ code: "NOT_FOUND" });
  const limits = checkLimits(stage, pilot);
  if (!limits.ok) return limits;
  const stranger = await strangerAmong(database, limits.value);
  if (stranger) return err(stranger);
  return decideUntilWritten({
    database,
    about: `item ${code}`,
    read: () => Promise.all([getDraft(database, code), getHead(database, code)]),
    decide: async ([draft, head]) => {
      const responsibility = head ?? draft;
      if (!responsibility) return err({ code: "NOT_FOUND" });
      if (!mayEdit(responsibility, actor.jurisdiction)) return err({ code: "OUTSIDE_JURISDICTION" });
      if (!head) return err(notPublished);
      const item = await getVersion(database, code, head.version);
      if (!item) throw new Error(`version ${head.version} of item ${code} is in force, but not on record`);
      const next = rollOut(head, region, stage, now, limits.value);
      if (!next.ok) return next;
      const changes = changesBetween(head.rollOut, next.value.rollOut);
      if (changes.length === 0) return unchanged(ok(item));
      return ok({ before: head, after: next.value, changes, answer: item });
    },
    write: ({ before, after, changes, answer: item }) =>
      commit({
        actor,
        action: "catalogue.item.rolled-out",
        reason: `${region} ${stage}: ${why.value}`,
        aggregate: historyOf(code),
        table: "registry",
        at: now,
        requestId,
        writes: [
          putHead(database, after, before),
          putListing(database, item, { region, stage, ...limits.value }),
          ...putRollOutChange(database, code, {
            ...{ revision: after.revision, at: now, by: actor.id, reason: why.value },
            changes,
          }),
        ],
      }),
  });
}

/** An invitation that would reach nobody. */
async function strangerAmong(
  database: Writes["database"],
  { partners = [] }: PilotLimits,
): Promise<Violation | undefined> {
  const found = await Promise.all(partners.map((partner) => getPartner(database, partner)));
  const stranger = partners.find((_, i) => !found[i]);
  return stranger && noSuchPartner(stranger);
}
