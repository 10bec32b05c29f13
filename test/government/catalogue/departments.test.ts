import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { draftOf, publishItem, region } from "./items.ts";

const FUND = { code: "BJ-GJJ", name: { zh: "北京住房公积金管理中心", en: "Beijing Housing Fund Centre" } };
const MARKET = { code: "BJ-SCJG", name: { zh: "北京市市场监督管理局", en: "Beijing market supervision" } };
const SHANGHAI = { code: "SH-GJJ", name: { zh: "上海市公积金管理中心", en: "Shanghai Housing Fund Centre" } };

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
  const publish = (code: string, department: typeof FUND, where: readonly string[]) =>
    publishItem(platform, draftOf({ code, department, regions: where.map(region) }), {});
  await publish("DEPT-1", FUND, ["110105", "110108"]);
  await publish("DEPT-2", MARKET, ["110000"]);
  await publish("DEPT-3", SHANGHAI, ["310000"]);
});
afterAll(() => platform.stop());

const viewed = async (jurisdiction: { region?: string; departments?: readonly string[] }): Promise<Json> => {
  const token = await platform.tokens.officer({ roles: ["REVIEWER"], ...jurisdiction });
  const query = "{ viewer { departments { code name { zh en } } regions { code name } } }";
  const { data, errors } = await platform.call({ token, query });
  expect(errors).toEqual([]);
  return at(data, "viewer");
};

describe("the departments that an officer works for", () => {
  it("are all that have published an item in the jurisdiction, where none is named", async () => {
    expect(await viewed({ region: "11" })).toMatchObject({ departments: [FUND, MARKET] });
    expect(await viewed({ region: "310101" })).toMatchObject({ departments: [SHANGHAI] });
    expect(await viewed({ region: "" })).toMatchObject({ departments: [FUND, MARKET, SHANGHAI] });
    expect(await viewed({ region: "44" })).toMatchObject({ departments: [] });
  });

  it("are those named, by their code where they have published nothing", async () => {
    const departments = ["BJ-SCJG", "BJ-XF"];
    const fire = { code: "BJ-XF", name: { zh: "BJ-XF", en: "BJ-XF" } };
    expect(await viewed({ region: "11", departments })).toMatchObject({ departments: [MARKET, fire] });
  });

  it("are called as the last publication calls them", async () => {
    const name = { zh: "北京市住房公积金中心", en: "Housing Fund of Beijing" };
    await publishItem(platform, draftOf({ code: "DEPT-4", department: { code: "BJ-GJJ", name } }), {});
    expect(await viewed({ region: "11" })).toMatchObject({ departments: [{ code: "BJ-GJJ", name }, MARKET] });
  });
});

describe("the regions of a jurisdiction", () => {
  it("have names, and Query.regions leads on", async () => {
    expect(at(await viewed({ region: "110105" }), "regions")).toEqual([{ code: "110105", name: "朝阳区" }]);
    const city = at(await viewed({ region: "11" }), "regions");
    expect(city).toEqual(expect.arrayContaining([{ code: "110000", name: "北京市" }]));
    const query = `{ provinces: regions { code } districts: regions(under: "110000") { code name } }`;
    const { data, errors } = await platform.call({ query });
    expect(errors).toEqual([]);
    expect(at(data, "provinces")).toHaveLength(34);
    expect(city).toEqual([
      { code: "110000", name: "北京市" },
      ...Object.values(Object(at(data, "districts"))),
    ]);
  });

  it("are an officer's alone", async () => {
    const query = "{ viewer { kind departments { code } regions { code } } }";
    const { data, errors } = await platform.call({ query, token: await platform.tokens.citizen() });
    expect(data).toEqual({ viewer: { kind: "CITIZEN", departments: null, regions: null } });
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  });
});
