import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { DAY_MS } from "../../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import {
  type Applicant,
  authorise,
  newApplicant,
  RENT,
  saveCase,
  sendMissing,
  startCase,
  startCasework,
  submitAsIs,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";
import { newSaver, rentForm, type Saver } from "./savers.ts";

let platform: TestPlatform;
let saver: Saver;
let proxy: Applicant;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  saver = await newSaver(platform);
  proxy = await newApplicant(platform);
  await authorise(platform, saver, proxy);
});
afterAll(() => platform.stop());

async function ask({ token }: Pick<Applicant, "token">, query: string): Promise<Json> {
  const answer = await platform.call({ token, query });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** A rent that the proxy hands in, to the account that the fund centre states. */
async function handIn(): Promise<string> {
  const principals = await ask(proxy, "{ me { principals { ref } } }");
  const person = textAt(principals, "me", "principals", 0, "ref");
  const id = textAt(await startCase(platform, proxy.token, { item: RENT, for: { person } }), "id");
  await saveCase(platform, proxy.token, id, rentForm(saver));
  await sendMissing(platform, proxy.token, id);
  expect(await submitAsIs(platform, proxy.token, id)).toMatchObject({ status: "AWAITING_CONFIRMATION" });
  return id;
}

/** The kinds and texts of what somebody was told. */
async function toldTo(person: Pick<Applicant, "token">): Promise<Readonly<Record<string, string>>> {
  await sweep(platform);
  const data = await ask(person, "{ me { notifications { edges { node { type text } } } } }");
  const edges = at(data, "me", "notifications", "edges");
  if (!Array.isArray(edges)) throw new Error("no list");
  return Object.fromEntries(edges.map(({ node }) => [textAt(node, "type"), textAt(node, "text")]));
}

it("the person alone is asked for their word, and not the proxy who has handed it in", async () => {
  await handIn();
  expect(Object.keys(await toldTo(saver))).toContain("application.confirmation-asked");
  expect(Object.keys(await toldTo(proxy))).not.toContain("application.confirmation-asked");
});

it("what would be paid is the person's own to know, and not the proxy's", async () => {
  const id = await handIn();
  const amountFor = async (reader: Pick<Applicant, "token">) =>
    at(
      await ask(reader, `{ node(id: "${id}") { ... on Application { confirmation { amount } } } }`),
      ...["node", "confirmation", "amount"],
    );
  expect([await amountFor(saver), await amountFor(proxy)]).toEqual(["2000.00", null]);
});

it("what lapses without the person's word is said to have lapsed for that", async () => {
  await handIn();
  platform.clock.advance(16 * DAY_MS);
  await runClocks(platform);
  expect((await toldTo(saver))["application.lapsed"]).toMatch(
    /未提交、未确认或未补正|not handed in, confirmed or/,
  );
});
