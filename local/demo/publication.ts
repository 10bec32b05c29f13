import type { Result } from "../../services/kernel/result.ts";

/** The reason that the record has for everything that the demo city publishes. */
export const REASON = "示范城市首次上线";

/** Throws where a part of the demo's catalogue was refused. */
export function checkDone(code: string, result: Result<unknown, unknown>): void {
  if (!result.ok) throw new Error(`the demo's ${code} was refused: ${JSON.stringify(result.error)}`);
}
