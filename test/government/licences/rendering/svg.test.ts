import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { printable } from "../../../../services/government/licences/rendering/printable.ts";
import type { Rendering } from "../../../../services/government/licences/rendering/rendering.ts";
import { renderSvg } from "../../../../services/government/licences/rendering/svg.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { anyName, ODD_NAMES, unspaced } from "./names.ts";
import { allFields, SAMPLE_CODES, sampleOf } from "./samples.ts";

type Parsed = { readonly text: string; readonly shapes: ReadonlySet<string> };

/** As a strict parser of XML reads it: it throws for what is not well-formed. */
function parse(svg: string): Parsed {
  const texts: string[] = [];
  const shapes = new Set<string>();
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    for (const [attribute, { value }] of Object.entries(attributes)) {
      shapes.add(`${name} ${attribute}`);
      expect(value).not.toMatch(/:\/\/(?!www\.w3\.org\/2000\/svg$)/);
    }
  });
  parser.on("text", (text) => texts.push(text));
  for (const kind of ["comment", "cdata", "doctype", "processinginstruction"] as const)
    parser.on(kind, () => expect.unreachable(`a ${kind}`));
  parser.write(svg).close();
  return { text: texts.join("\n"), shapes };
}

const copyFor = (name: string): Rendering["copy"] => ({
  ...{ number: "lcp_0123456789abcdef", verifier: name, purpose: name, until: date("2026-12-31") },
});

/** The elements and attributes of a page of ordinary words. */
const ORDINARY = parse(renderSvg(sampleOf("residence-permit", { copy: copyFor("某某中学") }))).shapes;

const saysCut = (text: string): boolean => text.includes("完整内容见证照数据");

function expectSaid(name: string, rendering: Rendering): void {
  const { text, shapes } = parse(renderSvg(rendering));
  const shown = printable(name, () => true).text;
  if (!saysCut(text)) expect(unspaced(text)).toContain(unspaced(shown));
  expect([...shapes].filter((shape) => !ORDINARY.has(shape))).toEqual([]);
}

describe("a page as SVG", () => {
  it("has any name in it as text and nothing else, whatever the name is", () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom("zh", "en"), (name, language) => {
        expectSaid(name, sampleOf("residence-permit", { content: { name }, language }));
      }),
    );
  });

  it("has any words of a template, a choice, an issuer and a purpose as text", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const title = { zh: name, en: name };
        const blocks = [{ heading: title, columns: 2, cells: [{ field: "name" }] }];
        const sample = sampleOf("residence-permit", { copy: copyFor(name) });
        const { version } = sample;
        const issuer = { ...version.issuer, department: { code: "X", name: title } };
        const template = { sheet: "A4_PORTRAIT", accent: "BLUE", title, blocks } as const;
        expectSaid(name, { ...sample, version: { ...version, issuer, type: { ...version.type, template } } });
      }),
      { numRuns: 50 },
    );
  });

  it.each(ODD_NAMES.map((name) => [JSON.stringify(name), name] as const))("is sound for %s", (_, name) => {
    expectSaid(name, sampleOf("marriage-certificate", { content: { name, spouseName: name } }));
  });

  it("shows rare characters as themselves, and says which it cannot show", () => {
    const said = (name: string) => parse(renderSvg(sampleOf("residence-permit", { content: { name } }))).text;
    expect(said("𠮷㛃䶮𪛖")).toContain("𠮷㛃䶮𪛖");
    expect(said("𠮷㛃䶮𪛖")).not.toContain("〓");
    const turned = said("张\u202E伟");
    expect(turned).toContain("张〓伟");
    expect(turned).toContain("“〓”处的字符本页无法显示：U+202E");
  });

  it.each(SAMPLE_CODES)("of %s has each value that is asked for, and none beside", (code) => {
    const all = unspaced(parse(renderSvg(sampleOf(code, { fields: allFields(code) }))).text);
    const { version } = sampleOf(code);
    const sensitive = version.type.disclosures.filter(({ disclosure }) => disclosure === "SENSITIVE");
    const usual = unspaced(parse(renderSvg(sampleOf(code))).text);
    const least = unspaced(parse(renderSvg(sampleOf(code, { fields: ["name"] }))).text);
    expect(all).toContain(unspaced(String(version.content["name"])));
    for (const { field } of sensitive) {
      const value = unspaced(String(version.content[field]));
      expect(all).toContain(value);
      expect(usual).not.toContain(value);
    }
    expect(usual.includes("仅显示选定的内容")).toBe(sensitive.length > 0);
    expect(all).not.toContain("仅显示选定的内容");
    expect(least).toContain(unspaced(String(version.content["name"])));
    expect(least).not.toContain("11010519491231002X");
  });

  it.each(["zh", "en"] as const)("says in both languages what it is worth, in %s", (language) => {
    const { text } = parse(renderSvg(sampleOf("business-licence", { language })));
    const said = text.replaceAll("\n", " ");
    for (const part of [
      "以该数据为准",
      "the signed data prevails",
      "2026-11-30 18:20（北京时间）",
      "Made on 2026-11-30 18:20",
      "扫描二维码",
      "scan the code",
      "https://city.example/verify",
      "1.2.156.3005.2.",
    ])
      expect(said).toContain(part);
  });

  it("says days, choices, regions and truth in the page's language", () => {
    const said = (language: "zh" | "en", code: string) =>
      parse(renderSvg(sampleOf(code, { language, fields: allFields(code) }))).text;
    expect(said("zh", "residence-permit")).toContain("朝阳区");
    expect(said("zh", "disability-certificate")).toContain("2034年5月31日");
    expect(said("en", "disability-certificate")).toContain("2034-05-31");
    expect(said("en", "food-business-licence")).toContain("Catering, Selling food");
    expect(said("zh", "food-business-licence")).toContain("餐饮服务、食品销售");
    expect(said("zh", "business-licence")).toContain("长期");
  });

  it.each([
    ["SUSPENDED", "已暂停"],
    ["SUPERSEDED", "新版本取代"],
    ["INVALID", "注销或者撤销"],
    ["EXPIRED", "有效期已届满"],
    ["VALID", "状态：有效"],
  ] as const)("of a licence that is %s says so", (status, words) => {
    const { text } = parse(renderSvg(sampleOf("residence-permit", { status })));
    expect(unspaced(text)).toContain(words);
  });
});
