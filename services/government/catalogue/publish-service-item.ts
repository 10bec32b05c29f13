import type { Officer } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import { putDepartments } from "./department-store.ts";
import { isSecondEditor, type SameOfficer } from "./editors.ts";
import { getHead, putHead } from "./head-store.ts";
import { type ItemNotAllowedNow, nextVersion } from "./item-head.ts";
import type { Violation } from "./item-terms.ts";
import { type EffectWrites, historyOf } from "./item-writes.ts";
import { putListing } from "./listing-store.ts";
import { putRenewing } from "./renewing-store.ts";
import { reviewItem } from "./review-item.ts";
import { changesBetween } from "./roll-out-change.ts";
import { putRollOutChange } from "./roll-out-store.ts";
import {
  isItemCode,
  mayEdit,
  type NotPublishable,
  type OutsideJurisdiction,
  type ServiceItem,
} from "./service-item.ts";
import { checkDraftRevision, getDraft, putVersion } from "./store.ts";

export type PublishRefusal =
  | { readonly code: "NOT_FOUND" }
  | Violation
  | OutsideJurisdiction
  | NotPublishable
  | ItemNotAllowedNow
  | SameOfficer;

const REASON_LENGTH = { min: 2, max: 500 };

/** Why an officer decides so: on record in the item's history. */
export function checkReason(text: string): Result<string, Violation> {
  const checked = checkText(text, REASON_LENGTH.min, REASON_LENGTH.max);
  return checked.ok ? checked : err({ ...checked.error, path: ["reason"] });
}

export type Publication = {
  readonly reason: string;
  /** The draft that the editor has read, by its revision; undefined for one who takes it as it is. */
  readonly draftRevision?: number;
};

/**
 * Publishes an item's draft as its next version, in force at once wherever the item is rolled out. The checked draft
 * is what is published: nothing is written if the draft was replaced meanwhile. Errors: NOT_FOUND, no draft;
 * OUTSIDE_JURISDICTION; DRAFT_CHANGED, saved again since the editor has read it: two pairs of eyes see the same; NOT_PUBLISHABLE, with every rule that is broken; NOT_ALLOWED_NOW, published already;
 * SAME_OFFICER, for everybody who has saved the draft since the last publication: another editor publishes it.
 */
export async function publishServiceItem(
  code: string,
  { reason, draftRevision }: Publication,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId, parts }: EffectWrites,
): Promise<Result<ServiceItem, PublishRefusal>> {
  const why = checkReason(reason);
  if (!why.ok) return why;
  if (!isItemCode(code)) return err({ code: "NOT_FOUND" });
  return decideUntilWritten({
    database,
    about: `item ${code}`,
    read: () => Promise.all([getDraft(database, code), getHead(database, code)]),
    decide: async ([draft, head]) => {
      if (!draft) return err({ code: "NOT_FOUND" });
      const touched = head ? [draft, head] : [draft];
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" });
      if (draftRevision !== undefined && draft.revision !== draftRevision)
        return err({ code: "DRAFT_CHANGED", path: ["draftRevision"] });
      const checked = await reviewItem(draft, { database, parts });
      if (!checked.ok) return checked;
      const next = nextVersion(draft, head, now);
      if (!next.ok) return next;
      if (!isSecondEditor(draft, actor)) return err({ code: "SAME_OFFICER" });
      return ok({ before: head, after: next.value.head, draft, answer: next.value.item });
    },
    write: ({ before, after, draft, answer: item }) =>
      commit({
        actor,
        action: "catalogue.item.published",
        reason: `version ${item.version}: ${why.value}`,
        aggregate: historyOf(code),
        table: "registry",
        at: now,
        requestId,
        writes: [
          putVersion(database, item),
          putHead(database, after, before),
          checkDraftRevision(database, draft),
          ...putDepartments(database, item),
          ...putRenewing(database, item),
          ...after.rollOut.map((entry) => putListing(database, item, entry)),
          ...putRollOutChange(database, code, {
            ...{ revision: after.revision, at: now, by: actor.id, reason: why.value },
            changes: changesBetween(before?.rollOut ?? [], after.rollOut),
          }),
        ],
      }),
  });
}
