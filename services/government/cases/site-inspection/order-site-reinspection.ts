import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "../desk/change-desk-case.ts";
import { orderReinspection } from "./inspection-case.ts";

/** Orders what has to be put right on site, and that it is inspected again; the applicant is told. */
export async function orderSiteReinspection(
  ports: OfficerPorts,
  id: string,
  said: string,
): Promise<DeskResult<TextNotTaken>> {
  const texts = readTexts({ note: said }, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const { note } = texts.value;
  return changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(orderReinspection(application, note, by), {
      ...{ action: "reinspection-ordered", reason: note, event: "application.reinspection-ordered" },
    }),
  );
}
