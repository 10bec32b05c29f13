import type { CivilDate } from "../kernel/civil-date.ts";
import type { Message } from "../kernel/message.ts";
import { allRegions, isRegionCode, type RegionCode, regionsAround, regionsWithin } from "./region.ts";
import { REGION_NAMES } from "./region-names.ts";
import { isZoneInForce, zoneOf } from "./zones.ts";

/** Whether a region is one on a day, or on any: a development zone has days, and all others are always. */
export function isInForce(code: RegionCode, on: CivilDate | undefined): boolean {
  const zone = zoneOf(code);
  return !zone || on === undefined || isZoneInForce(zone, on);
}

let names: ReadonlyMap<RegionCode, string> | undefined;

/** A region's name in Chinese, without those of the regions around it. */
export function regionName(code: RegionCode): string {
  names ??= namesByCode();
  const name = names.get(code) ?? zoneOf(code)?.name;
  if (name === undefined) throw new Error(`region ${code} has no name`);
  return name;
}

/** A region in a text, with the name of the prefecture or municipality around it: no other language has names for them. */
export function regionText(code: RegionCode): Message {
  const around = parentOf(code);
  const name = `${around && !around.endsWith("0000") ? regionName(around) : ""}${regionName(code)}`;
  return { zh: name, en: name };
}

function namesByCode(): ReadonlyMap<RegionCode, string> {
  const inOrder = REGION_NAMES.trim().split(/\s/);
  return new Map(allRegions().map((code, i) => [code, inOrder[i] ?? ""]));
}

/** The names of codes that GB/T 2260 gives to groups: no people live in one, but in what it groups. */
const GROUP = /^(?:市辖区|县|.*直辖县级行政区划)$/;

const isGroup = (code: RegionCode): boolean => GROUP.test(regionName(code));

/** The region that a region lies in directly, groups left out: 110000 of 110105; undefined for a province. */
export const parentOf = (code: RegionCode): RegionCode | undefined =>
  regionsAround(code)
    .slice(1)
    .find((around) => !isGroup(around));

/**
 * The regions that lie directly in a region, by code: of a province its prefectures and the counties that it administers
 * directly, of a municipality its districts, of a prefecture its counties; without a region the provinces. With them their
 * development zones: those that are in force on a day, or all.
 */
export function regionsUnder(code: RegionCode | undefined, on?: CivilDate): readonly RegionCode[] {
  if (code === undefined) return allRegions().filter((one) => one.endsWith("0000"));
  const within = regionsWithin(code).filter((one) => one !== code && isInForce(one, on));
  return isGroup(code) ? within : within.filter((one) => !isGroup(one) && parentOf(one) === code);
}

/**
 * The regions that an officer of all that begins with a prefix can begin with: the broadest, and where that is one, those
 * directly in it, too.
 */
export function regionsOfPrefix(prefix: string): readonly RegionCode[] {
  const own = broadestOf(prefix);
  const [one, ...others] = own;
  return one && others.length === 0 ? [one, ...regionsUnder(one)] : own;
}

function broadestOf(prefix: string): readonly RegionCode[] {
  const whole = prefix.padEnd(6, "0");
  if (prefix.length >= 2 && isRegionCode(whole)) return [whole];
  const own = allRegions().filter((code) => code.startsWith(prefix));
  return own.filter((code) => !regionsAround(code).some((around) => around !== code && own.includes(around)));
}
