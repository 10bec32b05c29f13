import type { SourceFile } from "./source-file.ts";

const PURE = "export const next = (n: number) => n + 1;\n";
const WAITING = "export async function draw() {}\n";
const AREA = "services/government";

/** A file of a hall's for each thing that a file of a service can be. */
export const NOUN = `${AREA}/halls/tickets/ticket.ts`;
export const FRONT_NOUN = `${AREA}/halls/hall.ts`;
export const USE_CASE = `${AREA}/halls/tickets/draw-ticket.ts`;
export const STORE = `${AREA}/halls/tickets/ticket-store.ts`;
export const RESOLVERS = `${AREA}/halls/tickets/resolvers.ts`;
export const INDEX = `${AREA}/halls/index.ts`;
export const STATEMENT = `${AREA}/halls/service.ts`;
export const RUNTIME = `${AREA}/halls/runtime.ts`;
export const LIST = `${AREA}/halls/api.ts`;
export const KEYS = `${AREA}/halls/keys.ts`;
export const MODELS = `${AREA}/halls/models.ts`;
export const MESSAGES = `${AREA}/halls/messages.ts`;
export const ADDED_ENTRY = "services/convenience/transit/to-do.ts";

const OUTSIDE = {
  "functions/close-hall-days.ts": 'import { close } from "../services/government/halls/index.ts";\n',
  "functions/graphql.ts":
    'import { handler } from "../services/app/compose.ts";\nimport { verifier } from "../services/api/oidc.ts";\n',
  "infra/app.ts":
    'import { App } from "aws-cdk-lib";\nimport { TABLES } from "../services/kernel/database/tables.ts";\n',
  "web/portal/main.tsx":
    'import { createRoot } from "react-dom/client";\nimport { x } from "../shared/ui/tag.tsx";\nimport { y } from "../../services/convenience/transit/ride-codes/ride-code.ts";\n',
  "web/shared/ui/tag.tsx": PURE,
  "local/start.ts": 'import { read } from "../services/government/halls/tickets/ticket-store.ts";\n',
};

const GROUND = {
  "services/kernel/commit/commit.ts":
    'import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";\nimport { next } from "./event.ts";\nawait 0;\n',
  "services/kernel/commit/event.ts": `import { next } from "../result.ts";\n${PURE}`,
  "services/kernel/database/tables.ts": PURE,
  "services/kernel/process/scheduled.ts": WAITING,
  "services/kernel/message.ts": "export interface MessageTexts { isOpen: true }\n",
  "services/kernel/result.ts": PURE,
  "services/field/region.ts": `import { next } from "../kernel/result.ts";\n${PURE}`,
  "services/field/working-days.ts": `import { isWorkday } from "chinese-days";\n${PURE}`,
  "services/api/context.ts":
    'import type { Commit } from "../kernel/commit/commit.ts";\nimport type { GraphQLError } from "graphql";\n',
  "services/api/generated/types.ts": 'import type { Models } from "../models.ts";\n',
  "services/api/models.ts": "export interface Models { isOpen: true }\n",
  "services/api/oidc.ts": WAITING,
  "services/app/api.ts": 'import { hallsApi } from "../government/halls/api.ts";\n',
  "services/app/compose.ts": 'import { api } from "./api.ts";\nimport { services } from "./registry.ts";\n',
  "services/app/registry.ts":
    'import { halls } from "../government/halls/runtime.ts";\nimport { LICENCES } from "../government/licences/service.ts";\n',
};

const SERVICES = {
  "services/people/citizens/index.ts": 'export { next } from "./profile.ts";\n',
  "services/people/citizens/profile.ts": PURE,
  "services/people/todo/index.ts":
    'export { next as findToDo } from "./store.ts";\nexport type { ToDoKinds } from "./to-do.ts";\n',
  "services/people/todo/to-do.ts": "export interface ToDoKinds { isOpen: true }\n",
  "services/people/todo/store.ts": PURE,
  "services/money/ledger/index.ts": 'export { draw } from "./post-transfer.ts";\n',
  "services/money/ledger/post-transfer.ts": `import { next } from "../../people/citizens/index.ts";\n${WAITING}`,
  "services/convenience/transit/index.ts": 'export { next } from "./card.ts";\n',
  "services/convenience/transit/card.ts": PURE,
  "services/convenience/transit/pay-ride.ts": `import { draw } from "../../money/ledger/index.ts";\n${WAITING}`,
  [ADDED_ENTRY]: 'declare module "../../people/todo/to-do.ts" {\n  interface ToDoKinds { CARD: true }\n}\n',
  [`${AREA}/catalogue/index.ts`]:
    'export { type Item, next as nextItem } from "./item.ts";\nexport { draw as publish } from "./publish-item.ts";\n',
  [`${AREA}/catalogue/item.ts`]: `export type Item = { n: 1 };\n${PURE}`,
  [`${AREA}/catalogue/publish-item.ts`]: WAITING,
  [`${AREA}/cases/index.ts`]:
    'export { applicantPorts } from "./applicant-ports.ts";\nexport { draw as submit } from "./submit-case.ts";\n',
  [`${AREA}/cases/applicant-ports.ts`]: 'import type { Context } from "../../api/context.ts";\n',
  [`${AREA}/cases/case.ts`]: `import { type Item, nextItem } from "../catalogue/index.ts";\n${PURE}`,
  [`${AREA}/cases/submit-case.ts`]: `import { publish } from "../catalogue/index.ts";\n${WAITING}`,
  [`${AREA}/licences/index.ts`]: 'export { next } from "./licence.ts";\n',
  [`${AREA}/licences/food-business.ts`]: PURE,
  [`${AREA}/licences/service.ts`]: PURE,
};

const HALLS = {
  [INDEX]:
    'export { draw } from "./tickets/draw-ticket.ts";\nexport { close } from "./closing/close-day.ts";\n',
  [STATEMENT]: 'import { key } from "./keys.ts";\nimport { TEXTS } from "./messages.ts";\n',
  [LIST]:
    'import type { ServiceApi } from "../../api/context.ts";\nimport { ticketResolvers } from "./tickets/resolvers.ts";\n',
  [RUNTIME]: 'import { HALLS } from "./service.ts";\nimport { close } from "./closing/close-day.ts";\n',
  [MODELS]:
    'import type { Ticket } from "./index.ts";\ndeclare module "../../api/models.ts" {\n  interface Models { T: Ticket }\n}\n',
  [MESSAGES]:
    'declare module "../../kernel/message.ts" {\n  interface MessageTexts { T: true }\n}\nexport const TEXTS = { T: "They await you" };\n',
  [KEYS]: PURE,
  [FRONT_NOUN]: `import { next } from "../../field/region.ts";\n${PURE}`,
  [`${AREA}/halls/closing/close-day.ts`]: `import { draw } from "../tickets/draw-ticket.ts";\n${WAITING}`,
  [NOUN]: `import { next } from "../hall.ts";\n${PURE}`,
  [USE_CASE]: `import { next } from "./ticket.ts";\nimport { read } from "./ticket-store.ts";\n${WAITING}`,
  [STORE]:
    'import { Entity } from "dynamodb-toolbox/entity";\nimport { next } from "./ticket.ts";\nimport { key } from "../keys.ts";\n',
  [RESOLVERS]:
    'import { draw } from "./draw-ticket.ts";\nimport type { Context } from "../../../api/context.ts";\nimport { applicantPorts, submit } from "../../cases/index.ts";\n',
};

/** A house in order, into which each test puts what does not belong there. */
const ORDERLY: Readonly<Record<string, string>> = { ...OUTSIDE, ...GROUND, ...SERVICES, ...HALLS };

/** The orderly house, in which these files stand as they are given here. */
export const house = (changes: Readonly<Record<string, string>> = {}): readonly SourceFile[] =>
  Object.entries({ ...ORDERLY, ...changes }).map(([path, text]) => ({ path, text }));

/** The orderly house, in which each of these files begins with these lines. */
export const houseWith = (lines: Readonly<Record<string, string>>): readonly SourceFile[] =>
  house(
    Object.fromEntries(
      Object.entries(lines).map(([path, added]) => [path, `${added}\n${ORDERLY[path] ?? ""}`]),
    ),
  );

/** The line of a breach, without what each file is. */
export const withoutRoles = (line: string): string => line.replaceAll(/ \([a-z' ]+\)/g, "");

/** Cycles are told besides the edge upward that closes them. */
export const isOfCycle = (line: string): boolean => line.startsWith("no cycle");
