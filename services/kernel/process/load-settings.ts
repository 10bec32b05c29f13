import type { SecretSource } from "../settings.ts";
import type { Log } from "./log.ts";
import { loadSecret } from "./secret-source.ts";

/**
 * The settings of an other side, once for each process. Settings that make no sense are logged as a fault, and nobody is called until
 * they do: what the platform does besides must not end with them. Throws where they cannot be had at all.
 */
export async function loadSettings<T>(
  source: SecretSource | undefined,
  {
    of,
    none,
    read,
    log,
  }: {
    readonly of: string;
    readonly none: T;
    /** Throws one line that names what is missing or wrong, and never shows it. */
    readonly read: (text: string) => T;
    readonly log: Log;
  },
): Promise<T> {
  if (!source) return none;
  const text = await loadSecret(source);
  try {
    return read(text);
  } catch (error) {
    log("ERROR", error instanceof Error ? error.message : `settings of the ${of}`);
    return none;
  }
}
