import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { CASE_WORDS } from "../enum-words.ts";
import type { PauseEndOutOfRange } from "../pause-end.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type PauseGround, pause } from "./desk-case.ts";

/** Stops the clock of a case; the applicant is told until when. */
export async function pauseClock(
  ports: OfficerPorts,
  id: string,
  { reason, until, ...said }: PauseGround,
): Promise<DeskResult<TextNotTaken | PauseEndOutOfRange>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const { note } = texts.value;
  return changeDeskCase<PauseEndOutOfRange>(ports, id, ({ application }, by) =>
    changeOf(pause(application, { reason, note, until }, by), {
      ...{ action: "paused", reason: `${CASE_WORDS.PauseReason[reason].zh}，预计至 ${until}：${note}` },
      event: { type: "application.paused", payload: { pauseReason: reason, until } },
    }),
  );
}
