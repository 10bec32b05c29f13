import { err, ok } from "../../../kernel/result.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { type EffectImpossible, type EffectParts, type EffectPorts, grantEffect } from "../effects.ts";
import type { HeldParts } from "../materials/find-held.ts";
import { lookAgain, type MaterialOver, materialOver } from "../materials/look-again.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { decide, type Verdict } from "./desk-case.ts";

type DecidePorts = OfficerPorts & EffectPorts & EffectParts & HeldParts;

/**
 * A grant brings about what the item says, in the same commit; where it cannot, nothing is granted. Neither is anything where a
 * licence that stands for one of the materials has ended meanwhile: the applicant is told, and the decision waits.
 */
export async function decideApplication(
  ports: DecidePorts,
  id: string,
  { outcome, ground, ...said }: Verdict,
): Promise<DeskResult<TextNotTaken | EffectImpossible | MaterialOver>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const article = ground && readTexts(ground, TEXT_LENGTH);
  if (article && !article.ok) return article;
  const verdict = { outcome, ...texts.value, ...(article ? { ground: article.value } : {}) };
  const decided = await (outcome === "APPROVED" ? grant(ports, id, verdict) : refuse(ports, id, verdict));
  if (!decided.ok && decided.error.code === "MATERIAL_OVER") await tellOver(ports, id);
  return decided;
}

const refuse = (ports: DecidePorts, id: string, verdict: Verdict): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(decide(application, verdict, by), {
      ...{ action: "rejected", reason: verdict.reason, event: "application.rejected" },
    }),
  );

const grant = (
  ports: DecidePorts,
  id: string,
  verdict: Verdict,
): Promise<DeskResult<EffectImpossible | MaterialOver>> =>
  changeDeskCase<EffectImpossible | MaterialOver>(ports, id, async (found, by) => {
    const { application, item } = found;
    const decided = decide(application, verdict, by);
    if (!decided.ok) return decided;
    const [looked, effects] = await Promise.all([
      lookAgain(ports, application, item),
      grantEffect(ports, found),
    ]);
    const [over] = looked.over;
    if (over) return err(materialOver("MATERIAL_OVER", over, item));
    if (!effects.ok) return effects;
    const how = { action: "approved", reason: verdict.reason, event: "application.approved" } as const;
    return changeOf(decided, { ...how, writes: [...looked.writes, ...effects.value] });
  });

/** Puts on record, and tells the applicant once, that a licence has ended that stands for a material. */
const tellOver = (ports: DecidePorts, id: string): Promise<DeskResult> =>
  changeDeskCase(ports, id, async ({ application, item }) => {
    const { isNews, writes } = await lookAgain(ports, application, item);
    const noticed = { ...application, revision: application.revision + 1 };
    return ok(
      isNews
        ? { application: noticed, action: "material-over", event: "application.material-over", writes }
        : { application, action: "material-over" },
    );
  });
