import { REASON_LENGTH, readTexts, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { type ApplicantPorts, changeOwnCase, type OwnCaseResult } from "../mandate/change-own-case.ts";
import { withdraw } from "./applicant-case.ts";

/** The applicant takes the application back. */
export async function withdrawApplication(
  ports: ApplicantPorts,
  id: string,
  said: string,
): Promise<OwnCaseResult<TextNotTaken>> {
  const texts = readTexts({ reason: said }, REASON_LENGTH);
  if (!texts.ok) return texts;
  const { reason } = texts.value;
  return changeOwnCase(ports, id, ({ application, by }) =>
    changeOf(withdraw(application, by), { action: "withdrawn", reason }),
  );
}
