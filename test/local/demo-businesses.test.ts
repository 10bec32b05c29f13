import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoEnterprises, recordDemoEnterprises } from "../../local/demo/enterprises.ts";
import { fileFoodBusinesses } from "../../local/demo/food-businesses.ts";
import { enrolDemoInspectors } from "../../local/demo/inspectors.ts";
import { DEMO_OFFICERS, type DemoOfficer, demoOfficer } from "../../local/demo/officers.ts";
import { demoCitizen, demoPerson, recordPerson } from "../../local/demo/people.ts";
import { demoPlan, runRandomInspections } from "../../local/demo/random-inspections.ts";
import { LICENCES } from "../../local/graphiql/licence-examples.ts";
import { ROLES } from "../../services/kernel/actor.ts";
import { DAY_MS } from "../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform, textAt } from "../support/platform.ts";
import { filling, startDemoCity } from "./demo-city.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startDemoCity();
  const { writes, files } = filling(platform);
  await enrolDemoInspectors(writes);
  // They represent the others, and are on record with their telephones before anything is filed.
  for (const i of [0, 1]) await recordPerson(demoPerson(i, writes), i, writes);
  await fileFoodBusinesses(writes, files, new AbortController().signal);
  await runRandomInspections(writes);
});
afterAll(() => platform.stop());

const signedIn = () => platform.tokens.citizen(demoCitizen(platform.ports).actor.id);

async function ask(token: string | undefined, query: string, variables = {}): Promise<Json> {
  const answer = await platform.call({ ...(token ? { token } : {}), query, variables });
  expect(answer.errors).toEqual([]);
  return answer.data;
}

function listAt(json: Json, ...path: readonly string[]): readonly Json[] {
  const list = at(json, ...path);
  return Array.isArray(list) ? list : [];
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

/** Of one of the demo city's officers, as `npm start` makes it. */
function officer(name: DemoOfficer): Promise<string> {
  const { id, person, roles, jurisdiction } = demoOfficer(name, platform.ports.secrets);
  return platform.tokens.officer({ id, person, roles, region: jurisdiction.regionPrefix });
}

describe("the demo city's food businesses", () => {
  it("hold licences that the demo citizen sees, and anybody verifies", async () => {
    const query = "{ me { enterprises { capacity licences { number status holderName premises } } } }";
    const [own] = listAt(await ask(await signedIn(), query), "me", "enterprises").filter(
      (one) => at(one, "capacity") === "LEGAL_REPRESENTATIVE",
    );
    const licences = listAt(own ?? null, "licences");
    expect(licences).toHaveLength(2);
    expect(licences).toContainEqual({
      ...{ number: "JY21101050000013", status: "VALID", holderName: "北京小明家餐饮有限公司" },
      premises: "北京市朝阳区示范路 11 号一层",
    });
    // The number that GraphiQL's example has.
    expect(await ask(undefined, LICENCES)).toMatchObject({ licence: { status: "VALID" } });
  });

  it("have cases from draft to decision, which the demo citizen sees for whom they represent and act for", async () => {
    const query = `{ me { enterprises { applications(first: 20) { edges { node { status } } } } } }`;
    const cases = listAt(await ask(await signedIn(), query), "me", "enterprises").flatMap((one) =>
      listAt(one, "applications", "edges").map((edge) => at(edge, "node")),
    );
    expect(cases.map((one) => textAt(one, "status")).sort()).toEqual([
      ...["AWAITING_CONFIRMATION", "CORRECTION", "DELIVERED", "DELIVERED", "DELIVERED", "DRAFT", "IN_REVIEW"],
      ...["IN_REVIEW", "REJECTED", "SUBMITTED"],
    ]);
  });

  it("wait on the desks of market supervision", async () => {
    const query = `query ($region: RegionCode!) {
      workQueue(region: $region, department: "BJ-SCJG", first: 20) { edges { node { step } } } }`;
    const steps = async (name: DemoOfficer, region: string) =>
      listAt(await ask(await officer(name), query, { region }), "workQueue", "edges").map((edge) =>
        textAt(edge, "node", "step"),
      );
    expect(await steps("acceptor", "110108")).toEqual(["accept"]);
    expect(await steps("reviewer", "110105")).toEqual(["review"]);
    expect(await steps("inspector", "110101")).toEqual(["inspect"]);
  });
});

describe("the demo city's random inspections", () => {
  const PLANNED = `query ($plan: ID!) {
    plannedInspections(plan: $plan) { edges { node { state inspectors { name } licenceNumber } } } }`;
  const planned = async (): Promise<readonly Json[]> => {
    const plan = demoPlan(platform.ports);
    const answer = await ask(await officer("supervisor"), PLANNED, { plan });
    return listAt(answer, "plannedInspections", "edges").map((edge) => at(edge, "node"));
  };
  const RESULTS = `{ inspectionResults(region: "110000") { edges { node { outcome licenceNumber } } }
    inspectionPlans(region: "110000") { edges { node { drawnCount seed } } } }`;

  it("stand between the draw and the published result", async () => {
    const inspections = await planned();
    expect(inspections.map((one) => at(one, "state"))).toEqual(["RECTIFICATION", "REPORTED", "DRAWN"]);
    const licenceNumber = textAt(inspections[0] ?? null, "licenceNumber");
    expect(await ask(undefined, RESULTS)).toEqual({
      inspectionResults: { edges: [{ node: { outcome: "RECTIFICATION", licenceNumber } }] },
      inspectionPlans: { edges: [{ node: { drawnCount: 3, seed: null } }] },
    });
  });

  it("are gone on with on a later day, and nothing of them is done twice", async () => {
    const before = [await planned(), await ask(undefined, RESULTS)];
    platform.clock.advance(2 * DAY_MS);
    await runRandomInspections(filling(platform).writes);
    expect([await planned(), await ask(undefined, RESULTS)]).toEqual(before);
  });

  it("are made by three from the roll, one of whom has declared an interest", async () => {
    const query = `{ inspectors(department: "BJ-SCJG") { edges { node { isActive interests } } } }`;
    const { creditCode } = demoEnterprises(platform.ports).grocery;
    const roll = listAt(await ask(await officer("supervisor"), query), "inspectors", "edges");
    expect(roll).toHaveLength(3);
    expect(roll).toContainEqual({ node: { isActive: true, interests: [creditCode] } });
  });
});

it("the demo city has an officer for each role", () => {
  expect(new Set(Object.values(DEMO_OFFICERS).flat())).toEqual(new Set(ROLES));
});
