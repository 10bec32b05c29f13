import { regionText } from "../../field/named-region.ts";
import { type RegionCode, regionsAround } from "../../field/region.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Violation } from "./item-terms.ts";
import { type Asker, isFor, type PilotLimits, type RollOutStage } from "./pilot.ts";
import type { Draft, ItemContent, PublishedItem, Responsibility } from "./service-item.ts";

export type RollOut = PilotLimits & {
  readonly region: RegionCode;
  readonly stage: RollOutStage;
  /** When the stage began; a pilot whose limits change goes on. */
  readonly since: Instant;
};

/** The parts of a published item that change: which version is in force, and where it is switched on. */
export type ItemHead = Responsibility & {
  readonly code: string;
  readonly version: number;
  /** The draft that this version was made from. */
  readonly draftRevision: number;
  readonly rollOut: readonly RollOut[];
  /** Counts changes. */
  readonly revision: number;
};

export type ItemNotAllowedNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: "DRAFT" | "PUBLISHED";
  readonly availableActions: readonly ("save" | "publish" | "rollOut")[];
};

/** Each region is a write of the commit that publishes, and a commit holds 99. */
export const ROLL_OUTS_MAX = 90;

export const notPublished: ItemNotAllowedNow = {
  code: "NOT_ALLOWED_NOW",
  state: "DRAFT",
  availableActions: ["save", "publish"],
};

/**
 * A draft becomes the version in force. Errors: NOT_ALLOWED_NOW where the version in force was made from this very
 * draft, so that of two who publish at once one is told that it is done. Where the new version is no longer
 * offered, it is switched off.
 */
export function nextVersion(
  { revision, editors: _, editorPersons: __, ...content }: Draft,
  head: ItemHead | undefined,
  now: Instant,
): Result<{ readonly item: PublishedItem; readonly head: ItemHead }, ItemNotAllowedNow> {
  if (head?.draftRevision === revision) {
    return err({ code: "NOT_ALLOWED_NOW", state: "PUBLISHED", availableActions: ["save", "rollOut"] });
  }
  const { code, department, regions } = content;
  const version = (head?.version ?? 0) + 1;
  const next: ItemHead = {
    code,
    department: { code: department.code },
    regions,
    version,
    draftRevision: revision,
    rollOut: (head?.rollOut ?? []).flatMap((entry) => carryOver(entry, regions, now)),
    revision: (head?.revision ?? 0) + 1,
  };
  return ok({ item: { ...content, version, publishedAt: now }, head: next });
}

function carryOver(entry: RollOut, regions: readonly RegionCode[], now: Instant): RollOut[] {
  if (isOffered(regions, entry.region)) return [entry];
  return entry.stage === "OFF" ? [] : [{ region: entry.region, stage: "OFF", since: now }];
}

/** A region's item is offered in all that lies in that region. */
export const isOffered = (regions: readonly RegionCode[], region: RegionCode): boolean =>
  regionsAround(region).some((around) => regions.includes(around));

/**
 * Switches the item on or off in one of its regions, or in a part of one: a pilot may begin in a district, and there
 * with a share of the citizens. Errors: REGION_NOT_OFFERED, TOO_MANY.
 */
export function rollOut(
  head: ItemHead,
  region: RegionCode,
  stage: RollOutStage,
  now: Instant,
  limits: PilotLimits = {},
): Result<ItemHead, Violation> {
  if (!isOffered(head.regions, region)) {
    return err({ code: "REGION_NOT_OFFERED", values: { region: regionText(region) }, path: ["region"] });
  }
  const others = head.rollOut.filter((entry) => entry.region !== region);
  if (others.length >= ROLL_OUTS_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(ROLL_OUTS_MAX) }, path: ["region"] });
  }
  const standing = head.rollOut.find((entry) => entry.region === region);
  const since = standing?.stage === stage ? standing.since : now;
  const entry = { region, stage, since, ...limits };
  return ok({ ...head, rollOut: [...others, entry], revision: head.revision + 1 });
}

/** The most specific entry decides: a district's own before its city's. */
const entryFor = (rollOut: readonly RollOut[], region: RegionCode): RollOut | undefined =>
  regionsAround(region)
    .map((around) => rollOut.find((candidate) => candidate.region === around))
    .find((entry) => entry !== undefined);

export const stageIn = (rollOut: readonly RollOut[], region: RegionCode): RollOutStage =>
  entryFor(rollOut, region)?.stage ?? "OFF";

/** An item is off in the region, or in a pilot that this applicant has no part in. */
export type NotOffered = { readonly code: "ITEM_NOT_OFFERED" | "ITEM_IN_PILOT" };

/** The stage at which the item is there for somebody in a region. */
export function offerIn(
  { code, rollOut }: Pick<ItemHead, "code" | "rollOut">,
  region: RegionCode,
  asker: Asker,
): Result<Exclude<RollOutStage, "OFF">, NotOffered> {
  const entry = entryFor(rollOut, region);
  if (!entry || entry.stage === "OFF") return err({ code: "ITEM_NOT_OFFERED" });
  return isFor({ code, ...entry }, asker) ? ok(entry.stage) : err({ code: "ITEM_IN_PILOT" });
}

/** An item in the list of one region: what the list is filtered by. */
export type Listing = Pick<ItemContent, "code" | "audiences" | "lifeEvents"> &
  PilotLimits & {
    /** The code of the item's department, and its channels; an entry from before they were kept here names neither. */
    readonly department?: string | undefined;
    readonly channels?: ItemContent["channels"] | undefined;
    readonly version: number;
    readonly stage: RollOutStage;
    readonly search: string;
  };
