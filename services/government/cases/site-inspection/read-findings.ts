import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { Observed } from "./inspection-case.ts";

const FINDINGS_MAX = 50;
const NOTE_LENGTH_MAX = 500;

export type FindingProblem = (TextProblem | TooMany | { readonly code: "NOTE_NEEDED" }) & {
  readonly path: readonly string[];
};
type TooMany = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

/** The statement of an inspector about a point. */
export type SentFinding = Omit<Observed, "note"> & { readonly note?: string | undefined };

/** Findings as an inspector sends them; what is not met is explained. */
export function readFindings(findings: readonly SentFinding[]): Result<readonly Observed[], FindingProblem> {
  if (findings.length > FINDINGS_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(FINDINGS_MAX) }, path: ["findings"] });
  }
  const read: Observed[] = [];
  for (const [i, finding] of findings.entries()) {
    const path = ["findings", String(i), "note"];
    const note = checkText(finding.note ?? "", 0, NOTE_LENGTH_MAX);
    if (!note.ok) return err({ ...note.error, path });
    if (finding.result === "NOT_MET" && note.value === "") return err({ code: "NOTE_NEEDED", path });
    read.push({ ...finding, note: note.value });
  }
  return ok(read);
}
