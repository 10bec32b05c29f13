import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { answerDelay } from "./desk-case.ts";

/** A supervisor answers a complaint about delay; the applicant is told. */
export async function answerComplaint(
  ports: OfficerPorts,
  id: string,
  said: string,
): Promise<DeskResult<TextNotTaken>> {
  const texts = readTexts({ answer: said }, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const { answer } = texts.value;
  return changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(answerDelay(application, answer, by), {
      ...{ action: "complaint-answered", reason: answer, event: "application.complaint-answered" },
    }),
  );
}
