import type { RegionCode } from "./region-code.ts";
import { REGION_CODES } from "./region-codes.ts";
import { allZones, zoneOf } from "./zones.ts";

export type { RegionCode } from "./region-code.ts";

let known: ReadonlySet<string> | undefined;

/** Built on first use: most cold starts never ask. */
function knownCodes(): ReadonlySet<string> {
  known ??= new Set(REGION_CODES.trim().split("\n").flatMap(codesOfProvince));
  return known;
}

function codesOfProvince(line: string): string[] {
  const [province = "", ...prefectures] = line.split(" ");
  const codes = [`${province}0000`];
  for (const group of prefectures) {
    const prefecture = province + group.slice(0, 2);
    codes.push(`${prefecture}00`);
    for (let i = 2; i < group.length; i += 2) codes.push(prefecture + group.slice(i, i + 2));
  }
  return codes;
}

/**
 * Includes the codes that GB/T 2260 gives to groups: 110100 (a municipality's districts), 500200 (its counties),
 * 429000 (places that the province administers directly).
 */
export function isStandardRegionCode(text: string): text is RegionCode {
  return knownCodes().has(text);
}

/** A code of the standard, or of a development zone that an operator has added. */
export const isRegionCode = (text: string): text is RegionCode =>
  isStandardRegionCode(text) || zoneOf(text) !== undefined;

/** All of the standard, a province, then each of its prefectures with its counties. */
export const allRegions = (): readonly RegionCode[] => [...knownCodes()].filter(isStandardRegionCode);

/** A region that stands in the source code; throws where it is none. */
export function region(code: string): RegionCode {
  if (!isRegionCode(code)) throw new Error(`${code} is no region`);
  return code;
}

/** Whether a code's first two digits name a province, municipality, autonomous or special administrative region. */
export function isProvince(twoDigits: string): boolean {
  return knownCodes().has(`${twoDigits}0000`);
}

const GROUP = /^(?:(?:11|12|31|50)\d\d|\d\d90)00$/;

/**
 * Whether a code is GB/T 2260's for a group of regions, which has no government of its own: a municipality's districts or
 * counties, or what a province administers directly.
 */
export const isGroupCode = (code: RegionCode): boolean => GROUP.test(code) && !code.endsWith("0000");

/** The digits that the codes of a region, and of all that lies in it, begin with. */
export const prefixOf = (code: RegionCode): string => code.replace(/(00)+$/, "");

/** The region itself and all that lies in it: of 110000 its districts, the code of their group, and zones. */
export function regionsWithin(code: RegionCode): RegionCode[] {
  const prefix = prefixOf(code);
  const zones = allZones().map((zone) => zone.code);
  return [...knownCodes(), ...zones].filter((one): one is RegionCode => one.startsWith(prefix));
}

/** The region itself and those that contain it, broadest last: 110105, 110100, 110000. */
export function regionsAround(code: RegionCode): RegionCode[] {
  const around = new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]);
  return [...around].filter((one): one is RegionCode => one === code || isStandardRegionCode(one));
}
