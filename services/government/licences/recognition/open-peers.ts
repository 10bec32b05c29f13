import { loadSecret } from "../../../kernel/process/secret-source.ts";
import type { Outside } from "../../../kernel/service-runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import { openHttpPeers } from "./http-peers.ts";
import type { PeerPlatforms } from "./peer-platforms.ts";
import { NO_PEERS, type PeersByRegion, readPeersByRegion } from "./peer-settings.ts";

/**
 * Opens the platforms of other regions, once for each process. Settings that make no sense are logged as a fault, and no code is
 * redeemed until they do; what is verified by its signature needs none. Throws where they cannot be had at all.
 */
export const openPeerPlatforms = async (
  { licencePeers }: Pick<Settings, "licencePeers">,
  { runtime, log }: Omit<Outside, "config">,
  send: (address: string, init: RequestInit) => Promise<Response> = fetch,
): Promise<PeerPlatforms> => openHttpPeers(await load(licencePeers, log), { runtime, log, send });

async function load(settings: Settings["licencePeers"], log: Outside["log"]): Promise<PeersByRegion> {
  if (!settings) return NO_PEERS;
  const text = await loadSecret(settings);
  try {
    return readPeersByRegion(text);
  } catch (error) {
    log("ERROR", error instanceof Error ? error.message : "settings of the platforms of other regions");
    return NO_PEERS;
  }
}
