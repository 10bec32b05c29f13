import { describe, expect, it } from "vitest";
import { regionName, regionsOfPrefix, regionsUnder } from "../../services/field/named-region.ts";
import { allRegions, type RegionCode, region, regionsWithin } from "../../services/field/region.ts";
import { REGION_NAMES } from "../../services/field/region-names.ts";

describe("a region's name", () => {
  it.each([
    ["110000", "北京市"],
    ["110105", "朝阳区"],
    ["110119", "延庆区"],
    ["441900", "东莞市"],
    ["429021", "神农架林区"],
    ["500156", "武隆区"],
    ["659012", "白杨市"],
    ["710000", "台湾省"],
    ["820000", "澳门特别行政区"],
  ])("of %s is %s", (code, name) => {
    expect(regionName(region(code))).toBe(name);
  });

  it("is there for every region, and none is left over", () => {
    expect(REGION_NAMES.trim().split(/\s/)).toHaveLength(allRegions().length);
    expect(allRegions().filter((code) => !/^\p{Script=Han}{2,}$|^县$/u.test(regionName(code)))).toEqual([]);
  });

  it("takes little room: under 40 KB", () => {
    expect(Buffer.byteLength(REGION_NAMES)).toBeLessThan(40_000);
  });
});

describe("the regions directly in a region", () => {
  it("are a municipality's districts, without the group that they are in", () => {
    const districts = regionsUnder(region("110000"));
    expect(districts).toHaveLength(16);
    expect(districts).toEqual(regionsUnder(region("110100")));
    expect(regionsUnder(region("500000"))).toEqual(expect.arrayContaining(["500101", "500229"]));
  });

  it("are a province's prefectures, and the counties that it administers itself", () => {
    expect(regionsUnder(region("420000"))).toEqual(expect.arrayContaining(["420100", "429004", "429021"]));
    expect(regionsUnder(region("420000"))).not.toContain("429000");
    expect(regionsUnder(region("420100"))).toContain("420102");
    expect(regionsUnder(region("110105"))).toEqual([]);
  });

  it("are never more than the schema states", () => {
    const most = Math.max(...allRegions().map((code) => regionsUnder(code).length));
    expect(most).toBeLessThanOrEqual(40);
    expect(regionsUnder(undefined)).toHaveLength(34);
  });

  it("lead from the provinces to every region but the groups, each once", () => {
    const found: RegionCode[] = [];
    const waiting = [...regionsUnder(undefined)];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      found.push(next);
      waiting.push(...regionsUnder(next));
    }
    const groups = allRegions().filter((code) => !found.includes(code));
    expect(new Set(found).size).toBe(found.length);
    expect(groups.map(regionName)).toEqual(
      groups.map(() => expect.stringMatching(/市辖区|^县$|直辖县级行政区划/)),
    );
  });
});

describe("the regions that an officer begins with", () => {
  it.each([
    ["11", 17],
    ["1101", 17],
    ["110105", 1],
    ["4419", 1],
    ["", 34],
  ])("of the prefix %j are %i", (prefix, length) => {
    expect(regionsOfPrefix(prefix)).toHaveLength(length);
  });

  it("lie in the jurisdiction, the broadest first", () => {
    expect(regionsOfPrefix("11")[0]).toBe("110000");
    expect(regionsOfPrefix("1")).toEqual(["110000", "120000", "130000", "140000", "150000"]);
    for (const prefix of ["11", "42", "5001", "6590"])
      for (const code of regionsOfPrefix(prefix)) expect(code.startsWith(prefix)).toBe(true);
    expect(regionsWithin(region("110000"))).toEqual(expect.arrayContaining([...regionsOfPrefix("11")]));
    expect(regionsOfPrefix("99")).toEqual([]);
  });
});
