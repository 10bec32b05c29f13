import type { Officer } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkDraft, type DraftInput } from "./draft.ts";
import { putEdited } from "./edited-store.ts";
import { editorsAfter } from "./editors.ts";
import { unaskedFields } from "./effect-fields.ts";
import { formProblems } from "./form-schema.ts";
import { getHead } from "./head-store.ts";
import type { Violation } from "./item-terms.ts";
import { type EffectWrites, historyOf } from "./item-writes.ts";
import { DRAFT_VERSION, mayEdit, type OutsideJurisdiction, type ServiceItem } from "./service-item.ts";
import { getDraft, putDraft } from "./store.ts";

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
  return decideUntilWritten({
    database,
    about: `the draft of item ${content.code}`,
    read: () => Promise.all([getDraft(database, content.code), getHead(database, content.code)]),
    decide: ([before, head]) => {
      const touched = [content, before, head].filter((one) => one !== undefined);
      if (!touched.every((one) => mayEdit(one, actor.jurisdiction)))
        return err({ code: "OUTSIDE_JURISDICTION" });
      const after = {
        ...content,
        revision: (before?.revision ?? 0) + 1,
        ...editorsAfter(before, head, actor),
      };
      return ok({ before, after, answer: { ...content, version: DRAFT_VERSION } });
    },
    write: ({ before, after }) =>
      commit({
        actor,
        action: "catalogue.item.drafted",
        aggregate: historyOf(content.code),
        table: "registry",
        at: now,
        requestId,
        writes: [putDraft(database, after, before), ...putEdited(database, after)],
      }),
  });
}
