import type { Send } from "../../../kernel/bounded-fetch.ts";
import { loadSettings } from "../../../kernel/process/load-settings.ts";
import type { Outside } from "../../../kernel/service-runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import { openHttpPeers } from "./http-peers.ts";
import type { PeerPlatforms } from "./peer-platforms.ts";
import { NO_PEERS, PEERS, readPeersByRegion } from "./peer-settings.ts";

/**
 * Opens the platforms of other regions, once for each process. Where their settings make no sense (`loadSettings`) no code is redeemed;
 * what is verified by its signature needs none. Throws where they cannot be had at all.
 */
export async function openPeerPlatforms(
  { licencePeers }: Pick<Settings, "licencePeers">,
  { runtime, log }: Omit<Outside, "config">,
  send: Send = fetch,
): Promise<PeerPlatforms> {
  const peers = await loadSettings(licencePeers, { of: PEERS, none: NO_PEERS, read: readPeersByRegion, log });
  return openHttpPeers(peers, { runtime, log, send });
}
