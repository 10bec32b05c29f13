import { loadSettings } from "../process/load-settings.ts";
import type { Log } from "../process/log.ts";
import type { SecretSource } from "../settings.ts";
import { type Peers, type Protocol, readPeers } from "./peer.ts";

/** The peers that the settings name, as `loadSettings` has them: nobody where they make no sense. */
export const loadPeers = (settings: SecretSource | undefined, protocol: Protocol, log: Log): Promise<Peers> =>
  loadSettings<Peers>(settings, {
    ...{ of: protocol.peer, none: {}, log },
    read: (text) => readPeers(text, protocol),
  });
