import { afterAll, beforeAll, expect, it } from "vitest";
import { examples } from "../../local/graphiql/examples.ts";
import { tabs } from "../../local/graphiql/tabs.ts";
import { ask, preparedFolder, removeFolders, type Started, start } from "./local-platform.ts";

let platform: Started;
beforeAll(async () => {
  platform = await start(await preparedFolder());
});
afterAll(async () => {
  platform.kill("SIGTERM");
  await platform.ended;
  await removeFolders();
});

const titles = examples(undefined).map(({ title }, i) => ({ title, i }));

it.each(titles)("a tab of GraphiQL runs as it stands: $title", async ({ title, i }) => {
  const { query = "", variables = "{}", headers = "{}" } = tabs(platform.demo)[i] ?? {};
  const { data, errors } = await ask(platform.endpoint, query, JSON.parse(headers), JSON.parse(variables));
  if (title.includes("is refused")) {
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    return;
  }
  expect(errors).toBeUndefined();
  expect(data).toBeTruthy();
});
