import type { Result } from "../../kernel/result.ts";
import { changeEntry, type RollPorts } from "./change-entry.ts";
import { enrol, type Inspector, type NotEnrolled } from "./inspector.ts";

/** Puts the caller on a department's roll of inspectors, or declares anew what they have an interest in. */
export async function enrolAsInspector(
  ports: RollPorts,
  wish: { readonly department: string; readonly interests: readonly string[] },
): Promise<Result<Inspector, NotEnrolled>> {
  // A text that cannot be a key is not looked up.
  const possible = enrol(ports.actor, wish, undefined);
  if (!possible.ok) return possible;
  return changeEntry(ports, wish.department, "inspections.inspector.enrolled", (before) =>
    enrol(ports.actor, wish, before),
  );
}
