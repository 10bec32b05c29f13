import { breach, type Rule } from "./breach.ts";
import type { Edge, House } from "./house.ts";
import { isOfService, type Place } from "./place.ts";

/** The nodes to which each node leads, each with an edge of files that does so. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, Edge>>;

/** Every knot of services, of a unit's rooms and of files, each told by its shortest cycle. */
export function cycleBreaches({ edges }: House): readonly string[] {
  const placed = edges.filter(({ from, to }) => isPlaced(from) && isPlaced(to));
  return [
    ...cyclesOf(
      "no cycle of services",
      graphOf(placed, ({ unit }) => unit),
    ),
    ...cyclesOf(
      "no cycle of rooms",
      graphOf(placed.filter(isWithinUnit), ({ node }) => node),
    ),
    ...cyclesOf(
      "no cycle of files",
      graphOf(placed, ({ path }) => path),
    ),
  ];
}

const isPlaced = ({ layer }: Place): boolean => layer !== "elsewhere" && layer !== "nowhere";

/** The folder graph is a service's own; what leads from one to another is the graph of services. */
const isWithinUnit = ({ from, to }: Edge): boolean => from.unit === to.unit && hasRooms(from);

/** The kernel, the other grounds of the services, the services and the front-ends: not `local`, which may import anything. */
const hasRooms = (place: Place): boolean =>
  isOfService(place) || ["kernel", "field", "api", "app", "web"].includes(place.layer);

function graphOf(edges: readonly Edge[], nodeOf: (place: Place) => string): Graph {
  const graph = new Map<string, Map<string, Edge>>();
  for (const edge of edges) {
    const [from, to] = [nodeOf(edge.from), nodeOf(edge.to)];
    if (from === to && from !== edge.from.path) continue;
    const next = graph.get(from) ?? new Map<string, Edge>();
    if (!next.has(to)) next.set(to, edge);
    graph.set(from, next);
  }
  return graph;
}

const nextOf = (graph: Graph, node: string): readonly string[] => [...(graph.get(node)?.keys() ?? [])];

function cyclesOf(rule: Rule, graph: Graph): readonly string[] {
  return knotsOf(graph).map((knot) => {
    const cycle = shortestCycle(graph, knot);
    const size = knot.size < cycle.length ? "" : `, one way round in a knot of ${knot.size}`;
    return breach(rule, `${cycle.join(" → ")}${filesOf(graph, cycle)}${size}`);
  });
}

/** The sets of nodes of which each leads to each. */
function knotsOf(graph: Graph): readonly ReadonlySet<string>[] {
  const reach = new Map([...graph.keys()].map((node) => [node, reachOf(graph, node)]));
  const knots: ReadonlySet<string>[] = [];
  for (const [node, reached] of reach) {
    if (!reached.has(node) || knots.some((knot) => knot.has(node))) continue;
    knots.push(new Set([...reached].filter((other) => reach.get(other)?.has(node))));
  }
  return knots;
}

function reachOf(graph: Graph, start: string): ReadonlySet<string> {
  const reached = new Set(nextOf(graph, start));
  // A set that grows while it is walked is walked to its end.
  for (const node of reached) for (const next of nextOf(graph, node)) reached.add(next);
  return reached;
}

/** The nodes of the shortest way round, from the first by name and back to it. */
function shortestCycle(graph: Graph, knot: ReadonlySet<string>): readonly string[] {
  const cycles = [...knot].sort().map((node) => wayBack(graph, node));
  return cycles.reduce((shortest, cycle) => (cycle.length < shortest.length ? cycle : shortest));
}

function wayBack(graph: Graph, start: string): readonly string[] {
  const ways = new Map(nextOf(graph, start).map((node) => [node, [start, node]]));
  for (const [node, way] of ways) {
    if (node === start) return way;
    for (const next of nextOf(graph, node)) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return [];
}

/** For each step between folders, two files that make it. */
function filesOf(graph: Graph, cycle: readonly string[]): string {
  const steps = cycle.slice(1).flatMap((to, index) => graph.get(cycle[index] ?? "")?.get(to) ?? []);
  const files = steps.map(({ from, to }) => `${from.path} → ${to.path}`);
  return steps.every(({ from }) => graph.has(from.path)) ? "" : ` (${files.join(", ")})`;
}
