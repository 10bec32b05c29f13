import type { Message } from "../../../kernel/message.ts";
import { TRANSIT_REGIONS } from "./fare-rules.ts";
import { type Network, stationIn } from "./network.ts";
import { networkIn } from "./networks.ts";

/** A line's name, by its code, in whichever region it runs. */
export const findLineName = (line: string): Message | undefined =>
  firstOf(({ lines }) => [...lines.values()].find(({ code }) => code === line)?.name);

/** A station's name, by its code, in whichever region it stands. */
export const findStationName = (station: string): Message | undefined =>
  firstOf((network) => stationIn(network, station)?.name);

const firstOf = (nameIn: (network: Network) => Message | undefined): Message | undefined =>
  TRANSIT_REGIONS.map((region) => {
    const network = networkIn(region);
    return network && nameIn(network);
  }).find((name) => name !== undefined);
