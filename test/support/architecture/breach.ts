import type { Edge, PackageImport } from "./house.ts";

/** The design's rules, as a breach names them. */
export type Rule =
  | "every file has its place"
  | "nothing imports test or bench"
  | "nothing imports local"
  | "nothing imports web"
  | "web stands on the schema alone"
  | "front-ends share what is shared"
  | "web runs in a browser"
  | "nothing below imports what is above"
  | "convenience and government never meet"
  | "government's services have an order"
  | "a service is reached by its index"
  | "infra reads names only"
  | "entry points go through app or an index"
  | "resolvers import no store"
  | "nouns are pure"
  | "models are types"
  | "an index lists what it passes on"
  | "who may import whom"
  | "no cycle of services"
  | "no cycle of rooms"
  | "no cycle of files"
  | "races are decided in one way"
  | "a file has an end";

/** A breach on one line: the rule, and the edge or the file that breaks it. */
export const breach = (rule: Rule, what: string): string => `${rule}: ${what}`;

/** An edge as breaches show it. */
export const shown = ({ from, to }: Edge, kind: string = to.role): string =>
  `${from.path} (${from.role}) → ${to.path} (${kind})`;

/** An import of a package as breaches show it. */
export const shownPackage = ({ from, specifier }: PackageImport, kind: string): string =>
  `${from.path} (${from.role}) → ${specifier} (${kind})`;
