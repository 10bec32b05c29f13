import type { RegionCode } from "../../../field/region.ts";
import { type Decimal, decimal } from "../../../kernel/decimal.ts";

/** A station's name in English as a code: "tiananmen-west". One code whatever number of lines stop there. */
export type StationCode = string & { readonly __id: "station" };
/** "1", "10", "airport". */
export type LineCode = string & { readonly __id: "line" };

export type Name = { readonly zh: string; readonly en: string };

export type Line = {
  readonly code: LineCode;
  readonly name: Name;
  /** Its gates and its price are its own: one who changes to it passes gates, and pays apart. */
  readonly isAirportLine: boolean;
};

export type Station = {
  readonly code: StationCode;
  readonly name: Name;
  readonly lines: readonly Line[];
};

/** The area that stations share without passing gates. */
export type Area = "METRO" | "AIRPORT";

/** A ride to the next station; `metres` along the line. */
type Hop = { readonly to: StationCode; readonly metres: number };
type Hops = ReadonlyMap<StationCode, readonly Hop[]>;

export type Network = {
  readonly region: RegionCode;
  readonly lines: ReadonlyMap<LineCode, Line>;
  /** By code, in the order of their codes. */
  readonly stations: ReadonlyMap<StationCode, Station>;
  readonly hops: Readonly<Record<Area, Hops>>;
};

/** Name in Chinese and English, and metres from the stop before; none for the first. */
export type Stop = readonly [zh: string, en: string, metres?: number];
export type Track = {
  readonly stops: readonly Stop[];
  /** Metres from the last stop back to the first, where trains go round. */
  readonly closes?: number;
  readonly isOneWay?: true;
};
export type LineData = {
  readonly code: string;
  readonly name: Name;
  readonly isAirportLine?: true;
  readonly tracks: readonly Track[];
};

/** The stations in the order of their ride; `metres` is 0 where it ends where it begins. */
export type Path = { readonly metres: number; readonly stations: readonly StationCode[] };

/** Part of a route between two gates, with one price. */
export type Leg = Path & { readonly area: Area };

const codeOf = (english: string): StationCode =>
  english.toLowerCase().replaceAll("'", "").replaceAll(" ", "-") as StationCode;

/** Reads a network from its lines. Throws where the data contradict themselves. */
export function networkOf(region: RegionCode, lines: readonly LineData[]): Network {
  const known = new Map<LineCode, Line>();
  const stations = new Map<StationCode, Station>();
  const hops = { METRO: new Map<StationCode, Hop[]>(), AIRPORT: new Map<StationCode, Hop[]>() };
  for (const { code: text, name, isAirportLine = false, tracks } of lines) {
    const code = text as LineCode;
    const line: Line = { code, name, isAirportLine };
    known.set(code, line);
    for (const track of tracks) {
      for (const stop of track.stops) addStop(stations, stop, line);
      addHops(hops[isAirportLine ? "AIRPORT" : "METRO"], track);
    }
  }
  const byCode = [...stations].sort(([a], [b]) => (a < b ? -1 : 1));
  return { region, lines: known, stations: new Map(byCode), hops };
}

function addStop(stations: Map<StationCode, Station>, [zh, en]: Stop, line: Line): void {
  const code = codeOf(en);
  const known = stations.get(code);
  if (known && known.name.zh !== zh) throw new Error(`${zh} and ${known.name.zh} are both called ${en}`);
  const lines = known?.lines ?? [];
  stations.set(code, { code, name: { zh, en }, lines: lines.includes(line) ? lines : [...lines, line] });
}

function addHops(hops: Map<StationCode, Hop[]>, { stops, closes, isOneWay }: Track): void {
  const [first] = stops;
  if (!first) throw new Error("a track has stops");
  const round: readonly Stop[] = closes === undefined ? stops : [...stops, [first[0], first[1], closes]];
  for (const [i, [, en, metres]] of round.entries()) {
    const before = round[i - 1];
    if (!before) continue;
    if (metres === undefined) throw new Error(`how far is it to ${en}?`);
    const [from, to] = [codeOf(before[1]), codeOf(en)];
    hops.set(from, [...(hops.get(from) ?? []), { to, metres }]);
    if (!isOneWay) hops.set(to, [...(hops.get(to) ?? []), { to: from, metres }]);
  }
}

/**
 * The shortest way within an area (Dijkstra). Beijing prices a ride by the shortest way between its gates, whichever
 * way the passenger took. Undefined where there is none.
 */
export function shortestPath(
  { hops }: Pick<Network, "hops">,
  area: Area,
  from: StationCode,
  to: StationCode,
): Path | undefined {
  if (!hops[area].has(from)) return undefined;
  if (from === to) return { metres: 0, stations: [from] };
  const reached = reachedFrom(hops, area, from);
  const last = reached.get(to);
  if (!last) return undefined;
  const stations = [to];
  for (let at = last.before; at !== undefined; at = reached.get(at)?.before) stations.unshift(at);
  return { metres: last.metres, stations };
}

/** How far each station is, and the one before it on the way there; the first has none before it. */
type Reached = ReadonlyMap<StationCode, { readonly metres: number; readonly before?: StationCode }>;

/** A search serves all ways from its station, and those of so many stations are kept, the latest used. */
export const ORIGINS_KEPT = 64;

/** A card's latest rides are priced again with each tap, and a network does not change. */
const found = new WeakMap<Network["hops"], Map<string, Reached>>();

function reachedFrom(hops: Network["hops"], area: Area, from: StationCode): Reached {
  const kept = found.get(hops) ?? new Map<string, Reached>();
  found.set(hops, kept);
  const question = `${area} ${from}`;
  const reached = kept.get(question) ?? searchFrom(hops[area], from);
  // The one that was asked for last stands last.
  kept.delete(question);
  kept.set(question, reached);
  const [eldest] = kept.keys();
  if (kept.size > ORIGINS_KEPT && eldest !== undefined) kept.delete(eldest);
  return reached;
}

function searchFrom(within: Hops, from: StationCode): Reached {
  const best = new Map<StationCode, { metres: number; before?: StationCode }>([[from, { metres: 0 }]]);
  const open = new Set([from]);
  for (;;) {
    let next: StationCode | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const station of open) {
      const metres = best.get(station)?.metres ?? least;
      if (metres < least) [next, least] = [station, metres];
    }
    if (next === undefined) return best;
    open.delete(next);
    for (const hop of within.get(next) ?? []) {
      const metres = least + hop.metres;
      if (metres >= (best.get(hop.to)?.metres ?? Number.POSITIVE_INFINITY)) continue;
      best.set(hop.to, { metres, before: next });
      open.add(hop.to);
    }
  }
}

/** How a ride's areas can follow each other, the cheaper first: where both are possible the metro is meant. */
const AREAS: readonly (readonly Area[])[] = [
  ["METRO"],
  ["AIRPORT"],
  ["METRO", "AIRPORT"],
  ["AIRPORT", "METRO"],
  ["AIRPORT", "METRO", "AIRPORT"],
];

/**
 * The way from one station to another as it is paid: within an area it is one leg; from the metro to an airport line
 * or back it is two, from one airport to the other three, through the gates of the interchanges that make it shortest.
 * Undefined where there is no way.
 */
export function routeBetween(
  network: Network,
  from: StationCode,
  to: StationCode,
): readonly Leg[] | undefined {
  for (const areas of AREAS) {
    const legs = legsThrough(network, areas, from, to);
    if (legs) return legs;
  }
  return undefined;
}

function legsThrough(
  network: Network,
  [area, ...further]: readonly Area[],
  from: StationCode,
  to: StationCode,
): readonly Leg[] | undefined {
  if (!area) return undefined;
  if (further.length === 0) {
    const path = shortestPath(network, area, from, to);
    return path && [{ area, ...path }];
  }
  let shortest: readonly Leg[] | undefined;
  for (const interchange of network.hops.AIRPORT.keys()) {
    const before = shortestPath(network, area, from, interchange);
    const after = before && legsThrough(network, further, interchange, to);
    if (!after) continue;
    const legs = [{ area, ...before }, ...after];
    if (!shortest || metresOf(legs) < metresOf(shortest)) shortest = legs;
  }
  return shortest;
}

const metresOf = (legs: readonly Leg[]): number => legs.reduce((sum, { metres }) => sum + metres, 0);

/** The station with a code from outside. */
export const stationIn = ({ stations }: Network, code: string): Station | undefined =>
  stations.get(code as StationCode);

/** The line whose own gates stand at a station; undefined where there are none. */
export const ownLineAt = ({ stations }: Network, code: StationCode): LineCode | undefined =>
  stations.get(code)?.lines.find(({ isAirportLine }) => isAirportLine)?.code;

/** 12,345 m is 12.345 km. */
export function kmOf(metres: number): Decimal {
  const digits = String(metres).padStart(4, "0");
  return decimal(`${digits.slice(0, -3)}.${digits.slice(-3)}`);
}
