import { breach, type Rule, shown, shownPackage } from "./breach.ts";
import type { Edge, House } from "./house.ts";
import { rulesBrokenBy } from "./layers.ts";
import { isOfService, type Place, type Role } from "./place.ts";
import { impurities, waits } from "./source-file.ts";

/** The infrastructure may know these of the services: names, and what each service states of itself. */
const INFRA_READS = [
  "services/app/registry.ts",
  "services/app/settings.ts",
  "services/api/oidc.ts",
  "services/kernel/database/tables.ts",
  "services/kernel/documents/document.ts",
  "services/kernel/needs.ts",
  "services/kernel/process/config.ts",
  "services/kernel/process/trusted-issuers.ts",
  "services/kernel/service.ts",
  "services/kernel/settings.ts",
];

/** The port of the API that an entry point opens for it. */
const ENTRY_POINTS_OPEN = ["services/api/oidc.ts"];

/**
 * Packages that compute and do nothing else, for the nouns that need one: a checksum, a comparison in constant time,
 * the judgement of a JSON Schema, of a rule, of a network's addresses, the squares of a QR code.
 */
const PURE_PACKAGES = [
  ...["node:crypto", "node:zlib", "ajv/dist/2020.js"],
  ...["ipaddr.js", "json-logic-engine", "lean-qr"],
];

/** The part that an imported file or package plays for the file that imports it. */
type Imported =
  | Role
  | `another service's ${Role}`
  | "names"
  | "opened port"
  | "pure package"
  | "calendar package"
  | "graphql"
  | "database package"
  | "package";

const PURE = ["kernel", "field", "pure package"] as const;
const PORTS = [...PURE, "kernel port"] as const;
const NOUNS = ["noun", "messages", "another service's noun"] as const;
const INDEXES = ["another service's index", "another service's noun"] as const;
const OF_NOUN = [...PURE, ...NOUNS] as const;
const OF_RESOLVERS = [
  ...PORTS,
  ...NOUNS,
  ...INDEXES,
  ...(["api", "graphql", "index", "statement", "use case"] as const),
  ...(["for resolvers", "another service's for resolvers"] as const),
] as const;

/** For each role the imports that it may have: the design's "who may call whom". Any other is refused. */
const MAY_IMPORT: Readonly<Record<Exclude<Role, "local" | "elsewhere" | "nowhere">, readonly Imported[]>> = {
  web: ["web", "another service's noun", "another service's use case", "package", "pure package"],
  functions: [...PORTS, ...INDEXES, "app", "opened port", "database package", "package"],
  infra: ["infra", "names", "package", "pure package"],
  app: [
    ...PORTS,
    ...INDEXES,
    ...(["app", "api", "graphql", "package"] as const),
    ...(["another service's list of resolvers", "another service's runtime"] as const),
    "another service's statement",
  ],
  api: [...PORTS, "api", "graphql", "package"],
  field: ["kernel", "field", "pure package", "calendar package"],
  kernel: ["kernel", "kernel port", "pure package", "calendar package", "database package", "package"],
  "kernel port": ["kernel", "kernel port", "pure package", "database package", "package"],
  resolvers: OF_RESOLVERS,
  "for resolvers": OF_RESOLVERS,
  "list of resolvers": ["api", "resolvers", "noun"],
  runtime: [...PORTS, ...NOUNS, ...INDEXES, "statement", "use case", "store"],
  index: [...PORTS, ...NOUNS, "use case", "store", "for resolvers"],
  models: [...PORTS, ...NOUNS, ...INDEXES, "api", "index", "use case", "store", "for resolvers"],
  "use case": [...PORTS, ...NOUNS, ...INDEXES, "use case", "store", "package"],
  store: [...PORTS, ...NOUNS, "database package"],
  statement: OF_NOUN,
  messages: OF_NOUN,
  noun: OF_NOUN,
};

/** Data, types and decisions. A file whose name says that it is one may not turn into a use case by waiting. */
const PURE_ROLES: readonly Role[] = ["noun", "statement", "models", "messages", "field"];

/** Files that import or do what their role keeps them from. Edges that break a rule of the layers are told there. */
export function roleBreaches({ files, edges, packages }: House): readonly string[] {
  return [
    ...edges.filter((edge) => isOfRoles(edge)).flatMap((edge) => wrongEdge(edge)),
    ...packages.flatMap(({ from, specifier }) => {
      const kind = packageKind(specifier);
      if (mayImport(from.role, kind)) return [];
      return [breach(ruleOf(from, kind), shownPackage({ from, specifier }, kind))];
    }),
    ...files.flatMap(({ place, text }) => notPure(place, text)),
  ];
}

/** To add to an open interface is to import nothing that runs: the layers judge it, and the role does not. */
const isOfRoles = (edge: Edge): boolean =>
  !(edge.form === "declare module" && isOfService(edge.from)) &&
  edge.to.layer !== "nowhere" &&
  rulesBrokenBy(edge).length === 0;

function wrongEdge(edge: Edge): readonly string[] {
  const { from, form, isListed } = edge;
  if (from.role === "index" && !isListed) return [breach("an index lists what it passes on", shown(edge))];
  if (from.role === "models" && form === "value") return [breach("models are types", shown(edge))];
  const kind = importedAs(edge);
  return mayImport(from.role, kind) ? [] : [breach(ruleOf(from, kind), shown(edge, kind))];
}

const STORAGE: readonly Imported[] = ["store", "another service's store", "database package"];

const isOfResolvers = ({ role }: Place): boolean => role === "resolvers" || role === "for resolvers";

function ruleOf(place: Place, imported: Imported): Rule {
  const { role } = place;
  if (role === "functions") return "entry points go through app or an index";
  if (role === "infra") return "infra reads names only";
  if (PURE_ROLES.includes(role)) return "nouns are pure";
  const isStorage = STORAGE.includes(imported);
  return isStorage && isOfResolvers(place) ? "resolvers import no store" : "who may import whom";
}

function mayImport(role: Role, imported: Imported): boolean {
  if (role === "local" || role === "nowhere" || role === "elsewhere") return true;
  return MAY_IMPORT[role].includes(imported);
}

function importedAs(edge: Edge): Imported {
  const { from, to, brings } = edge;
  if (from.layer === "infra" && INFRA_READS.includes(to.path)) return "names";
  if (from.layer === "functions" && ENTRY_POINTS_OPEN.includes(to.path)) return "opened port";
  if (!isOfService(to)) return readsDatabase(edge) ? "database package" : to.role;
  const bringsStore = isOfResolvers(from) && brings.includes("store");
  if (from.unit === to.unit) return bringsStore ? "store" : to.role;
  if (bringsStore) return "another service's store";
  return `another service's ${to.role === "index" ? behindIndex(edge) : to.role}`;
}

/** A resolver hands the database on, and may name its types; what reads and writes in it is a store's. */
const readsDatabase = ({ from, to, form }: Edge): boolean =>
  isOfResolvers(from) && isOfService(from) && to.node === "kernel/database" && form !== "type";

/** An index passes on nouns, which other nouns may use, and what resolvers share, which use cases may not. */
function behindIndex({ brings }: Edge): Role {
  if (brings.includes("for resolvers")) return "for resolvers";
  return brings.length > 0 && brings.every((role) => role === "noun") ? "noun" : "index";
}

function packageKind(specifier: string): Imported {
  if (PURE_PACKAGES.includes(specifier)) return "pure package";
  if (/^(chinese-days|temporal-polyfill)(\/|$)/.test(specifier)) return "calendar package";
  if (/^(@aws-sdk|@smithy|dynamodb-toolbox)(\/|$)/.test(specifier)) return "database package";
  return /^(graphql|@graphql-tools|@apollo|@as-integrations)(\/|$)/.test(specifier) ? "graphql" : "package";
}

function notPure({ path, role }: Place, text: string): readonly string[] {
  if (!PURE_ROLES.includes(role)) return [];
  const found = waits(text) ? [...impurities(text), "await"] : impurities(text);
  return found.map((what) => breach("nouns are pure", `${path} (${role}) uses ${what}`));
}
