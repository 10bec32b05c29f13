import { posix } from "node:path";
import { importsOf, type SourceFile, waits } from "./source-file.ts";

const AREAS = ["people", "money", "convenience", "government"] as const;
export type Area = (typeof AREAS)[number];

/** The folders of `services/` that are no areas: each is one whole, and its files are imported one by one. */
const GROUNDS = ["kernel", "field", "api", "app"] as const;
type Ground = (typeof GROUNDS)[number];

const ROOTS = ["functions", "infra", "local", "web"] as const;
type Root = (typeof ROOTS)[number];

/** "elsewhere" is `test`, `bench` and whatever else is no part of the software; "nowhere" has no place in the design. */
export type Layer = Area | Ground | Root | "elsewhere" | "nowhere";

/** The part that a file plays, for those who import it. */
export type Role =
  | Exclude<Layer, Area>
  | "kernel port"
  | "index"
  | "statement"
  | "runtime"
  | "models"
  | "messages"
  | "resolvers"
  | "list of resolvers"
  | "for resolvers"
  | "store"
  | "use case"
  | "noun";

/** A file's place in the house, and the part that it plays. */
export type Place = {
  readonly path: string;
  readonly layer: Layer;
  /** The service, "government/cases"; for a file that is of none, its layer. */
  readonly unit: string;
  /** A node of the unit's folder graph: a room of it, or a file that stands in front of the rooms. */
  readonly node: string;
  readonly role: Role;
};

export function placeOf({ path, text }: SourceFile): Place {
  const [root = "", ...steps] = path.split("/");
  const [first = ""] = steps;
  // Each front-end is a unit of its own, and so is all that they share.
  if (root === "web") return placed(path, root, `web/${first}`, steps.slice(1), root);
  if (isOneOf(ROOTS, root)) return placed(path, root, root, steps, root);
  if (root !== "services") return placed(path, "elsewhere", root, steps, "elsewhere");
  if (isOneOf(GROUNDS, first))
    return placed(path, first, first, steps.slice(1), groundRole(first, path, text));
  if (isOneOf(AREAS, first) && steps.length > 2) {
    const [, service = "", ...rest] = steps;
    return placed(path, first, `${first}/${service}`, rest, roleInService(path, text));
  }
  return placed(path, "nowhere", path, [], "nowhere");
}

function placed(path: string, layer: Layer, unit: string, steps: readonly string[], role: Role): Place {
  return { path, layer, unit, node: [unit, ...steps.slice(0, 1)].join("/"), role };
}

/** A service has an index and an inside; the other layers are open. */
export const isOfService = ({ layer }: Place): boolean => isOneOf(AREAS, layer);

/** A service's way in. A room's own `index.ts` is none. */
export const isFrontIndex = ({ role, path, unit }: Place): boolean =>
  role === "index" && posix.dirname(path) === `services/${unit}`;

const groundRole = (ground: Ground, path: string, text: string): Role =>
  ground === "kernel" && waitsOrKnowsDatabase(path, text) ? "kernel port" : ground;

/**
 * The names that say what a file of a service is. `…-ports.ts`, `…-refusals.ts` and `…-refusal-models.ts` are what several
 * resolvers share: they know the API's context and its refusals, and use cases do not import them.
 */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^index\.ts$/, "index"],
  [/^service\.ts$/, "statement"],
  [/^runtime\.ts$/, "runtime"],
  [/^models\.ts$/, "models"],
  [/^messages\.ts$/, "messages"],
  [/^keys\.ts$/, "noun"],
  [/^api\.ts$/, "list of resolvers"],
  [/^(.+-)?resolvers\.ts$/, "resolvers"],
  [/^(.+-)?(refusals|refusal-models|ports)\.ts$/, "for resolvers"],
  [/^(.+-)?store\.ts$/, "store"],
];

/**
 * In a service the name says what a file is. Of the files without such a name, one that waits or knows the database is a
 * use case; one that does neither is a noun. So a noun that begins to wait becomes a use case, and shows as a breach in
 * the nouns and the store that import it.
 */
function roleInService(path: string, text: string): Role {
  const name = posix.basename(path);
  const named = ROLES.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  return waitsOrKnowsDatabase(path, text) ? "use case" : "noun";
}

const PORTS = /^services\/kernel\/(commit\/commit|database\/(database|entity|record-reader|wire))\.ts$/;

const waitsOrKnowsDatabase = (path: string, text: string): boolean =>
  waits(text) || importsOf(text).some(({ specifier }) => PORTS.test(pathOf(path, specifier)));

/** The path that a relative specifier means in the file `from`. */
export const pathOf = (from: string, specifier: string): string => posix.join(posix.dirname(from), specifier);

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  list.some((entry) => entry === value);
