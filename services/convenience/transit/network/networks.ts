import type { RegionCode } from "../../../field/region.ts";
import { beijing } from "./beijing.ts";
import type { Network } from "./network.ts";

/** By region. Made on first use: most processes never ask. */
const MAKERS: Readonly<Record<string, () => Network>> = { "110000": beijing };
const made = new Map<RegionCode, Network>();

/** The stations and distances of a region's metro; undefined where the platform knows none. */
export function networkIn(region: RegionCode): Network | undefined {
  const network = made.get(region) ?? MAKERS[region]?.();
  if (network) made.set(region, network);
  return network;
}
