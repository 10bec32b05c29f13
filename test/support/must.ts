import type { Result } from "../../services/kernel/result.ts";

/** The value of what has to have gone well. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
