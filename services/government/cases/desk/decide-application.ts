import { ok } from "../../../kernel/result.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { type EffectImpossible, type EffectParts, type EffectPorts, grantEffect } from "../effects.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { decide, type Verdict } from "./desk-case.ts";

/** A grant brings about what the item says, in the same commit; where it cannot, nothing is granted. */
export async function decideApplication(
  ports: OfficerPorts & EffectPorts & EffectParts,
  id: string,
  { outcome, ground, ...said }: Verdict,
): Promise<DeskResult<TextNotTaken | EffectImpossible>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const article = ground && readTexts(ground, TEXT_LENGTH);
  if (article && !article.ok) return article;
  const verdict = { outcome, ...texts.value, ...(article ? { ground: article.value } : {}) };
  return changeDeskCase<EffectImpossible>(ports, id, async (found, by) => {
    const decided = decide(found.application, verdict, by);
    if (!decided.ok) return decided;
    const action = outcome === "APPROVED" ? "approved" : "rejected";
    const effects = action === "approved" ? await grantEffect(ports, found) : ok([]);
    if (!effects.ok) return effects;
    const how = { action, reason: verdict.reason, event: `application.${action}` } as const;
    return changeOf(decided, { ...how, writes: effects.value });
  });
}
