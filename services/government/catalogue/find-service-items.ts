import type { RegionCode } from "../../field/region.ts";
import type { Actor, Officer } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { getHead } from "./head-store.ts";
import { type Listing, type NotOffered, offerIn, type RollOut } from "./item-head.ts";
import type { LifeEvent } from "./life-event.ts";
import { listingsAround } from "./listings-around.ts";
import { type Asker, isFor, type RollOutStage } from "./pilot.ts";
import type { RollOutChange } from "./roll-out-change.ts";
import { listRollOutChanges } from "./roll-out-store.ts";
import { matches, termsOf } from "./search.ts";
import {
  type Audience,
  DRAFT_VERSION,
  isItemCode,
  mayEdit,
  parseItemId,
  type ServiceChannel,
  type ServiceItem,
} from "./service-item.ts";
import { getDraft, getVersion } from "./store.ts";

export type ItemFilter = {
  readonly region: RegionCode;
  readonly audience: Audience | undefined;
  readonly lifeEvent: LifeEvent | undefined;
  readonly search: string;
  /** Only those of which this holds. */
  readonly of?: (terms: OfferTerms) => boolean;
  /** The one who asks: pilots show to those alone who have a part in them. */
  readonly asker: Asker;
};

/** The terms of an item by which it is told where it is served. */
export type OfferTerms = {
  readonly code: string;
  readonly department: string;
  readonly channels: readonly ServiceChannel[];
};

const SEARCH_LENGTH_MAX = 100;

type Reads = Pick<Database, "get" | "query">;

/**
 * The items that are on in a region, by code: those that pass the filter, `first` of them behind the item with the
 * code `after`. An item that is switched on or off meanwhile appears or goes, and moves no other. Errors: a search
 * that is too long or holds control characters.
 */
export async function findServiceItems(
  { region, audience, lifeEvent, search, asker, of }: ItemFilter,
  { first, after }: { readonly first: number; readonly after?: string },
  database: Reads,
): Promise<Result<{ readonly items: readonly ServiceItem[]; readonly more: boolean }, TextProblem>> {
  const text = checkText(search, 0, SEARCH_LENGTH_MAX);
  if (!text.ok) return text;
  const terms = termsOf(text.value);
  const found: Listing[] = [];
  for await (const listing of listingsAround(database, region, after)) {
    if (!isFor(listing, asker)) continue;
    if (audience && !listing.audiences.includes(audience)) continue;
    if (lifeEvent && !listing.lifeEvents?.includes(lifeEvent)) continue;
    if (!matches(listing.search, terms)) continue;
    if (of && !of(await termsOfOffer(database, listing))) continue;
    found.push(listing);
    if (found.length > first) break;
  }
  const listed = found.slice(0, first);
  const items = await Promise.all(
    listed.map(({ code, version }) => publishedVersion(database, code, version)),
  );
  return ok({ items, more: found.length > first });
}

async function termsOfOffer(
  database: Reads,
  { code, version, department, channels }: Listing,
): Promise<OfferTerms> {
  if (department !== undefined && channels) return { code, department, channels };
  const item = await publishedVersion(database, code, version);
  return { code, department: item.department.code, channels: item.channels };
}

async function publishedVersion(database: Reads, code: string, version: number): Promise<ServiceItem> {
  const item = await getVersion(database, code, version);
  if (!item) throw new Error(`version ${version} of item ${code} is in force, but not on record`);
  return item;
}

/** The view of an item that somebody wants: how it is offered to them in a region, or one of its versions. */
export type ItemWish = {
  readonly region?: RegionCode | undefined;
  readonly version?: number | undefined;
  /** The caller who asks, with `region`; nobody known has no part in a pilot that is limited. */
  readonly asker?: Asker;
};

/**
 * An item's version in force, or a given published one; with `region` only if the item is on there. Anybody may
 * read what was ever published: it is what citizens were told.
 */
export async function findServiceItem(
  code: string,
  { region, version, asker = {} }: ItemWish,
  database: Reads,
): Promise<ServiceItem | undefined> {
  if (!isItemCode(code)) return undefined;
  // A version stands on record from its publication on, and for ever.
  if (version !== undefined && !region) {
    return version >= 1 ? getVersion(database, code, version) : undefined;
  }
  const head = await getHead(database, code);
  if (!head || (region && !offerIn(head, region, asker).ok)) return undefined;
  const wanted = version ?? head.version;
  return wanted >= 1 && wanted <= head.version ? publishedVersion(database, code, wanted) : undefined;
}

/** The version in force as it is offered to an applicant in a region, with the stage under which they apply. */
export async function findOffer(
  code: string,
  region: RegionCode,
  asker: Asker,
  database: Reads,
): Promise<Result<{ readonly item: ServiceItem; readonly stage: Exclude<RollOutStage, "OFF"> }, NotOffered>> {
  const head = isItemCode(code) ? await getHead(database, code) : undefined;
  if (!head) return err({ code: "ITEM_NOT_OFFERED" });
  const stage = offerIn(head, region, asker);
  if (!stage.ok) return stage;
  return ok({ item: await publishedVersion(database, code, head.version), stage: stage.value });
}

/** An item's draft, for those who may edit it; undefined for others, as if there were none. */
export async function findDraft(
  code: string,
  officer: Officer,
  database: Reads,
): Promise<ServiceItem | undefined> {
  const draft = isItemCode(code) ? await getDraft(database, code) : undefined;
  if (!draft || !officer.roles.includes("CATALOGUE_EDITOR") || !mayEdit(draft, officer.jurisdiction))
    return undefined;
  const { revision: _, ...content } = draft;
  return { ...content, version: DRAFT_VERSION };
}

/** The record that an item's id names: a version for anybody, the draft for officers who may edit it. */
export async function findItemById(
  id: string,
  actor: Actor,
  database: Reads,
): Promise<ServiceItem | undefined> {
  const named = parseItemId(id);
  if (!named) return undefined;
  const { code, version } = named;
  if (version !== DRAFT_VERSION) return findServiceItem(code, { version }, database);
  return actor.kind === "OFFICER" ? findDraft(code, actor, database) : undefined;
}

/** Where an item is switched on or off. Only the version in force is: a draft not yet, an older one no more. */
export async function findRollOut(
  { code, version }: ServiceItem,
  database: Reads,
): Promise<readonly RollOut[]> {
  const head = version === DRAFT_VERSION ? undefined : await getHead(database, code);
  return head?.version === version ? head.rollOut : [];
}

/** A page of the changes of an item's roll-out, whichever of its versions was in force, newest first. */
export const findRollOutChanges = (
  { code }: Pick<ServiceItem, "code">,
  page: { readonly first: number; readonly after?: number },
  database: Reads,
): Promise<{ readonly changes: readonly RollOutChange[]; readonly more: boolean }> =>
  listRollOutChanges(database, code, page);
