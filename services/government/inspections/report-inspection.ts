import { err, ok } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { changeInspection, type Done, type Named, type ReportPorts } from "./change-inspection.ts";
import { type NotReportable, type ReportWish, report } from "./inspection.ts";

const NOTE_LENGTH = { min: 2, max: 500 };

export type NoteProblem = TextProblem & { readonly path: readonly string[] };

/** One of the two who were drawn says what they found. Errors, besides those of the report: a note that is none. */
export async function reportInspection(
  ports: ReportPorts,
  named: Named,
  wish: ReportWish,
): Done<NotReportable | NoteProblem> {
  const note = checkText(wish.note, NOTE_LENGTH.min, NOTE_LENGTH.max);
  if (!note.ok) return err({ ...note.error, path: ["input", "note"] });
  return changeInspection(ports, named, async ({ plan, inspection }, by) => {
    const reported = report(inspection, { ...wish, note: note.value }, by, plan.from);
    if (!reported.ok) return reported;
    return ok({ inspection: reported.value, action: "inspections.inspection.reported", writes: [] });
  });
}
