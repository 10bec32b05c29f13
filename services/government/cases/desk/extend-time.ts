import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type ExtensionOutOfRange, type ExtensionWish, extend } from "./desk-case.ts";

/** Gives a case more time; the applicant is told why. */
export async function extendTime(
  ports: OfficerPorts,
  id: string,
  { workingDays, ...said }: ExtensionWish,
): Promise<DeskResult<TextNotTaken | ExtensionOutOfRange>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return changeDeskCase<ExtensionOutOfRange>(ports, id, ({ application }, by) =>
    changeOf(extend(application, { workingDays, ...texts.value }, by), {
      ...{ action: "extended", event: "application.extended", reason: texts.value.reason },
    }),
  );
}
