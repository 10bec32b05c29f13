import type { Log } from "../process/log.ts";
import { loadSecret } from "../process/secret-source.ts";
import type { SecretSource } from "../settings.ts";
import { type Peers, type Protocol, readPeers } from "./peer.ts";

/**
 * The peers that the settings name, once for each process. Settings that make no sense are logged as a fault, and
 * nobody is called until they do: what the platform does besides must not end with them. Throws where they cannot be
 * had at all.
 */
export async function loadPeers(
  settings: SecretSource | undefined,
  protocol: Protocol,
  log: Log,
): Promise<Peers> {
  if (!settings) return {};
  const text = await loadSecret(settings);
  try {
    return readPeers(text, protocol);
  } catch (error) {
    log("ERROR", error instanceof Error ? error.message : `settings of the ${protocol.peer}`);
    return {};
  }
}
