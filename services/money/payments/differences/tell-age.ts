import type { Sweep } from "../../../kernel/service-runtime.ts";
import { listUnresolved } from "./difference-store.ts";

/** Tells for how long the oldest difference of a mode has waited for treasurers; 0 where none does. */
export const tellAge = (async ({ open, now }, mode) => {
  const { entries } = await listUnresolved({ database: open().database, mode }, { first: 1 });
  const [oldest] = entries;
  if (!oldest) return { finished: true, oldestDifferenceSeconds: 0 };
  const ms = Date.parse(now()) - Date.parse(oldest.node.foundAt);
  return { finished: true, oldestDifferenceSeconds: Math.max(0, Math.round(ms / 1_000)) };
}) satisfies Sweep;
