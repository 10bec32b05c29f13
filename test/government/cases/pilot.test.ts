import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rollOutServiceItem } from "../../../services/government/catalogue/index.ts";
import { pilotPlace } from "../../../services/government/catalogue/pilot-draw.ts";
import { must } from "../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { editorOf, region } from "../catalogue/items.ts";
import {
  type Applicant,
  BY_HAND,
  CHAOYANG,
  newApplicant,
  RENT_FORM,
  saveCase,
  startCase,
  startCasework,
  submitCase,
} from "./casework.ts";

const SHARE = 40;
const OTHER_DISTRICT = "110108";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
  await rollOut(SHARE);
});
afterAll(() => platform.stop());

async function rollOut(sharePercent: number): Promise<void> {
  const actor = editorOf();
  const context = platform.context(actor);
  const wish = {
    region: region(CHAOYANG),
    stage: "PILOT",
    pilot: { sharePercent, partners: [] },
    reason: "试点",
  } as const;
  must(await rollOutServiceItem(BY_HAND, wish, { actor, now: context.now }, context));
}

async function somebody(isWanted: (place: number) => boolean): Promise<Applicant> {
  for (;;) {
    const one = await newApplicant(platform);
    if (isWanted(pilotPlace(BY_HAND, one.id, platform.ports.secrets))) return one;
  }
}

const stageOf = async (started: Json, { token }: Applicant): Promise<Json> => {
  const query = `{ node(id: "${textAt(started, "id")}") { ... on Application { stage } } }`;
  return at((await platform.call({ token, query })).data, "node", "stage");
};

describe("an application for an item in pilot", () => {
  it("is begun by whoever was drawn, and keeps the stage under which it began", async () => {
    const one = await somebody((place) => place < SHARE);
    expect(await stageOf(await startCase(platform, one.token), one)).toBe("PILOT");
  });

  it("is refused to others, who are told that the item is in pilot", async () => {
    const one = await somebody((place) => place >= SHARE);
    expect(await startCase(platform, one.token)).toMatchObject({
      __typename: "InvalidInput",
      code: "ITEM_IN_PILOT",
      path: ["input", "item"],
    });
  });

  it("is begun by anybody where the item is on for all", async () => {
    const one = await somebody((place) => place >= SHARE);
    const started = await startCase(platform, one.token, { region: OTHER_DISTRICT });
    expect(await stageOf(started, one)).toBe("GENERAL");
  });

  it("goes on when the pilot is cut down: who has begun is not sent away", async () => {
    const one = await somebody((place) => place < SHARE);
    const id = textAt(await startCase(platform, one.token), "id");
    await rollOut(0);
    await saveCase(platform, one.token, id, RENT_FORM);
    expect(await submitCase(platform, one.token, id)).toMatchObject({ status: "SUBMITTED" });
    expect(await startCase(platform, one.token)).toMatchObject({ code: "ITEM_IN_PILOT" });
  });
});
