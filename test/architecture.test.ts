import { globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { breaches } from "./support/architecture/breaches.ts";
import {
  ADDED_ENTRY,
  FRONT_NOUN,
  house,
  houseWith,
  INDEX,
  isOfCycle,
  LIST,
  MESSAGES,
  MODELS,
  NOUN,
  RESOLVERS,
  RUNTIME,
  STATEMENT,
  STORE,
  USE_CASE,
  withoutRoles,
} from "./support/architecture/orderly-house.ts";
import type { SourceFile } from "./support/architecture/source-file.ts";

const ROOTS = ["functions", "infra", "local", "services", "web"];

const sources = (): readonly SourceFile[] =>
  globSync(`{${ROOTS.join(",")}}/**/*.{ts,tsx,mjs}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("who may call whom", () => {
  it("holds for every file, and no file is longer than a reader takes in", () => {
    const files = sources();
    for (const root of ROOTS) expect(files.some(({ path }) => path.startsWith(`${root}/`))).toBe(true);
    expect(breaches(files)).toEqual([]);
  });
});

/** The breaches but for cycles, which an edge upward closes as well; without what each file is. */
const edgesOf = (files: readonly SourceFile[]): readonly string[] =>
  breaches(files)
    .filter((line) => !isOfCycle(line))
    .map(withoutRoles);

/** The breaches of a house in which `path` imports this as well. */
const withImport = (path: string, specifier: string): readonly string[] =>
  edgesOf(houseWith({ [path]: `import { x } from "${specifier}";` }));

const targetOf = (path: string, specifier: string): string =>
  specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier;

const UPWARD = "nothing below imports what is above";
const SIDEWAYS = "convenience and government never meet";
const ORDER = "government's services have an order";
const BY_INDEX = "a service is reached by its index";
const NO_LOCAL = "nothing imports local";
const NO_TEST = "nothing imports test or bench";
const NO_WEB = "nothing imports web";
const SCHEMA_ALONE = "web stands on the schema alone";
const SHARED = "front-ends share what is shared";
const BROWSER = "web runs in a browser";
const PORTAL = "web/portal/main.tsx";
const INFRA = "infra reads names only";
const ENTRY = "entry points go through app or an index";
const NO_STORE = "resolvers import no store";
const PURE = "nouns are pure";
const WHO = "who may import whom";

const GOVERNMENT = "services/government";
const CASE_NOUN = `${GOVERNMENT}/cases/case.ts`;
const PAY_RIDE = "services/convenience/transit/pay-ride.ts";
const POST_TRANSFER = "services/money/ledger/post-transfer.ts";
const PROFILE = "services/people/citizens/profile.ts";

describe("the check itself", () => {
  it("finds nothing in a house in order", () => {
    expect(breaches(house())).toEqual([]);
  });

  it.each([
    [UPWARD, "services/kernel/result.ts", "../people/todo/index.ts"],
    [UPWARD, "services/kernel/result.ts", "../field/region.ts"],
    [UPWARD, "services/kernel/commit/commit.ts", "../../api/context.ts"],
    [UPWARD, "services/field/region.ts", "../government/halls/index.ts"],
    [UPWARD, "services/field/region.ts", "../api/context.ts"],
    [UPWARD, "services/api/context.ts", "../people/citizens/index.ts"],
    [UPWARD, "services/api/generated/types.ts", "../../government/halls/index.ts"],
    [UPWARD, "services/api/context.ts", "../app/compose.ts"],
    [UPWARD, PROFILE, "../../money/ledger/index.ts"],
    [UPWARD, POST_TRANSFER, "../../convenience/transit/index.ts"],
    [UPWARD, POST_TRANSFER, "../../government/halls/index.ts"],
    [UPWARD, RESOLVERS, "../../../app/compose.ts"],
    [UPWARD, USE_CASE, "../../../../functions/graphql.ts"],
    [UPWARD, USE_CASE, "../../../../infra/app.ts"],
    [SIDEWAYS, PAY_RIDE, "../../government/cases/index.ts"],
    [SIDEWAYS, USE_CASE, "../../../convenience/transit/index.ts"],
    [ORDER, `${GOVERNMENT}/cases/submit-case.ts`, "../licences/index.ts"],
    [ORDER, `${GOVERNMENT}/catalogue/publish-item.ts`, "../cases/index.ts"],
    [ORDER, USE_CASE, "../../licences/index.ts"],
    [ORDER, `${GOVERNMENT}/cases/submit-case.ts`, "../permits/index.ts"],
    [BY_INDEX, USE_CASE, "../../cases/submit-case.ts"],
    [BY_INDEX, NOUN, "../../catalogue/item.ts"],
    [BY_INDEX, RESOLVERS, "../../cases/applicant-ports.ts"],
    [BY_INDEX, RESOLVERS, "../../../people/todo/store.ts"],
    [BY_INDEX, RESOLVERS, "../../cases/materials/index.ts"],
    [BY_INDEX, "services/app/compose.ts", "../government/halls/tickets/ticket-store.ts"],
    [BY_INDEX, "services/app/compose.ts", "../government/halls/hall.ts"],
    [BY_INDEX, "services/app/api.ts", "../government/halls/tickets/resolvers.ts"],
    [BY_INDEX, "services/app/registry.ts", "../government/halls/messages.ts"],
    [BY_INDEX, "functions/graphql.ts", "../services/government/halls/hall.ts"],
    [BY_INDEX, "functions/graphql.ts", "../services/government/halls/tickets/resolvers.ts"],
    [NO_LOCAL, "functions/graphql.ts", "../local/start.ts"],
    [NO_LOCAL, "infra/app.ts", "../local/start.ts"],
    [NO_LOCAL, "services/kernel/commit/commit.ts", "../../../local/start.ts"],
    [NO_TEST, "local/start.ts", "../test/support/platform.ts"],
    [NO_TEST, "services/app/compose.ts", "../../bench/run.ts"],
    [NO_WEB, "functions/graphql.ts", "../web/shared/ui/tag.tsx"],
    [NO_WEB, "infra/app.ts", "../web/portal/main.tsx"],
    [NO_WEB, "services/kernel/result.ts", "../../web/shared/ui/tag.tsx"],
    [SCHEMA_ALONE, PORTAL, "../../services/kernel/result.ts"],
    [SCHEMA_ALONE, PORTAL, "../../services/convenience/transit/index.ts"],
    [SCHEMA_ALONE, PORTAL, "../../functions/graphql.ts"],
    [NO_LOCAL, PORTAL, "../../local/start.ts"],
    [NO_TEST, PORTAL, "../../test/support/platform.ts"],
    [SHARED, PORTAL, "../desk/main.tsx"],
    [SHARED, "web/shared/ui/tag.tsx", "../../portal/main.tsx"],
    [BROWSER, PORTAL, "node:fs"],
    [ENTRY, "functions/graphql.ts", "../services/api/context.ts"],
    [ENTRY, "functions/graphql.ts", "./close-hall-days.ts"],
    [INFRA, "infra/app.ts", "../services/government/halls/index.ts"],
    [INFRA, "infra/app.ts", "../services/government/halls/hall.ts"],
    [INFRA, "infra/app.ts", "../services/kernel/commit/commit.ts"],
    [INFRA, "infra/app.ts", "../services/api/context.ts"],
    [INFRA, "infra/app.ts", "../functions/graphql.ts"],
    [NO_STORE, RESOLVERS, "./ticket-store.ts"],
    [NO_STORE, `${GOVERNMENT}/cases/applicant-ports.ts`, "./store.ts"],
    [NO_STORE, RESOLVERS, "../../../kernel/database/tables.ts"],
    [NO_STORE, RESOLVERS, "@aws-sdk/lib-dynamodb"],
    [NO_STORE, RESOLVERS, "dynamodb-toolbox/entity"],
    [PURE, NOUN, "./draw-ticket.ts"],
    [PURE, FRONT_NOUN, "./tickets/ticket-store.ts"],
    [PURE, NOUN, "../../../kernel/process/scheduled.ts"],
    [PURE, NOUN, "../../../api/context.ts"],
    [PURE, NOUN, "node:fs"],
    [PURE, STATEMENT, "./runtime.ts"],
    [PURE, MESSAGES, "../../api/context.ts"],
    [PURE, "services/field/region.ts", "../kernel/commit/commit.ts"],
    [PURE, "services/field/region.ts", "node:fs"],
    ["models are types", MODELS, "./hall.ts"],
    [WHO, USE_CASE, "graphql"],
    [WHO, USE_CASE, "../../../api/context.ts"],
    [WHO, USE_CASE, "./resolvers.ts"],
    [WHO, USE_CASE, "../index.ts"],
    [WHO, USE_CASE, "@aws-sdk/client-dynamodb"],
    [WHO, STORE, "./draw-ticket.ts"],
    [WHO, STORE, "../../../api/context.ts"],
    [WHO, RESOLVERS, "../closing/resolvers.ts"],
    [WHO, INDEX, "./tickets/resolvers.ts"],
    [WHO, LIST, "./closing/close-day.ts"],
    [WHO, LIST, "./tickets/ticket-store.ts"],
    [WHO, USE_CASE, "../api.ts"],
    [WHO, RUNTIME, "./api.ts"],
    [WHO, RUNTIME, "./tickets/resolvers.ts"],
    [WHO, RUNTIME, "../../api/context.ts"],
    [WHO, "services/api/context.ts", "@aws-sdk/client-dynamodb"],
    [WHO, "services/app/compose.ts", "@aws-sdk/client-dynamodb"],
    [WHO, "services/kernel/result.ts", "graphql"],
  ])("%s: not %s → %s", (rule, path, specifier) => {
    expect(withImport(path, specifier)).toEqual([`${rule}: ${path} → ${targetOf(path, specifier)}`]);
  });

  it("tells both of an edge that leads upward and past an index", () => {
    const edge = `${PROFILE} → ${FRONT_NOUN}`;
    expect(withImport(PROFILE, "../../government/halls/hall.ts")).toEqual([
      `${UPWARD}: ${edge}`,
      `${BY_INDEX}: ${edge}`,
    ]);
  });

  it("lets a new service of government stand on all that are there", () => {
    const permits = { [`${GOVERNMENT}/permits/issue.ts`]: 'import { next } from "../licences/index.ts";\n' };
    expect(breaches(house(permits))).toEqual([]);
  });

  it.each([["services/graphql/x.ts"], ["services/x.ts"], ["services/people/x.ts"]])(
    "has no place for %s",
    (path) => {
      expect(breaches(house({ [path]: "" }))).toEqual([`every file has its place: ${path}`]);
    },
  );
});

describe("an index", () => {
  it.each([
    ["a use case", PURE, CASE_NOUN, 'import { publish } from "../catalogue/index.ts";', "catalogue"],
    ["everything", PURE, CASE_NOUN, 'import * as x from "../catalogue/index.ts";', "catalogue"],
    ["a use case", WHO, STORE, 'import { submit } from "../../cases/index.ts";', "cases"],
    ["a use case's type", PURE, NOUN, 'import type { submit } from "../../cases/index.ts";', "cases"],
    [
      "what is for resolvers",
      WHO,
      USE_CASE,
      'import { applicantPorts } from "../../cases/index.ts";',
      "cases",
    ],
    ["everything", WHO, USE_CASE, 'import * as x from "../../cases/index.ts";', "cases"],
  ])("gives %s only to those who may have it (%s, %s)", (_, rule, path, line, service) => {
    expect(edgesOf(houseWith({ [path]: line }))).toEqual([
      `${rule}: ${path} → ${GOVERNMENT}/${service}/index.ts`,
    ]);
  });
});

describe("a service's own index", () => {
  it("lists what it passes on, so that one sees what it is", () => {
    expect(edgesOf(houseWith({ [INDEX]: 'export * from "./tickets/ticket.ts";' }))).toEqual([
      `an index lists what it passes on: ${INDEX} → ${NOUN}`,
    ]);
  });

  it("hides no store from the rule for resolvers", () => {
    const files = houseWith({
      [INDEX]: 'export { read } from "./tickets/ticket-store.ts";',
      [RESOLVERS]: 'import { read } from "../index.ts";',
    });
    expect(edgesOf(files)).toEqual([`${NO_STORE}: ${RESOLVERS} → ${INDEX}`]);
  });
});

describe("another service's index", () => {
  const TO_DO = "services/people/todo/index.ts";

  it.each([
    ["a name of it", 'import { findToDo } from "../../../people/todo/index.ts";'],
    ["all names", 'import * as todo from "../../../people/todo/index.ts";'],
  ])("hides no store from the rule for resolvers: %s", (_, line) => {
    expect(edgesOf(houseWith({ [RESOLVERS]: line }))).toEqual([`${NO_STORE}: ${RESOLVERS} → ${TO_DO}`]);
  });

  it("gives a use case what its store reads, and resolvers what is no store", () => {
    const files = houseWith({
      [USE_CASE]: 'import { findToDo } from "../../../people/todo/index.ts";',
      [RESOLVERS]: 'import type { ToDoKinds } from "../../../people/todo/index.ts";',
    });
    expect(edgesOf(files)).toEqual([]);
  });
});

describe("what is added to an open interface", () => {
  it.each([
    ["upward", UPWARD, POST_TRANSFER, "../../government/halls/hall.ts", true],
    ["sideways", SIDEWAYS, ADDED_ENTRY, "../../government/halls/hall.ts", true],
    ["against the order", ORDER, CASE_NOUN, "../licences/food-business.ts", true],
    ["to a store", BY_INDEX, ADDED_ENTRY, "../../people/todo/store.ts", false],
  ])("is an import, and may not lead %s", (_, rule, path, specifier, isPastIndex) => {
    const edge = `${path} → ${targetOf(path, specifier)}`;
    const files = houseWith({ [path]: `declare module "${specifier}" {\n  interface X { x: 1 }\n}` });
    const rules = isPastIndex ? [rule, BY_INDEX] : [rule];
    expect(edgesOf(files)).toEqual(rules.map((broken) => `${broken}: ${edge}`));
  });

  it("is all that may name a file behind another service's index", () => {
    const line = 'import type { ToDoKinds } from "../../people/todo/to-do.ts";';
    expect(edgesOf(houseWith({ [ADDED_ENTRY]: line }))).toEqual([
      `${BY_INDEX}: ${ADDED_ENTRY} → services/people/todo/to-do.ts`,
    ]);
  });
});
