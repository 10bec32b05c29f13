import type { CivilDate } from "../kernel/civil-date.ts";
import type { RegionCode } from "./region-code.ts";

/** A development zone that is administered as a region and has no code in GB/T 2260, as an operator has added it. */
export type Zone = {
  readonly code: RegionCode;
  /** In Chinese, without the names of the regions around it. */
  readonly name: string;
  readonly parent: RegionCode;
  readonly validFrom: CivilDate;
  /** The last day, where one is known. */
  readonly validUntil?: CivilDate | undefined;
};

let known: ReadonlyMap<string, Zone> = new Map();

/** From now on this process knows these zones, and no others: they are regions wherever a region is asked for. */
export function knowZones(zones: readonly Zone[]): void {
  known = new Map(zones.map((zone) => [zone.code, zone]));
}

export const zoneOf = (code: string): Zone | undefined => known.get(code);

export const allZones = (): readonly Zone[] => [...known.values()];

export const isZoneInForce = ({ validFrom, validUntil }: Zone, on: CivilDate): boolean =>
  validFrom <= on && (validUntil === undefined || on <= validUntil);

/**
 * The Bureau of Statistics numbers areas that it counts apart from 57 on behind their prefecture; GB/T 2260 ends its districts
 * before that, and numbers cities of county level from 81.
 */
const ZONE_CODE = /^\d{4}(?:5[7-9]|[67]\d|80)$/;

/** Whether a code has the form of a zone's; that it lies in a region that there is, is for others to look at. */
export const isZoneCode = (code: string): code is RegionCode => ZONE_CODE.test(code);
