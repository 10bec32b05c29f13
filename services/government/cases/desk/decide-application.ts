import { err, ok } from "../../../kernel/result.ts";
import type { Application } from "../application.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { type Changed, changeOf } from "../change-case.ts";
import { type EffectImpossible, type EffectParts, type EffectPorts, grantEffect } from "../effects.ts";
import type { HeldParts } from "../materials/find-held.ts";
import { type LookedAgain, lookAgain, type MaterialOver, materialOver } from "../materials/look-again.ts";
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
  return outcome === "APPROVED" ? grant(ports, id, verdict) : refuse(ports, id, verdict);
}

const refuse = (ports: DecidePorts, id: string, verdict: Verdict): Promise<DeskResult> =>
  changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(decide(application, verdict, by), {
      ...{ action: "rejected", reason: verdict.reason, event: "application.rejected" },
    }),
  );

async function grant(
  ports: DecidePorts,
  id: string,
  verdict: Verdict,
): Promise<DeskResult<EffectImpossible | MaterialOver>> {
  let waitsFor: MaterialOver | undefined;
  const decided = await changeDeskCase<EffectImpossible | MaterialOver>(ports, id, async (found, by) => {
    const { application, item } = found;
    const granted = decide(application, verdict, by);
    if (!granted.ok) return granted;
    const [looked, effects] = await Promise.all([
      lookAgain(ports, application, item),
      grantEffect(ports, found),
    ]);
    const [over] = looked.over;
    waitsFor = over && materialOver("MATERIAL_OVER", over, item);
    // It is put on record, and the applicant is told, once.
    if (waitsFor) return looked.isNews ? ok(noticed(application, looked)) : err(waitsFor);
    if (!effects.ok) return effects;
    const how = { action: "approved", reason: verdict.reason, event: "application.approved" } as const;
    return changeOf(granted, { ...how, writes: [...looked.writes, ...effects.value] });
  });
  return decided.ok && waitsFor ? err(waitsFor) : decided;
}

/** The case as it stands, in which a licence is found to have ended that stands for a material. */
const noticed = (application: Application, { writes }: Pick<LookedAgain, "writes">): Changed => ({
  application: { ...application, revision: application.revision + 1 },
  ...{ action: "material-over", event: "application.material-over", writes },
});
