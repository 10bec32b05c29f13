import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishDemoItems } from "../../../local/demo/service-items.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { editorOf } from "./items.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
});
afterAll(() => platform.stop());

const QUERY = `query ($code: ID!, $on: Date!) {
  serviceItem(code: $code) { timeLimits(receivedOn: $on) { acceptance promised statutory isProvisional } }
}`;

describe("the time limits of a service item", () => {
  // Promised 10 and allowed 20 working days; nine days of Spring Festival, and the Saturdays 14 and 28 are worked.
  it("are told to everybody for a day of receipt, by working days across a Spring Festival", async () => {
    const variables = { code: "BJ-SCJG-SPJY-001", on: "2026-02-09" };
    expect((await platform.call({ query: QUERY, variables })).data).toEqual({
      serviceItem: {
        timeLimits: {
          acceptance: "2026-02-14",
          promised: "2026-02-28",
          statutory: "2026-03-13",
          isProvisional: false,
        },
      },
    });
  });

  it("are provisional where they reach a year whose holidays are not announced yet", async () => {
    const variables = { code: "BJ-SCJG-SPJY-001", on: "2088-12-20" };
    expect((await platform.call({ query: QUERY, variables })).data).toMatchObject({
      serviceItem: { timeLimits: { isProvisional: true } },
    });
  });
});
