const FOLDER = "services/convenience/wishes";

/** A service with a document of the schema, a resolver, a key, an event, settings, a schedule and an endpoint: its own folder and its document. */
export const TOY_FILES: Readonly<Record<string, string>> = {
  "schema/wishes.graphql": `
extend type Mutation {
  makeWish(text: String! @length(max: 40)): Wish @access(to: [CITIZEN])
}
extend type Citizen {
  wish: Wish @access(to: [CITIZEN])
}
type Wish @access(to: [CITIZEN]) {
  text: String!
}
`,
  [`${FOLDER}/wish.ts`]: `export type Wish = { readonly id: \`wsh_\${string}\`; readonly text: string };\n`,
  [`${FOLDER}/keys.ts`]: `
import { key } from "../../kernel/database/tables.ts";
export const wishKey = (citizen: string) => key(citizen, "wish");
`,
  [`${FOLDER}/messages.ts`]: `
import type { Message } from "../../kernel/message.ts";
export const WISH_MESSAGES = {
  WISH_LOST: { zh: "没有这个愿望。", en: "There is no such wish." },
} as const satisfies Readonly<Record<string, Message>>;
type Texts = typeof WISH_MESSAGES;
declare module "../../kernel/message.ts" {
  interface MessageTexts extends Texts {}
}
`,
  [`${FOLDER}/settings.ts`]: `
import type { SettingStatements, SettingsOf } from "../../kernel/settings.ts";
export const WISH_SETTINGS = {
  wishingWell: { kind: "secret", variable: "CIVIGRAPH_WISHING_WELL", holds: "settings of the wishing well", without: "no wish is thrown" },
  wishesPerDay: { kind: "one of", variable: "CIVIGRAPH_WISHES_PER_DAY", values: [1, 3], means: "wishes of a person in a day" },
} as const satisfies SettingStatements;
type Stated = SettingsOf<typeof WISH_SETTINGS>;
declare module "../../kernel/settings.ts" {
  interface Settings extends Stated {}
}
`,
  [`${FOLDER}/models.ts`]: `
import type { Wish } from "./wish.ts";
declare module "../../api/models.ts" {
  interface Models {
    readonly Wish: Wish;
  }
}
`,
  [`${FOLDER}/make-wish.ts`]: `
import type { Citizen } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { wishKey } from "./keys.ts";
import type { Wish } from "./wish.ts";
type Ports = { readonly database: Database; readonly commit: Commit; readonly actor: Citizen; readonly now: Instant; readonly requestId: string };
export async function makeWish({ database, commit, actor, now, requestId }: Ports, text: string): Promise<Wish> {
  const wish: Wish = { id: \`wsh_\${actor.id.slice(4)}\`, text };
  const table = recordsTable(actor.mode);
  const done = await commit({
    ...{ actor, at: now, requestId, table, action: "wishes.wish.made", aggregate: wish.id },
    writes: [{ Put: { TableName: database.nameOf(table), Item: { ...wishKey(actor.id), ...wish } } }],
    event: { type: "wish.made", mode: actor.mode, to: [actor.id], payload: { about: wish.id } },
  });
  if (!done.ok) throw new Error("not written");
  return wish;
}
export async function findWish(database: Pick<Database, "get">, { id, mode }: Pick<Citizen, "id" | "mode">): Promise<Wish | undefined> {
  const found = await database.get(recordsTable(mode), wishKey(id));
  return found && { id: \`wsh_\${id}\`, text: String(found["text"]) };
}
`,
  [`${FOLDER}/grant-wishes.ts`]: `
import type { Mode } from "../../kernel/actor.ts";
export const grantWishes = async (_: object, mode: Mode) => ({ granted: mode === "live" ? 3 : 0, finished: true });
`,
  [`${FOLDER}/hear-of-wish.ts`]: `
import type { EventReceiver } from "../../people/notifications/index.ts";
export const heard: string[] = [];
export const wishReceiver = (): EventReceiver => async (event) => {
  if (event.type === "wish.made") heard.push(event.payload.about);
  return event;
};
`,
  [`${FOLDER}/service.ts`]: `
import type { Service } from "../../kernel/service.ts";
import { WISH_MESSAGES } from "./messages.ts";
import { WISH_SETTINGS } from "./settings.ts";
export const WISHES = {
  name: "convenience/wishes",
  schema: ["wishes"],
  ids: ["wsh"],
  models: ["Wish"],
  messages: [WISH_MESSAGES],
  settings: WISH_SETTINGS,
  events: { "wish.made": { payload: ["about"], text: { zh: "愿望已记下。", en: "Your wish is on record." } } },
  schedules: [
    {
      name: "grant-wishes",
      does: "grants wishes",
      logs: "wishes",
      everyMinutes: 10,
      timeoutSeconds: 60,
      memoryMb: 512,
      needs: {
        data: [{ does: "read", in: ["records"] }, { does: "put", in: ["records"], within: ["ctz_*"] }],
        secrets: ["textMessages"],
      },
      alarms: [{ name: "MissedWishes", means: "wishes are not granted", on: "missed calls" }],
    },
  ],
  endpoints: [
    {
      name: "wish-granted",
      routes: [{ method: "POST", path: "/wishes-granted/{mode}" }],
      does: "what fairies tell",
      admits: "A fairy is known by her wand.",
      timeoutSeconds: 10,
      memoryMb: 512,
      needs: { data: [] },
      alarms: [{ name: "WishErrors", means: "the function for wishes crashes", on: "crash" }],
    },
  ],
  needsIn: { "deliver-events": { data: [], secrets: ["bankAccountCheck"] } },
  alarmsIn: {
    "deliver-events": [{ name: "WishesUnheard", means: "wishes are not heard", on: "number", metric: "UnheardWishCount", field: "unheard", from: 1 }],
  },
  inApi: {
    needs: { data: [{ does: "scan", in: ["records"] }], secrets: ["wishingWell"], choices: ["wishesPerDay"] },
    lines: [{ metric: "LostWishCount", message: "wish lost", alarm: { name: "LostWishes", means: "wishes are lost", from: 2 } }],
  },
} as const satisfies Service;
`,
  [`${FOLDER}/runtime.ts`]: `
import type { ServiceRuntime } from "../../kernel/service-runtime.ts";
import { grantWishes } from "./grant-wishes.ts";
import { wishReceiver } from "./hear-of-wish.ts";
import { WISHES } from "./service.ts";
export const wishes = {
  service: WISHES,
  offers: { receivers: [wishReceiver] },
  sweeps: { "grant-wishes": grantWishes },
  endpoints: { "wish-granted": () => async () => ({ statusCode: 204 }) },
} as const satisfies ServiceRuntime;
`,
  [`${FOLDER}/resolvers.ts`]: `
import { actorAs } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import { findWish, makeWish } from "./make-wish.ts";
export const wishResolvers: Resolvers = {
  Mutation: {
    makeWish: (_, { text }, context) => {
      const perDay: 1 | 3 = context.config.wishesPerDay;
      return makeWish({ ...context, actor: actorAs(context, "CITIZEN") }, \`\${text} (\${perDay} a day)\`);
    },
  },
  Citizen: {
    wish: async ({ citizenId, mode }, _, { database }) => (await findWish(database, { id: citizenId, mode })) ?? null,
  },
};
`,
  [`${FOLDER}/api.ts`]: `
import type { ServiceApi } from "../../api/service.ts";
import { wishResolvers } from "./resolvers.ts";
export const wishesApi: ServiceApi = { resolvers: [wishResolvers] };
`,
};

/** The edits of files that are there already: in each an entry of the list, with its import. */
export const TOY_EDITS: Readonly<Record<string, { readonly entry: string; readonly from: string }>> = {
  "services/app/registry.ts": { entry: "wishes", from: "../convenience/wishes/runtime.ts" },
  "services/app/api.ts": { entry: "wishesApi", from: "../convenience/wishes/api.ts" },
};

/** Uses the toy in the tree that it was added to, and prints what was seen. */
export const TOY_RUN = `
import { endpointHandler } from "./services/app/endpoints.ts";
import { WORK } from "./services/app/schedules.ts";
import { heard } from "./${FOLDER}/hear-of-wish.ts";
import { addCivigraph } from "./infra/civigraph.ts";
import { STAGES } from "./infra/stages.ts";
import { functionStatements } from "./test/infra/statements.ts";
import { newApp } from "./test/infra/synthesise.ts";
import { startPlatform } from "./test/support/platform.ts";
import { sweep } from "./test/support/sweep.ts";
const platform = await startPlatform();
const token = await platform.tokens.citizen(platform.newCitizen());
const ask = async (query) => (await platform.call({ query, token })).text;
const made = await ask('mutation { makeWish(text: "rain") { text } }');
await sweep(platform);
const read = await ask("{ me { wish { text } notifications(first: 1) { edges { node { type text } } } } }");
const [grant] = WORK.find(({ schedule }) => schedule.name === "grant-wishes").sweeps;
const swept = await grant({}, "live");
const posted = await endpointHandler("wish-granted", {})({});
await platform.stop();
const app = newApp("cdk.out");
const [stage] = STAGES;
addCivigraph(app, [{ ...stage, settings: { ...stage.settings, wishesPerDay: 3 } }]);
const assembly = app.synth();
const templateOf = (stack) => assembly.getStackByName("civigraph-dev-" + stack).template;
const infra = JSON.stringify([templateOf("data"), templateOf("service")]);
const rights = functionStatements(templateOf("service").Resources, "civigraph-dev").map(({ line }) => line);
console.log(JSON.stringify({ made: JSON.parse(made), read: JSON.parse(read), heard, swept, posted, infra, rights }));
`;
