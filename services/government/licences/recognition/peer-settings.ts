import { isRegionCode, type RegionCode } from "../../../field/region.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { isFields } from "../../../kernel/fields.ts";
import { settingsByMode, wrongSettings } from "../../../kernel/process/secret-settings.ts";

/** A platform of another region, and our key there: of a partner with the scope LICENCE_CODES. */
export type Peer = { readonly origin: string; readonly apiKey: string };

/** The peers of each mode, by the region whose platform they are. */
export type PeersByRegion = Readonly<Record<Mode, ReadonlyMap<RegionCode, Peer>>>;

/** As logs and faults call them. */
export const PEERS = "platforms of other regions";

export const NO_PEERS: PeersByRegion = { live: new Map(), test: new Map() };

/**
 * Reads the JSON of the secret: `{ live: { "120000": { origin, apiKey } }, test: … }`, of which either may be left out. Throws one
 * line that names what is missing or wrong, and never shows it.
 */
export function readPeersByRegion(text: string): PeersByRegion {
  const { live = {}, test = {} } = settingsByMode(text, PEERS);
  return { live: peersIn("live", live), test: peersIn("test", test) };
}

const wrong = (problem: string): Error => wrongSettings(PEERS, problem);

function peersIn(mode: Mode, given: unknown): ReadonlyMap<RegionCode, Peer> {
  if (!isFields(given)) throw wrong(`${mode} is no object`);
  return new Map(
    Object.entries(given).map(([region, settings]) => {
      if (!isRegionCode(region)) throw wrong(`${mode} names a region that is none`);
      const { origin, apiKey } = isFields(settings) ? settings : {};
      const url = typeof origin === "string" ? URL.parse(origin) : null;
      if (typeof origin !== "string" || url?.origin !== origin || url.protocol !== "https:")
        throw wrong(`origin of ${mode} ${region} is no address of https without a path`);
      if (typeof apiKey !== "string" || apiKey === "") throw wrong(`apiKey of ${mode} ${region} is no text`);
      return [region, { origin, apiKey }] as const;
    }),
  );
}
