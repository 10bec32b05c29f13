import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { governmentName } from "../../../services/field/government-name.ts";
import { regionName, regionsUnder } from "../../../services/field/named-region.ts";
import { isRegionCode, regionsAround, regionsWithin } from "../../../services/field/region.ts";
import { governmentAt } from "../../../services/field/remedies.ts";
import { knowZones, type Zone } from "../../../services/field/zones.ts";
import { openZones } from "../../../services/government/regions/index.ts";
import { checkZone } from "../../../services/government/regions/zone-list.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  act,
  allRounder,
  BY_HAND,
  desk,
  fileCase,
  newApplicant,
  newOfficer,
  startCase,
  startCasework,
} from "../cases/casework.ts";
import { listAt } from "../cases/savers.ts";

// Made up for the test: Beijing's zones have no code of six digits in any list.
const ZONE = "110171" as Zone["code"];

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(() => platform.clock.set("2026-03-02T02:00:00.000Z"));
afterAll(async () => {
  knowZones([]);
  await platform.stop();
});

const record = async (change: Readonly<Record<string, unknown>> = {}, wish = {}) => {
  const { token } = await newOfficer(platform, { roles: ["SUPERVISOR"], ...wish });
  const input = { code: ZONE, name: "示范开发区", parent: "110000", validFrom: "2026-01-01", ...change };
  const query = `mutation ($input: RegionZoneInput!) { recordRegionZone(input: $input, reason: "经批准设立") {
    __typename ... on RegionZone { zone: code name parent validFrom validUntil isInForce }
    ... on InvalidInput { code path message } } }`;
  const { data, errors } = await platform.call({ token, query, variables: { input } });
  expect(errors).toEqual([]);
  return at(data, "recordRegionZone");
};

const regions = async (under: string) => {
  const query = "query ($under: RegionCode) { regions(under: $under) { code name } }";
  const { data } = await platform.call({ query, variables: { under } });
  return listAt(data, "regions").map((one) => textAt(one, "code"));
};

describe("a development zone that a supervisor adds", () => {
  it("is a region from then on: it is listed and named, items are offered in it, cases queue in it", async () => {
    expect(await regions("110000")).not.toContain(ZONE);
    expect(await record()).toMatchObject({ __typename: "RegionZone", zone: ZONE, isInForce: true });
    expect(await regions("110000")).toContain(ZONE);
    expect(regionName(ZONE)).toBe("示范开发区");
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant, { item: BY_HAND, region: ZONE });
    const { token } = await allRounder(platform);
    const queue = (region: string, within = "") =>
      desk(platform, token, `workQueue(region: "${region}", department: "BJ-GJJ"${within})`);
    expect((await queue(ZONE)).map((one) => one.id)).toContain(id);
    expect((await queue("110000", ", within: true")).map((one) => one.id)).toContain(id);
  });

  it("lies in the jurisdiction of officers of the region around it, and has officers of its own", async () => {
    await record();
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant, { item: BY_HAND, region: ZONE });
    const own = await newOfficer(platform, { roles: ["ACCEPTOR"], region: ZONE });
    const { data } = await platform.call({
      token: own.token,
      query: "{ viewer { regions { code name } } }",
    });
    expect(at(data, "viewer", "regions")).toEqual([{ code: ZONE, name: "示范开发区" }]);
    const other = await newOfficer(platform, { roles: ["ACCEPTOR"], region: "110105" });
    await expect(act(platform, other, id, "accept", `acceptApplication(id: "${id}")`)).rejects.toThrow();
    await act(platform, own, id, "accept", `acceptApplication(id: "${id}")`);
  });

  it("takes no new case before its first day or after its last, and what has begun goes on", async () => {
    await record();
    const applicant = await newApplicant(platform);
    const id = await fileCase(platform, applicant, { item: BY_HAND, region: ZONE });
    const refused = async () =>
      startCase(platform, (await newApplicant(platform)).token, { item: BY_HAND, region: ZONE });
    await record({ validUntil: "2026-03-01" });
    expect(await regions("110000")).not.toContain(ZONE);
    expect(await refused()).toMatchObject({ code: "ITEM_NOT_OFFERED" });
    await record({ validFrom: "2026-03-03" });
    expect(await refused()).toMatchObject({ code: "ITEM_NOT_OFFERED" });
    const officer = await allRounder(platform);
    await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  });

  it.each([
    ["of an administrative division", { code: "110105" }, "ZONE_CODE_TAKEN"],
    ["below those that the standard leaves free", { code: "110130" }, "ZONE_CODE_WRONG"],
    ["of cities of county level", { code: "110181" }, "ZONE_CODE_WRONG"],
    ["with letters", { code: "1101A1" }, "ZONE_CODE_WRONG"],
    ["too short", { code: "11017" }, "ZONE_CODE_WRONG"],
    ["of a prefecture that there is not", { code: "119971" }, "ZONE_CODE_WRONG"],
    ["that lies elsewhere", { code: "130171" }, "ZONE_PARENT_WRONG"],
    ["of a zone that ends before it begins", { validUntil: "2025-12-31" }, "ZONE_ENDS_BEFORE"],
  ])("is refused with a code %s", async (_, change, code) => {
    expect(await record(change)).toMatchObject({ __typename: "InvalidInput", code });
  });

  it("is refused to whoever does not work for all of the region around it", async () => {
    for (const wish of [{ region: "110105" }, { region: "31" }, { departments: ["BJ-GJJ"] }]) {
      expect(await record({}, wish)).toMatchObject({ code: "ZONE_OUTSIDE_JURISDICTION" });
    }
  });
});

describe("zones in the rules of regions", () => {
  const zone = (code: string, parent: string): Zone => ({
    ...{ code: code as Zone["code"], name: "某开发区", parent: parent as Zone["code"] },
    validFrom: date("2026-01-01"),
  });

  it("lie in their prefecture and province, by code, and are reconsidered by the government around them", () => {
    knowZones([zone("130171", "130100"), zone(ZONE, "110000")]);
    const [hebei, beijing] = ["130171", ZONE] as Zone["code"][];
    if (!hebei || !beijing) throw new Error("two zones");
    expect(isRegionCode(hebei)).toBe(true);
    expect(regionsAround(hebei)).toEqual(["130171", "130100", "130000"]);
    expect(regionsWithin("130100" as Zone["code"])).toContain(hebei);
    expect(regionsUnder("130100" as Zone["code"])).toContain(hebei);
    expect(regionsUnder("130000" as Zone["code"])).not.toContain(hebei);
    expect(regionsUnder("110000" as Zone["code"])).toContain(beijing);
    expect(governmentName(governmentAt("COUNTY", hebei)).zh).toBe("石家庄市人民政府");
    expect(governmentName(governmentAt("COUNTY", beijing)).zh).toBe("北京市人民政府");
    knowZones([]);
    expect(isRegionCode(hebei)).toBe(false);
    // A record under a code is found around it in every process, also in one that knows no zones.
    expect(regionsAround(hebei)).toEqual(["130171", "130100", "130000"]);
  });

  it("have codes that no division has, whatever the prefecture", () => {
    for (const prefecture of ["1101", "1301", "3205", "4419", "5001"]) {
      for (let last = 0; last < 100; last += 1) {
        const code = `${prefecture}${String(last).padStart(2, "0")}`;
        const parent = regionsAround(code as Zone["code"])[1] ?? "";
        const checked = checkZone({ ...zone(code, parent), code });
        if (checked.ok) expect(isRegionCode(code), code).toBe(false);
        if (last < 57 || last > 80) expect(checked.ok, code).toBe(false);
      }
    }
  });
});

it("a process knows another's zones within a minute, reads once for all that ask at once, and goes on where it cannot", async () => {
  let [clock, reads, isBroken] = [0, 0, false];
  const known = openZones({
    clock: () => clock,
    log: () => undefined,
    open: () => ({
      get: async () => {
        reads += 1;
        if (isBroken) throw new Error("no answer");
        return undefined;
      },
    }),
  });
  await Promise.all([known(), known(), known()]);
  expect(reads).toBe(1);
  clock = 59_999;
  await known();
  expect(reads).toBe(1);
  clock = 60_000;
  isBroken = true;
  await known();
  isBroken = false;
  await known();
  expect(reads).toBe(3);
});
