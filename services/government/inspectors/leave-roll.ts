import { isCode } from "../../field/code.ts";
import { err, type Result } from "../../kernel/result.ts";
import { changeEntry, type RollPorts } from "./change-entry.ts";
import { type Inspector, leave, type NotOnRoll } from "./inspector.ts";

/** Takes the caller off the roll: nobody appoints or draws them from then on. */
export async function leaveRoll(ports: RollPorts, department: string): Promise<Result<Inspector, NotOnRoll>> {
  if (!isCode(department)) return err({ code: "NOT_ON_ROLL" });
  return changeEntry(ports, department, "inspections.inspector.left", leave);
}
