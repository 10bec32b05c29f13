import { describe, expect, it } from "vitest";
import {
  region as inCode,
  isProvince,
  isRegionCode,
  type RegionCode,
  regionsAround,
  regionsWithin,
} from "../../services/field/region.ts";
import { REGION_CODES } from "../../services/field/region-codes.ts";

const region = (text: string): RegionCode => {
  if (!isRegionCode(text)) throw new Error(`${text} is no region`);
  return text;
};

const allCodes = Array.from({ length: 900_000 }, (_, i) => String(100_000 + i)).filter(isRegionCode);

describe("a region code", () => {
  it.each([
    ["110000", "Beijing"],
    ["110100", "the group of Beijing's districts"],
    ["110105", "Chaoyang, Beijing"],
    ["500200", "the group of Chongqing's counties"],
    ["500156", "Wulong, Chongqing"],
    ["230751", "Jinlin, Yichun"],
    ["350527", "Kinmen"],
    ["540481", "Mainling, a city since 2023"],
    ["710000", "Taiwan"],
    ["810000", "Hong Kong"],
    ["820000", "Macao"],
  ])("%s is known: %s", (code) => {
    expect(isRegionCode(code)).toBe(true);
  });

  it.each([
    ["419001", "Jiyuan"],
    ["429004", "Xiantao"],
    ["429021", "Shennongjia"],
    ["469030", "Qiongzhong"],
    ["659012", "Baiyang"],
  ])("%s, administered by its province directly, is known: %s", (code) => {
    expect(isRegionCode(code)).toBe(true);
  });

  it.each([
    ["441900", "Dongguan"],
    ["442000", "Zhongshan"],
    ["460400", "Danzhou"],
    ["620200", "Jiayuguan"],
    ["460300", "Sansha"],
  ])("%s is a prefecture without counties: %s", (code) => {
    expect(allCodes.filter((other) => other.startsWith(code.slice(0, 4)))).toEqual([code]);
  });

  it.each([
    ["130171", "a development zone"],
    ["320576", "an industrial park"],
    ["232761", "a forestry district"],
    ["632857", "an administrative committee"],
    ["460321", "islands counted apart"],
    ["620201", "a city that stands in for its own counties"],
  ])("%s, which only the Bureau of Statistics uses, is unknown: %s", (code) => {
    expect(isRegionCode(code)).toBe(false);
  });

  it.each([
    "",
    "11",
    "1101",
    "11010",
    "1101050",
    "110199",
    "990000",
    "000000",
    " 110105",
    "110105\n",
    "１１０１０５",
  ])("%j is unknown", (text) => {
    expect(isRegionCode(text)).toBe(false);
  });

  it("counts 34 provinces, 333 prefectures and 2,842 counties: the published 2,844 less Sansha's two without code", () => {
    const provinces = allCodes.filter((code) => code.endsWith("0000"));
    const groups = allCodes.filter((code) => /^(?:(?:11|12|31|50)0[12]|..90)00$/.test(code));
    const prefectures = allCodes.filter((code) => code.endsWith("00") && !code.endsWith("0000"));
    expect(provinces).toHaveLength(34);
    expect(prefectures.length - groups.length).toBe(333);
    expect(allCodes.length - provinces.length - prefectures.length).toBe(2_842);
  });
});

describe("a province", () => {
  it.each(["11", "46", "50", "54", "65", "71", "81", "82"])("%s is one", (digits) => {
    expect(isProvince(digits)).toBe(true);
  });

  it.each(["", "1", "00", "10", "16", "83", "91", "99", "1101", "110000", "北京"])("%j is none", (digits) => {
    expect(isProvince(digits)).toBe(false);
  });
});

describe("the regions around a region", () => {
  it("lead from a county over its prefecture to its province", () => {
    expect(regionsAround(region("110105"))).toEqual(["110105", "110100", "110000"]);
    expect(regionsAround(region("429004"))).toEqual(["429004", "429000", "420000"]);
  });

  it("name a prefecture or a province once", () => {
    expect(regionsAround(region("441900"))).toEqual(["441900", "440000"]);
    expect(regionsAround(region("110000"))).toEqual(["110000"]);
    expect(regionsAround(region("810000"))).toEqual(["810000"]);
  });

  it("are complete for every code: a county has two, a prefecture one, a province none", () => {
    for (const code of allCodes) {
      const levels = code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
      expect(regionsAround(code), code).toHaveLength(levels);
    }
  });
});

it("the list of codes stays small enough for a cold start: under 30 KB", () => {
  expect(Buffer.byteLength(REGION_CODES)).toBeLessThan(30_000);
});

describe("a region and what lies in it", () => {
  it("is a province with its prefectures and counties", () => {
    const within = regionsWithin(region("110000"));
    expect(within).toEqual(allCodes.filter((code) => code.startsWith("11")));
    expect(within).toEqual(expect.arrayContaining(["110000", "110100", "110105"]));
  });

  it("is a prefecture with its counties, and a county alone", () => {
    expect(regionsWithin(region("130100"))).toEqual(allCodes.filter((code) => code.startsWith("1301")));
    expect(regionsWithin(region("110105"))).toEqual(["110105"]);
  });

  it("is one that stands in the source code, or a fault of whoever wrote it there", () => {
    expect(inCode("110105")).toBe("110105");
    expect(() => inCode("110199")).toThrow("110199 is no region");
  });

  it("lies in what there is alone: a county of no prefecture lies in its province", () => {
    const around = allCodes.map((code) => regionsAround(region(code)));
    expect(around.flat().filter((code) => !isRegionCode(code))).toEqual([]);
  });
});
