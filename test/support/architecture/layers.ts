import { breach, type Rule, shown, shownPackage } from "./breach.ts";
import type { Edge, House } from "./house.ts";
import { isFrontIndex, isOfService, type Layer, type Role } from "./place.ts";

/** Each layer's height: one imports what is below it. Convenience and government stand side by side. */
const HEIGHTS: Readonly<Partial<Record<Layer, number>>> = {
  kernel: 0,
  field: 1,
  api: 2,
  people: 3,
  money: 4,
  convenience: 5,
  government: 5,
  app: 6,
  functions: 7,
  infra: 7,
};

/**
 * The services of government, each with those that it stands on, and so with those that they stand on. A service that is
 * not named stands on top of all that are.
 */
const GOVERNMENT: Readonly<Record<string, readonly string[]>> = {
  catalogue: [],
  figures: ["catalogue"],
  inspectors: ["catalogue"],
  cases: ["figures", "inspectors"],
  licences: ["cases"],
  "housing-fund": ["cases"],
  halls: ["cases"],
  supervision: ["cases"],
  inspections: ["licences"],
};

/** The files of a service that the registry and the composition put together, besides its index. */
const FOR_APP: readonly Role[] = ["list of resolvers", "runtime", "statement"];

/** The files that may declare an open interface, to which higher services add their own entries. */
const DECLARING: readonly Role[] = ["noun", "use case"];

/** The libraries of the services that run on a person's phone as well. */
const FOR_PHONES: readonly string[] = [
  ...["ride-code.ts", "es256.ts"].map((name) => `services/convenience/transit/ride-codes/${name}`),
  "services/government/licences/verify.ts",
  ...["es256.ts", "present.ts", "reasons.ts", "signing.ts", "verifier-memory.ts"].map(
    (name) => `services/government/licences/credentials/${name}`,
  ),
];

/** The edges that lead upward, sideways or past an index, and the files that stand in no place of the design. */
export function layerBreaches({ files, edges, packages }: House): readonly string[] {
  const placeless = files.filter(({ place }) => place.layer === "nowhere");
  return [
    ...placeless.map(({ place }) => breach("every file has its place", place.path)),
    ...packages
      .filter(({ from, specifier }) => from.layer === "web" && specifier.startsWith("node:"))
      .map((found) => breach("web runs in a browser", shownPackage(found, "package"))),
    ...edges.flatMap((edge) => rulesBrokenBy(edge).map((rule) => breach(rule, shown(edge)))),
  ];
}

/** The rules of the layers that an edge breaks. */
export function rulesBrokenBy(edge: Edge): readonly Rule[] {
  const { from, to } = edge;
  if (to.layer === "elsewhere") return ["nothing imports test or bench"];
  if (from.layer === "local") return [];
  if (to.layer === "local") return ["nothing imports local"];
  if (from.layer === "web") return ofWeb(edge);
  if (to.layer === "web") return ["nothing imports web"];
  if (from.layer === "infra") return [];
  const broken: Rule[] = [];
  if (isUpward(edge)) broken.push("nothing below imports what is above");
  if (isSideways(edge)) broken.push("convenience and government never meet");
  if (isAgainstOrder(edge)) broken.push("government's services have an order");
  if (isPastIndex(edge, broken.length === 0)) broken.push("a service is reached by its index");
  return broken;
}

/** A front-end knows the schema, what front-ends share, and the libraries for phones. */
function ofWeb({ from, to }: Edge): readonly Rule[] {
  if (to.layer !== "web") return FOR_PHONES.includes(to.path) ? [] : ["web stands on the schema alone"];
  const isShared = to.unit === "web/shared" || to.unit === from.unit;
  return isShared ? [] : ["front-ends share what is shared"];
}

function isUpward({ from, to }: Edge): boolean {
  const [below, above] = [HEIGHTS[from.layer], HEIGHTS[to.layer]];
  return below !== undefined && above !== undefined && below < above;
}

const SIDE_BY_SIDE: readonly Layer[] = ["convenience", "government"];

const isSideways = ({ from, to }: Edge): boolean =>
  from.layer !== to.layer && SIDE_BY_SIDE.includes(from.layer) && SIDE_BY_SIDE.includes(to.layer);

function isAgainstOrder({ from, to }: Edge): boolean {
  if (from.layer !== "government" || to.layer !== "government" || from.unit === to.unit) return false;
  const [higher, lower] = [from, to].map(({ unit }) => unit.slice("government/".length));
  if (higher === undefined || lower === undefined || GOVERNMENT[higher] === undefined) return false;
  return !groundOf(higher).has(lower);
}

/** All the services of government on which this one stands. */
const groundOf = (service: string): ReadonlySet<string> =>
  new Set((GOVERNMENT[service] ?? []).flatMap((next) => [next, ...groundOf(next)]));

/**
 * The one case past another service's index: `declare module` has to name the file that declares an open interface, for
 * TypeScript merges nothing through a file that passes it on.
 */
function isPastIndex({ from, to, form }: Edge, isDownward: boolean): boolean {
  if (!isOfService(to) || from.unit === to.unit || isFrontIndex(to)) return false;
  if (from.layer === "app") return !FOR_APP.includes(to.role);
  const addsEntries = form === "declare module" && isOfService(from);
  return !(addsEntries && isDownward && DECLARING.includes(to.role));
}
