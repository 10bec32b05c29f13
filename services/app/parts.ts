import type { Parts } from "../kernel/parts.ts";

/** Opens the parts of all services, once for each process. */
export async function openParts(): Promise<Parts> {
  return {};
}
