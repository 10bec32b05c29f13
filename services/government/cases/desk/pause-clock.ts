import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type PauseGround, pause } from "./desk-case.ts";

/** Stops the clock of a case. */
export async function pauseClock(
  ports: OfficerPorts,
  id: string,
  { reason, ...said }: PauseGround,
): Promise<DeskResult<TextNotTaken>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const ground = { reason, ...texts.value };
  return changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(pause(application, ground, by), { action: "paused", reason: `${reason}: ${ground.note}` }),
  );
}
