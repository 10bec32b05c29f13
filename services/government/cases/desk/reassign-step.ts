import { isId } from "../../../kernel/ids.ts";
import { err } from "../../../kernel/result.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type HasChecked, reassign } from "./step-holder.ts";

export type Reassignment = {
  readonly step: string;
  /** The officer who gets the step; without one it goes back into its queue. */
  readonly to: string | undefined;
  readonly reason: string;
};

export type NoOfficer = { readonly code: "NOT_AN_OFFICER"; readonly path: readonly string[] };

/** A supervisor takes a step from whoever has it. */
export async function reassignStep(
  ports: OfficerPorts,
  id: string,
  { step, to, ...said }: Reassignment,
): Promise<DeskResult<TextNotTaken | NoOfficer | HasChecked>> {
  if (to !== undefined && !isId("ofc", to)) return err({ code: "NOT_AN_OFFICER", path: ["to"] });
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return changeDeskCase<HasChecked>(ports, id, ({ application }, by) =>
    changeOf(reassign(application, step, to, by), { action: "step-reassigned", ...texts.value }),
  );
}
