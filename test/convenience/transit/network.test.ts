import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beijing } from "../../../services/convenience/transit/network/beijing.ts";
import {
  type LineData,
  networkOf,
  ORIGINS_KEPT,
  routeBetween,
  shortestPath,
  stationIn,
} from "../../../services/convenience/transit/network/network.ts";
import { region } from "../../../services/field/region.ts";

const BEIJING = beijing();
const code = (text: string) => {
  const station = stationIn(BEIJING, text);
  if (!station) throw new Error(`no station ${text}`);
  return station.code;
};
const metres = (from: string, to: string) => shortestPath(BEIJING, "METRO", code(from), code(to))?.metres;
const route = (from: string, to: string) => routeBetween(BEIJING, code(from), code(to));

describe("Beijing's metro", () => {
  it.each([
    ["xidan", "tianmen-unknown", undefined],
    ["xidan", "tiananmen-west", 1_217],
    ["xidan", "guomao", 7_165],
    ["xizhimen", "jishuitan", 1_899],
    ["fengtai-railway-station", "capital-university-of-economics-and-business", 1_717],
    ["xizhimen", "dongzhimen", 7_922],
  ])("from %s to %s is %s m the shortest way", (from, to, expected) => {
    expect(stationIn(BEIJING, to) ? metres(from, to) : undefined).toBe(expected);
  });

  it("is as far there as back, and no way round is shorter", () => {
    const stations = fc.constantFrom(...BEIJING.hops.METRO.keys());
    const far = (from: string, to: string) => metres(from, to) ?? Number.NaN;
    fc.assert(
      fc.property(stations, stations, stations, (a, b, c) => {
        expect(far(a, b)).toBe(far(b, a));
        expect(far(a, c)).toBeLessThanOrEqual(far(a, b) + far(b, c));
      }),
      { numRuns: 40 },
    );
  });

  it("reaches the airport through gates of its own", () => {
    const legs = route("xidan", "terminal-3");
    expect(legs?.map(({ area }) => area)).toEqual(["METRO", "AIRPORT"]);
    expect(legs?.[1]?.stations).toEqual(["dongzhimen", "sanyuanqiao", "terminal-3"]);
  });

  it("runs one way through the terminals", () => {
    const between = (from: string, to: string) => route(from, to)?.map(({ stations }) => stations);
    expect(between("terminal-3", "terminal-2")).toEqual([["terminal-3", "terminal-2"]]);
    expect(between("terminal-2", "terminal-3")).toEqual([["terminal-2", "sanyuanqiao", "terminal-3"]]);
  });

  it("takes nobody from a station to itself", () => {
    expect(route("xidan", "xidan")).toEqual([{ area: "METRO", metres: 0, stations: ["xidan"] }]);
  });
});

describe("the ways of a network", () => {
  const searched = () => {
    const asked: string[] = [];
    const watched = new Proxy(BEIJING.hops.METRO, {
      get: (hops, name) => {
        const value: unknown = Reflect.get(hops, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (name === "get") asked.push(String(given[0]));
          return Reflect.apply(value, hops, given);
        };
      },
    });
    return { asked, network: { hops: { ...BEIJING.hops, METRO: watched } } };
  };
  const stations = [...BEIJING.hops.METRO.keys()];

  it("from one station are found by one search, wherever they lead", () => {
    const { asked, network } = searched();
    const from = code("xidan");
    shortestPath(network, "METRO", from, code("guomao"));
    const once = asked.length;
    for (const to of stations) {
      expect(shortestPath(network, "METRO", from, to)).toEqual(shortestPath(BEIJING, "METRO", from, to));
    }
    expect(asked).toHaveLength(once);
  });

  it("are kept of so many stations at most, those that were asked for last", () => {
    const { asked, network } = searched();
    const find = (from: string) => shortestPath(network, "METRO", code(from), code("guomao"));
    const many = stations.slice(0, ORIGINS_KEPT + 20);
    for (const from of many) {
      find(from);
      find("xidan");
    }
    const before = asked.length;
    find("xidan");
    find(many.at(-1) ?? "");
    expect(asked).toHaveLength(before);
    find(many[0] ?? "");
    expect(asked.length).toBeGreaterThan(before);
  });
});

describe("a network's data", () => {
  const line = (...stops: LineData["tracks"][number]["stops"]): LineData => ({
    code: "1",
    name: { zh: "1号线", en: "Line 1" },
    tracks: [{ stops }],
  });

  it("are refused where they contradict themselves", () => {
    const read = (data: LineData) => () => networkOf(region("110000"), [data]);
    expect(read(line(["西单", "Xidan"], ["复兴门", "Fuxingmen"]))).toThrow("how far is it to Fuxingmen?");
    expect(read(line(["西单", "Xidan"], ["复兴门", "Xidan", 1]))).toThrow("both called Xidan");
    expect(read(line())).toThrow("a track has stops");
  });
});
