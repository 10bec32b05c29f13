import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const WEB = join(import.meta.dirname, "../../web");
const read = (path: string): string => readFileSync(join(WEB, path), "utf8");
const SHEETS = ["base", "forms", "layout", "parts", "work"].map((name) => `shared/styles/${name}.css`);
/** WCAG 1.4.3, and 1.4.11 for what is no text. */
const [TEXT_MIN, PICTURE_MIN] = [4.5, 3];

const ON_PAGE = ["ground", "ground-soft"];
const ON_ANY = [...ON_PAGE, "blue-pale", "red-pale", "green-pale", "amber-pale"];
/** Texts and the grounds that they may stand on. */
const PAIRS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ["ink", ON_ANY],
  ["ink-soft", ON_ANY],
  ["blue", [...ON_PAGE, "blue-pale"]],
  ["red", [...ON_PAGE, "red-pale"]],
  ["green", [...ON_PAGE, "green-pale"]],
  ["amber", [...ON_PAGE, "amber-pale"]],
  ["ground", ["blue", "blue-deep"]],
];
const SCREEN_PAIRS: typeof PAIRS = [
  ["#ffffff", ["night"]],
  ["pale", ["night"]],
  ["light", ["night", "night-soft"]],
  ["#2b1d00", ["light"]],
];

const colorsIn = (sheet: string): ReadonlyMap<string, string> =>
  new Map(
    [...sheet.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = "", color = ""]) => [name, color]),
  );

/** The relative luminance of WCAG 2. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function weakIn(colors: ReadonlyMap<string, string>, pairs: typeof PAIRS, min: number): readonly string[] {
  const of = (name: string): string => {
    const color = name.startsWith("#") ? name : colors.get(name);
    if (!color) throw new Error(`there is no color ${name}`);
    return color;
  };
  return pairs.flatMap(([text, grounds]) =>
    grounds.filter((ground) => contrast(of(text), of(ground)) < min).map((ground) => `${text} on ${ground}`),
  );
}

/** Rules that set both. */
const pairsIn = (sheet: string): typeof PAIRS =>
  [...sheet.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = ""]) => {
    const text = /(?:^|\s)color: var\(--([\w-]+)\)/.exec(rule)?.[1];
    const ground = /background(?:-color)?: var\(--([\w-]+)\)/.exec(rule)?.[1];
    return text && ground ? [[text, [ground]] as const] : [];
  });

it("each text stands out from its ground by 4.5:1 at least, and what a picture draws by 3:1", () => {
  const colors = colorsIn(read("shared/styles/tokens.css"));
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  const set = SHEETS.flatMap((path) => pairsIn(read(path)));
  expect(set.length).toBeGreaterThan(5);
  expect(weakIn(colors, [...PAIRS, ...set], TEXT_MIN)).toEqual([]);
  const drawn = ["line", "tier-1", "tier-2", "tier-3"].map((name) => [name, ["ground"]] as const);
  expect(weakIn(colors, drawn, PICTURE_MIN)).toEqual([]);
});

it("the same on a hall's screen, which is read from across the hall", () => {
  const sheet = read("screen/board.css");
  expect(weakIn(colorsIn(sheet), [...SCREEN_PAIRS, ...pairsIn(sheet)], TEXT_MIN)).toEqual([]);
});
