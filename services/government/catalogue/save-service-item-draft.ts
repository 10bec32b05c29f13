import type { Officer } from "../../kernel/actor.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkDraft, type DraftInput } from "./draft.ts";
import { unaskedFields } from "./effect-fields.ts";
import { formProblems } from "./form-schema.ts";
import type { Violation } from "./item-terms.ts";
import { DECISIONS_MAX, type EffectWrites, historyOf } from "./item-writes.ts";
import {
  DRAFT_VERSION,
  editorsAfter,
  mayEdit,
  type OutsideJurisdiction,
  type ServiceItem,
} from "./service-item.ts";
import { getDraft, getHead, putDraft } from "./store.ts";

/**
 * Creates or replaces an item's draft. The officer has to be responsible for what the draft says now, for what it
 * said before, and for what is published under its code. Errors: OUTSIDE_JURISDICTION, or the first value that
 * cannot be kept; FORM_INVALID, the first thing that keeps the form from being one: what is a program is not even kept;
 * EFFECT_FIELD_MISSING, a field that the item's effect cannot do without.
 */
export async function saveServiceItemDraft(
  input: DraftInput,
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId, parts }: EffectWrites,
): Promise<Result<ServiceItem, Violation | OutsideJurisdiction>> {
  const checked = checkDraft(input);
  if (!checked.ok) return checked;
  const content = checked.value;
  const [broken] = formProblems(content.form);
  if (broken) {
    const { problem, path } = broken;
    return err({ code: "FORM_INVALID", values: { problem }, path: ["form", ...path] });
  }
  const [unasked] = unaskedFields(content.form, content.effect && parts.effects.get(content.effect));
  if (unasked) return err(unasked);
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const [before, head] = await Promise.all([
      getDraft(database, content.code),
      getHead(database, content.code),
    ]);
    const touched = [content, before, head].filter((one) => one !== undefined);
    if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
      return err({ code: "OUTSIDE_JURISDICTION" });
    const editors = editorsAfter(before, head, actor.id);
    const committed = await commit({
      actor,
      action: "catalogue.item.drafted",
      aggregate: historyOf(content.code),
      table: "registry",
      at: now,
      requestId,
      writes: [putDraft(database, { ...content, revision: (before?.revision ?? 0) + 1, editors }, before)],
    });
    if (committed.ok) return ok({ ...content, version: DRAFT_VERSION });
  }
  throw new Error("a draft changed again and again while it was being saved");
}
