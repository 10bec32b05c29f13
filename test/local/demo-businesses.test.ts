import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoEnterprises, recordDemoEnterprises } from "../../local/demo/enterprises.ts";
import { DEMO_OFFICERS } from "../../local/demo/officers.ts";
import { demoCitizen } from "../../local/demo/people.ts";
import { ROLES } from "../../services/platform/actor.ts";
import type { Json, TestPlatform } from "../support/platform.ts";
import { filling, startDemoCity } from "./demo-city.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startDemoCity();
  await recordDemoEnterprises(filling(platform).writes);
});
afterAll(() => platform.stop());

const signedIn = () => platform.tokens.citizen(demoCitizen(platform.ports).actor.id);

async function ask(token: string | undefined, query: string): Promise<Json> {
  const answer = await platform.call({ ...(token ? { token } : {}), query });
  expect(answer.errors).toEqual([]);
  return answer.data;
}

const ENTERPRISES = `{ me { enterprises { creditCode capacity items authorities { agentName items status } } } }`;

describe("the demo city's enterprises", () => {
  it("are represented by the demo citizen, let the citizen act, or are strangers", async () => {
    const { restaurant, grocery } = demoEnterprises(platform.ports);
    expect(await ask(await signedIn(), ENTERPRISES)).toEqual({
      me: {
        enterprises: expect.arrayContaining([
          {
            ...{ creditCode: restaurant.creditCode, capacity: "LEGAL_REPRESENTATIVE", items: null },
            authorities: [{ agentName: "孙建国", items: [], status: "IN_FORCE" }],
          },
          {
            ...{ creditCode: grocery.creditCode, capacity: "AGENT" },
            items: ["BJ-SCJG-SPJY-001", "BJ-SCJG-SPJY-002"],
            authorities: [
              {
                ...{ agentName: "王小明", status: "IN_FORCE" },
                items: ["BJ-SCJG-SPJY-001", "BJ-SCJG-SPJY-002"],
              },
            ],
          },
        ]),
      },
    });
  });

  it("are recorded once, however often the founding is begun", async () => {
    const before = await ask(await signedIn(), ENTERPRISES);
    await recordDemoEnterprises(filling(platform).writes);
    expect(await ask(await signedIn(), ENTERPRISES)).toEqual(before);
  });
});

it("the demo city has an officer for each role", () => {
  expect(new Set(Object.values(DEMO_OFFICERS).flat())).toEqual(new Set(ROLES));
});
