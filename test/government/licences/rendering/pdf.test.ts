import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../../../../services/government/licences/rendering/pdf.ts";
import type { Rendering } from "../../../../services/government/licences/rendering/rendering.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { ODD_NAMES, unspaced } from "./names.ts";
import { allFields, SAMPLE_CODES, sampleOf } from "./samples.ts";

/** A page as a reader of PDF selects its text. */
async function read(rendering: Rendering) {
  const document = await getDocumentProxy(await renderPdf(rendering));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  return { text, said: unspaced(text), totalPages, document };
}

const PAIRS = ODD_NAMES.flatMap((name, i) =>
  i % 2 === 0 ? [[name, ODD_NAMES[i + 1] ?? "王芳"] as const] : [],
);

describe("a page as PDF", () => {
  it.each(SAMPLE_CODES)("of %s is one page whose text can be selected", async (code) => {
    const { version } = sampleOf(code);
    const { said, totalPages } = await read(sampleOf(code, { fields: allFields(code) }));
    expect(totalPages).toBe(1);
    expect(said).toContain(unspaced(String(version.content["name"])));
    expect(said).toContain("以该数据为准");
    expect(said).toContain("thesigneddataprevails");
    expect(said).toContain("制作于2026-11-3018:20");
    expect(said).toContain(version.identifier);
  });

  it("has its name, its language and its day, and no scripts or links", async () => {
    const { document } = await read(sampleOf("residence-permit"));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: "居住证", Language: "zh-CN", CreationDate: "D:20261130102000Z" });
    expect(await document.getJSActions()).toBeNull();
    const page = await document.getPage(1);
    expect(await page.getAnnotations()).toEqual([]);
    const tree = JSON.stringify(await page.getStructTree());
    expect(tree).toContain('"role":"P"');
    expect(tree).toContain('"alt":"核验二维码');
  });

  it("is the same to the byte for the same rendering, also beside others", async () => {
    const rendering = sampleOf("marriage-certificate");
    const [first, other, again] = await Promise.all(
      [rendering, sampleOf("residence-permit"), rendering].map(renderPdf),
    );
    expect(Buffer.compare(first ?? new Uint8Array(), again ?? new Uint8Array(1))).toBe(0);
    expect(other).not.toEqual(first);
  });

  it("has rare characters that its font has, and says which it has not", async () => {
    const { said } = await read(sampleOf("residence-permit", { content: { name: "𠮷㛃䶮𬭎𪛖" } }));
    expect(said).toContain("𠮷㛃䶮𬭎〓");
    expect(said).toContain("“〓”处的字符本页无法显示：U+2A6D6");
    expect(said).toContain("thispagecannotshow:U+2A6D6");
    const { said: usual } = await read(sampleOf("residence-permit"));
    expect(usual).not.toContain("〓");
  });

  it("of a copy has its words across the ground", async () => {
    const copy = {
      ...{ number: "lcp_0123456789abcdef", verifier: "某某中学" },
      ...{ purpose: "入学登记", until: date("2026-12-31") },
    };
    const { said } = await read(sampleOf("residence-permit", { copy }));
    expect(said.split("仅供某某中学用于“入学登记”").length).toBeGreaterThan(4);
  });

  it.each(PAIRS.map((pair) => [JSON.stringify(pair), ...pair] as const))(
    "is read for holders called %s",
    async (_, name, spouseName) => {
      const { said, totalPages } = await read(
        sampleOf("marriage-certificate", { content: { name, spouseName } }),
      );
      expect(totalPages).toBe(1);
      expect(said).toContain("2021年5月20日");
      for (const one of [name, spouseName]) if (/^[ -~]*$/.test(one)) expect(said).toContain(unspaced(one));
    },
  );
});
