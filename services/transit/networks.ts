import type { RegionCode } from "../platform/region.ts";
import type { Network } from "./network.ts";
import { BEIJING } from "./networks/beijing.ts";

const NETWORKS: readonly Network[] = [BEIJING];

/** The stations and distances of a region's metro; undefined where the platform knows none. */
export const networkIn = (region: RegionCode): Network | undefined =>
  NETWORKS.find((network) => network.region === region);
