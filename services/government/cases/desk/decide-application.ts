import { err, ok } from "../../../kernel/result.ts";
import type { Application } from "../application.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { type Changed, changeOf } from "../change-case.ts";
import { type EffectImpossible, type EffectParts, type EffectPorts, grantEffect } from "../effects.ts";
import type { AskPorts } from "../materials/find-held.ts";
import {
  type Answers,
  type LookedAgain,
  lookAgain,
  type ToAsk,
  withAnswers,
} from "../materials/look-again.ts";
import { grantWaitsFor, type MaterialOver } from "../materials/material-over.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { decide, type Verdict } from "./desk-case.ts";

type DecidePorts = OfficerPorts & EffectPorts & EffectParts & AskPorts;

/**
 * A grant brings about what the item says, in the same commit; where it cannot, nothing is granted. Neither is anything where a
 * licence that stands for one of the materials has ended meanwhile: the applicant is told, and the decision waits. Where nobody could
 * tell whether one has, that is put on record and told to the officer first, who decides again.
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
  return outcome === "APPROVED"
    ? withAnswers((answers) => grant(ports, id, verdict, answers))
    : refuse(ports, id, verdict);
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
  answers: Answers,
): Promise<DeskResult<EffectImpossible | MaterialOver | ToAsk>> {
  let waitsFor: MaterialOver | undefined;
  const decided = await changeDeskCase<EffectImpossible | MaterialOver | ToAsk>(
    ports,
    id,
    async (found, by) => {
      const { application, item } = found;
      const granted = decide(application, verdict, by);
      if (!granted.ok) return granted;
      const [again, effects] = await Promise.all([
        lookAgain(ports, application, item, answers),
        grantEffect(ports, found),
      ]);
      if (!again.ok) return again;
      const looked = again.value;
      waitsFor = grantWaitsFor(looked, item);
      // It is put on record, and the applicant is told of an end, once.
      if (waitsFor) return isNewIn(looked) ? ok(noticed(application, looked)) : err(waitsFor);
      if (!effects.ok) return effects;
      const how = { action: "approved", reason: verdict.reason, event: "application.approved" } as const;
      return changeOf(granted, { ...how, writes: [...looked.writes, ...effects.value] });
    },
  );
  return decided.ok && waitsFor ? err(waitsFor) : decided;
}

const isNewIn = ({ isNews, isSilenceNews }: LookedAgain): boolean => isNews || isSilenceNews;

/** The case as it stands, in which a licence that stands for a material is found to have ended, or nobody could tell. */
const noticed = (application: Application, { isNews, writes }: LookedAgain): Changed => ({
  ...{ application: { ...application, revision: application.revision + 1 }, writes },
  ...(isNews
    ? { action: "material-over", event: "application.material-over" }
    : { action: "material-unanswered" }),
});
