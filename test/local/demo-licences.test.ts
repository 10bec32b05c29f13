import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeDemoAddress, stateDemoLicences, stateLicencesOfPeople } from "../../local/demo/licences.ts";
import { CHILDS_PARENT, demoCitizen, demoPerson } from "../../local/demo/people.ts";
import { DAY_MS } from "../../services/kernel/runtime.ts";
import { recordsOf } from "../government/housing-fund/import-file.ts";
import { nodesAt } from "../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../support/platform.ts";
import { filling, startDemoCity } from "./demo-city.ts";

let platform: TestPlatform;
const PEOPLE = 6;
const people = () => Array.from({ length: PEOPLE }, (_, i) => demoPerson(i, platform.ports));

async function fill(): Promise<void> {
  const { writes, files } = filling(platform);
  await stateDemoLicences(writes);
  await stateLicencesOfPeople(people(), writes);
  await changeDemoAddress(writes, files);
}

beforeAll(async () => {
  platform = await startDemoCity();
  await fill();
});
afterAll(() => platform.stop());

const LICENCES = `edges { node { number status type { code }
  versions { version act content } } }`;

async function ownNodes(
  id: `ctz_${string}`,
  query: string,
  ...path: readonly string[]
): Promise<readonly Json[]> {
  const token = await platform.tokens.citizen(id);
  const { data, errors } = await platform.call({ token, query: `{ me { ${query} } }` });
  expect(errors).toEqual([]);
  return nodesAt(data, "me", ...path);
}

const own = (id: `ctz_${string}`) => ownNodes(id, `licences(first: 20) { ${LICENCES} }`, "licences");
const codesOf = (licences: readonly Json[]): readonly string[] =>
  licences.map((one) => textAt(one, "type", "code")).sort();

const OF_PEOPLE = [
  "disability-certificate",
  "housing-fund-certificate",
  "marriage-certificate",
  "residence-permit",
];

describe("the demo city's licences", () => {
  it("are of every type that people have: the demo citizen and the city's first person hold them all", async () => {
    for (const { actor } of [demoCitizen(platform.ports), demoPerson(0, platform.ports)]) {
      const licences = await own(actor.id);
      expect(codesOf(licences)).toEqual(OF_PEOPLE);
      expect(new Set(licences.map((one) => at(one, "status")))).toEqual(new Set(["VALID"]));
    }
  });

  it("show two versions of the demo citizen's permit, who has moved", async () => {
    const licences = await own(demoCitizen(platform.ports).actor.id);
    const permit = licences.find((one) => textAt(one, "type", "code") === "residence-permit") ?? null;
    expect(at(permit, "versions")).toMatchObject([
      { version: 2, act: "CHANGE", content: { district: "110108", registeredAddress: expect.any(String) } },
      { version: 1, act: "IMPORT", content: { district: "110105" } },
    ]);
  });

  it("are an enterprise's business licence, and the one before", async () => {
    const query = `enterprises { capacity electronicLicences(first: 5) { ${LICENCES} } }`;
    const found = await ownNodes(
      demoPerson(0, platform.ports).actor.id,
      query,
      ...["enterprises", "0", "electronicLicences"],
    );
    expect(codesOf(found)).toEqual(["business-licence", "business-licence"]);
    expect(found.map((one) => textAt(one, "status")).sort()).toEqual(["CANCELLED", "VALID"]);
  });

  it("are a child's, which its parent sees", async () => {
    const query = `principals { name licences(first: 5) { ${LICENCES} } }`;
    const parent = demoPerson(CHILDS_PARENT, platform.ports).actor.id;
    expect(codesOf(await ownNodes(parent, query, "principals", "0", "licences"))).toEqual([
      ...["disability-certificate", "residence-permit"],
    ]);
  });

  it("are stated once, on whatever day the filling goes on", async () => {
    const before = await recordsOf(platform);
    platform.clock.advance(2 * DAY_MS);
    await fill();
    expect(await recordsOf(platform)).toEqual(before);
  });
});
