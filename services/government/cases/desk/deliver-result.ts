import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { deliver } from "./desk-case.ts";

/** Hands out what was granted. */
export async function deliverResult(
  ports: OfficerPorts,
  id: string,
  note: string,
): Promise<DeskResult<TextNotTaken>> {
  const texts = readTexts({ note }, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return changeDeskCase(ports, id, ({ application }, by) =>
    changeOf(deliver(application, texts.value.note, by), {
      ...{ action: "delivered", event: "application.delivered" },
    }),
  );
}
