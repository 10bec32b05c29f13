import { parentOf, regionName } from "../../field/named-region.ts";
import { isStandardRegionCode, type RegionCode } from "../../field/region.ts";
import { isZoneCode, type Zone } from "../../field/zones.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Message } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** All zones that operators have added, by code; the revision guards each change. */
export type ZoneList = { readonly zones: readonly Zone[]; readonly revision: number };

/** A zone as somebody states it. */
export type ZoneWish = {
  readonly code: string;
  readonly name: string;
  readonly parent: RegionCode;
  readonly validFrom: CivilDate;
  readonly validUntil?: CivilDate | undefined;
};

export type NotAZone = {
  readonly code:
    | "ZONE_CODE_WRONG"
    | "ZONE_CODE_TAKEN"
    | "ZONE_PARENT_WRONG"
    | "ZONE_ENDS_BEFORE"
    | "ZONES_FULL";
  readonly values?: Readonly<Record<string, string | Message>>;
  readonly path: readonly string[];
};

/** A request loads them all. */
const ZONES_MAX = 1_000;

/**
 * A zone with a code that can be no other region's: the Bureau of Statistics numbers such areas behind their prefecture from
 * 57 on, where GB/T 2260 has nothing. By that code it lies in the region that the digits before it name, so that
 * jurisdictions, lists and queues of that region hold it, too.
 */
export function checkZone({ code, name, parent, validFrom, validUntil }: ZoneWish): Result<Zone, NotAZone> {
  const wrong = (problem: NotAZone["code"], field: string, values?: NotAZone["values"]) =>
    err({ code: problem, path: ["input", field], ...(values ? { values } : {}) });
  if (isStandardRegionCode(code)) return wrong("ZONE_CODE_TAKEN", "code");
  const isBehindPrefecture = isZoneCode(code) && isStandardRegionCode(`${code.slice(0, 4)}00`);
  const around = isBehindPrefecture ? parentOf(code) : undefined;
  if (!isBehindPrefecture || !around) return wrong("ZONE_CODE_WRONG", "code");
  if (around !== parent)
    return wrong("ZONE_PARENT_WRONG", "parent", { parent: `${around} ${regionName(around)}` });
  if (validUntil && validUntil < validFrom) return wrong("ZONE_ENDS_BEFORE", "validUntil");
  return ok({ code, name, parent, validFrom, ...(validUntil ? { validUntil } : {}) });
}

/** The list with a zone more, or with one put right: a code never leaves it, for cases stand under it. */
export function withZone(before: ZoneList | undefined, zone: Zone): Result<ZoneList, NotAZone> {
  const others = before?.zones.filter(({ code }) => code !== zone.code) ?? [];
  if (others.length >= ZONES_MAX)
    return err({ code: "ZONES_FULL", values: { max: String(ZONES_MAX) }, path: ["input", "code"] });
  const zones = [...others, zone].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return ok({ zones, revision: (before?.revision ?? 0) + 1 });
}
