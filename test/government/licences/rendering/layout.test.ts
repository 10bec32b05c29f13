import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACCENT_INKS,
  ALARM_INK,
  QUIET_INK,
  TEXT_INK,
} from "../../../../services/government/licences/rendering/colours.ts";
import { layOut } from "../../../../services/government/licences/rendering/layout.ts";
import { ems, wrap } from "../../../../services/government/licences/rendering/measure.ts";
import { printable } from "../../../../services/government/licences/rendering/printable.ts";
import type { Drawn, Rendering } from "../../../../services/government/licences/rendering/rendering.ts";
import { SHEETS, type Sheet } from "../../../../services/government/licences/types/licence-template.ts";
import { LINES_MAX } from "../../../../services/government/licences/types/publishable-template.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { anyName, unspaced } from "./names.ts";
import { allFields, SAMPLE_CODES, sampleOf } from "./samples.ts";

type Line = Extract<Drawn, { kind: "TEXT" }>;

const pageOf = (rendering: Rendering) => {
  const page = layOut(rendering, () => true);
  const lines = page.drawn.filter((one): one is Line => one.kind === "TEXT");
  return { ...page, lines, said: unspaced(lines.map(({ text }) => text).join("")) };
};

/** The box in which a line's characters stand, a little less than it. */
const boxOf = ({ x, y, size, width }: Line) => ({
  ...{ left: x, right: x + width, top: y - size * 0.8, bottom: y + size * 0.15 },
});

function expectSound(rendering: Rendering): void {
  const { width, height, lines } = pageOf(rendering);
  const boxes = lines.filter(({ text }) => text !== "").map(boxOf);
  for (const { left, right, top, bottom } of boxes) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(height);
  }
  const overlaps = boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (other) =>
          one.left < other.right - 0.01 &&
          other.left < one.right - 0.01 &&
          one.top < other.bottom - 0.01 &&
          other.top < one.bottom - 0.01,
      ),
  );
  expect(overlaps).toEqual([]);
}

const COPY = {
  ...{ number: "lcp_0123456789abcdef", verifier: "北京市海淀区某某中学" },
  ...{ purpose: "入学登记", until: date("2026-12-31") },
};

/** A page with so many fields; on a sheet whose template names the first of them alone, or on that of no template. */
function manyFields(count: number, sheet: Sheet | undefined): Rendering {
  const names = Array.from({ length: count }, (_, i) => `f${i}`);
  const properties = Object.fromEntries(
    names.map((name) => [name, { type: "string", "x-label": { zh: `字段${name}`, en: `Field ${name}` } }]),
  );
  const title = { zh: "内容", en: "Content" };
  return sampleOf("business-licence", {
    content: Object.fromEntries(names.map((name) => [name, `value of ${name}`])),
    fields: names,
    type: {
      content: { type: "object", "x-pages": [{ title, fields: names }], properties },
      disclosures: names.map((field) => ({ field, disclosure: "ORDINARY" as const })),
      template: sheet && {
        ...{ sheet, accent: "GREY", title },
        blocks: [{ columns: 1, cells: [{ field: "f0" }] }],
      },
    },
  });
}

describe("the layout of a page", () => {
  it.each(SAMPLE_CODES)("of %s keeps each line on the sheet and off all others, and shows all", (code) => {
    for (const language of ["zh", "en"] as const)
      for (const copy of [undefined, COPY]) {
        const rendering = sampleOf(code, { language, copy, fields: allFields(code), status: "SUSPENDED" });
        expectSound(rendering);
        const { said } = pageOf(rendering);
        expect(said).not.toContain("未显示");
      }
  });

  it("holds whatever the texts are, and says so where one is not whole", () => {
    const long = fc.oneof(
      anyName,
      fc.nat({ max: 12_000 }).map((length) => "经营范围，".repeat(length / 5)),
      fc.nat({ max: 2_000 }).map((length) => "W".repeat(length)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...SHEETS),
        long,
        long,
        fc.constantFrom("zh", "en"),
        (sheet, name, scope, language) => {
          const title = { zh: name.slice(0, 60), en: name.slice(0, 120) };
          const cells = [{ field: "name" }, { field: "scope" }, { place: "ISSUER" }] as const;
          const template = { sheet, accent: "RED", title, blocks: [{ columns: 1, cells }] } as const;
          const rendering = sampleOf("business-licence", {
            ...{ language, content: { name, scope }, type: { template }, fields: ["name", "scope"] },
            copy: { ...COPY, purpose: name.slice(0, 200) },
          });
          expectSound(rendering);
          const { said } = pageOf(rendering);
          const isWhole = [name, scope].every((text) =>
            said.includes(unspaced(printable(text, () => true).text)),
          );
          expect(isWhole || said.includes("未显示")).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("leaves out the last of too many fields, and says how many", () => {
    const card = pageOf(manyFields(100, "CARD"));
    expectSound(manyFields(100, "CARD"));
    const [, count] = /另有(\d+)项内容因版面所限未显示/.exec(card.said) ?? [];
    const shown = card.lines.filter(({ text }) => text.startsWith("value of ")).length;
    expect(shown).toBeGreaterThan(LINES_MAX.CARD);
    expect(shown + Number(count)).toBe(100);
    // A type without a template has two columns for so many on its sheet.
    const { said } = pageOf(manyFields(80, undefined));
    expect(said).not.toContain("未显示");
    for (let i = 0; i < 80; i += 1) expect(said).toContain(`valueoff${i}`);
  });

  it.each(SHEETS)("has room on %s for as many lines as a template may have, also for a copy", (sheet) => {
    const full = manyFields(LINES_MAX[sheet], sheet);
    const rendering: Rendering = { ...full, copy: COPY, status: "SUSPENDED" };
    expectSound(rendering);
    expect(pageOf(rendering).said).not.toContain("未显示");
  });

  it("has a copy's words on every part of its ground", () => {
    const { drawn, width, height, lines } = pageOf(sampleOf("residence-permit", { copy: COPY }));
    const ground = drawn.filter((one) => one.kind === "WATERMARK");
    expect(ground.map(({ text }) => text).join("")).toContain("仅供北京市海淀区某某中学用于“入学登记”");
    for (const [right, lower] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const inQuarter = ground.filter(({ x, y, width: length }) => {
        const [middleX, middleY] = [x + length * 0.433, y - length * 0.25];
        return (middleX > width / 2 ? 1 : 0) === right && (middleY > height / 2 ? 1 : 0) === lower;
      });
      expect(inQuarter.length).toBeGreaterThan(1);
    }
    expect(lines[0]?.text).toContain("加注件 lcp_0123456789abcdef：仅供北京市海淀区某某中学");
    expect(drawn.findLastIndex(({ kind }) => kind === "WATERMARK")).toBeLessThan(
      drawn.findIndex(({ kind }) => kind === "TEXT"),
    );
  });

  it("takes no code that paper could not show", () => {
    expect(() => layOut(sampleOf("residence-permit", { verify: "x".repeat(301) }), () => true)).toThrow(
      RangeError,
    );
    expect(pageOf(sampleOf("residence-permit", { verify: "核".repeat(300) })).drawn).not.toEqual([]);
  });
});

describe("the colours of a page", () => {
  it.each(Object.entries({ ...ACCENT_INKS, ALARM_INK, QUIET_INK, TEXT_INK }))(
    "are read on white: %s",
    (_, ink) => {
      expect(1.05 / (luminance(ink) + 0.05)).toBeGreaterThanOrEqual(7);
    },
  );
});

/** WCAG 2.2, relative luminance. */
function luminance(ink: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(ink.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("the lines of a text", () => {
  it.each([
    ["甲乙丙丁戊", 2, ["甲乙", "丙丁", "戊"]],
    ["甲乙，丙丁", 2, ["甲", "乙，", "丙丁"]],
    ["甲（乙）丙", 3, ["甲", "（乙）", "丙"]],
    ["one two three", 4, ["one two", "three"]],
    ["甲abcdef乙", 4, ["甲", "abcdef", "乙"]],
    ["WWWWWWWW", 2, ["WW", "WW", "WW", "WW"]],
    ["甲\n\n乙", 9, ["甲", "", "乙"]],
    ["e\u0301e\u0301e\u0301e\u0301", 1.2, ["e\u0301e\u0301", "e\u0301e\u0301"]],
    ["", 5, [""]],
  ])("%j in a room of %d", (text, room, lines) => {
    expect(wrap(text, room)).toEqual(lines);
  });

  it("hold every character of it, each within the room", () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 3, max: 40 }), (name, room) => {
        const { text } = printable(name, () => true);
        const lines = wrap(text, room);
        expect(unspaced(lines.join(""))).toBe(unspaced(text));
        for (const line of lines) if ([...line].length > 1) expect(ems(line)).toBeLessThanOrEqual(room + 1);
      }),
    );
  });
});
