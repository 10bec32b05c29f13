import { err } from "../../../kernel/result.ts";
import { findNamedOfficer } from "../../../people/officers/index.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf, standsForSubject } from "../change-case.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { type CannotHold, reassign } from "./step-holder.ts";

export type Reassignment = {
  readonly step: string;
  /** The officer who gets the step; without one it goes back into its queue. */
  readonly to: string | undefined;
  readonly reason: string;
};

export type NoOfficer = { readonly code: "NOT_AN_OFFICER"; readonly path: readonly string[] };

/**
 * A supervisor takes a step from whoever has it. Errors: NOT_AN_OFFICER, where nobody of the id named has signed in, and those
 * of `reassign`.
 */
export async function reassignStep(
  ports: OfficerPorts,
  id: string,
  { step, to, ...said }: Reassignment,
): Promise<DeskResult<TextNotTaken | NoOfficer | CannotHold>> {
  const holder = to === undefined ? undefined : await findNamedOfficer(ports.database, to);
  if (to !== undefined && !holder) return err({ code: "NOT_AN_OFFICER", path: ["to"] });
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  return changeDeskCase<CannotHold>(ports, id, async ({ application }, by) => {
    const reassigned = reassign(application, step, holder, by);
    // Nobody has a hand in a matter of those for whom they act: they could not end the step.
    const isTheirs = reassigned.ok && holder && standsForSubject({ ...ports, actor: holder }, application);
    if (await isTheirs) return err({ code: "OFFICER_NOT_FOR_IT", path: ["to"] });
    return changeOf(reassigned, { action: "step-reassigned", ...texts.value });
  });
}
