import type { RegionCode } from "../../field/region.ts";
import type { Actor, Citizen, Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { listRequestsOf } from "../citizens/index.ts";
import { type Enterprise, getEnterprise } from "../enterprises/index.ts";
import { findRegistration, footingOf } from "./find-registration.ts";
import { PARTNER_STATUSES, type Partner, type PartnerStatus, type Position } from "./partner.ts";
import { type RegisterStatement, statementOf } from "./register-statement.ts";
import { countByStatus, getPartner, listByStatus, listOfEnterprise, listRepresented } from "./store.ts";

/**
 * The partner with this id, for anybody who may act for it or did so last, and for the officers who manage partners. To
 * anybody else it does not exist.
 */
export async function findPartner(
  id: string,
  actor: Actor,
  { database, now }: { readonly database: Database; readonly now: Instant },
): Promise<Partner | undefined> {
  if (!isId("ptn", id)) return undefined;
  switch (actor.kind) {
    case "OFFICER":
      return actor.roles.includes("PARTNER_MANAGER") ? getPartner(database, id) : undefined;
    case "CITIZEN": {
      const partner = await getPartner(database, id);
      return partner && (await footingOf({ database, now }, partner, actor)) ? partner : undefined;
    }
    default:
      return undefined;
  }
}

/** So many of one enterprise's partners are shown. */
const SHOWN_MAX = 100;

type Page = { readonly first: number; readonly after?: Position };
type Listed = { readonly entries: readonly { readonly node: Partner; readonly position: Position }[] };

const SEARCH_LENGTH = { min: 0, max: 100 };
/** So many are looked through for a page of a search; where more are left, the page leads on. */
const LOOKED_THROUGH_MAX = 500;
const LOOKED_THROUGH_AT_ONCE = 100;

/**
 * The partners with this status, the earliest application first; of a search those in whose name or credit code it stands.
 * Errors: a search that is too long or holds control characters.
 */
export async function listPartners(
  { status, search }: { readonly status: PartnerStatus; readonly search: string },
  page: Page,
  { database }: { readonly database: Database },
): Promise<Result<Listed & { readonly more: More }, TextProblem>> {
  const text = checkText(search, SEARCH_LENGTH.min, SEARCH_LENGTH.max);
  if (!text.ok) return text;
  const { partners, more } =
    text.value === ""
      ? await listByStatus(database, status, page)
      : await searchByStatus(database, { status, words: text.value.toLowerCase() }, page);
  return ok({ entries: partners.map((node) => ({ node, position: positionOf(node) })), more });
}

/** Whether a list goes on, or from where, if that is behind what was looked through and not found. */
type More = boolean | { readonly behind: Position };

const positionOf = ({ appliedAt, id }: Partner): Position => ({ appliedAt, id });

type Wanted = { readonly status: PartnerStatus; readonly words: string };

async function searchByStatus(
  database: Database,
  { status, words }: Wanted,
  { first, after }: Page,
): Promise<{ readonly partners: readonly Partner[]; readonly more: More }> {
  const found: Partner[] = [];
  let behind = after;
  for (let looked = 0; looked < LOOKED_THROUGH_MAX; looked += LOOKED_THROUGH_AT_ONCE) {
    const wanted = { first: LOOKED_THROUGH_AT_ONCE, ...(behind ? { after: behind } : {}) };
    const { partners, more } = await listByStatus(database, status, wanted);
    found.push(...partners.filter(({ name, creditCode }) => isNamed(`${name} ${creditCode}`, words)));
    if (found.length >= first) return { partners: found.slice(0, first), more: true };
    const last = partners.at(-1);
    if (!more || !last) return { partners: found, more: false };
    behind = positionOf(last);
  }
  return { partners: found, more: behind ? { behind } : false };
}

const isNamed = (text: string, words: string): boolean => text.toLowerCase().includes(words);

export type PartnerTotal = {
  readonly status: PartnerStatus;
  readonly count: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
};

/** How many partners have each status. */
export const countPartners = ({
  database,
}: {
  readonly database: Database;
}): Promise<readonly PartnerTotal[]> =>
  Promise.all(
    PARTNER_STATUSES.map(async (status) => ({ status, ...(await countByStatus(database, status)) })),
  );

/** The partners that a person represents, the latest first; told to that person alone. */
export async function listOwnPartners(
  { citizenId, mode }: { readonly citizenId: CitizenId; readonly mode: Mode },
  { id }: Citizen,
  { database }: { readonly database: Database },
): Promise<readonly Partner[]> {
  return id === citizenId ? listRepresented(database, id, mode) : [];
}

/** All partners that were applied for in an enterprise's name, for a person who may bind it in that. */
export async function listPartnersOf(
  { creditCode, mode }: Pick<Enterprise, "creditCode"> & { readonly mode: Mode },
  actor: Citizen,
  { database, now }: { readonly database: Database; readonly now: Instant },
): Promise<readonly Partner[]> {
  if (mode !== actor.mode) return [];
  const enterprise = { creditCode, representativeMode: mode };
  const registration = await findRegistration({ database, now }, enterprise, actor.id);
  if (!registration?.capacity) return [];
  const ids = await listOfEnterprise(database, creditCode);
  const found = await Promise.all(ids.slice(0, SHOWN_MAX).map((id) => getPartner(database, id)));
  return found
    .filter((partner) => partner !== undefined)
    .filter(({ representativeMode }) => representativeMode === mode)
    .sort((a, b) => (a.appliedAt < b.appliedAt ? 1 : -1));
}

/** The region in which a partner's enterprise is registered. */
export const readRegion = async (
  { creditCode, representativeMode: mode }: Partner,
  { database }: { readonly database: Database },
): Promise<RegionCode | undefined> => (await getEnterprise({ database, mode }, creditCode))?.region;

/** The register's statement about a partner's enterprise now. For readers who may see the partner. */
export async function readStatement(
  { creditCode, representativeMode: mode }: Partner,
  { database }: { readonly database: Database },
): Promise<RegisterStatement | undefined> {
  const enterprise = await getEnterprise({ database, mode }, creditCode);
  return enterprise && statementOf(enterprise);
}

/** Whether this person may act for the partner by the register of this moment. */
export const mayActFor = async (
  partner: Partner,
  actor: Citizen,
  ports: { readonly database: Database; readonly now: Instant },
): Promise<boolean> => (await footingOf(ports, partner, actor)) === "ENTITLED";

type RequestPage = Parameters<typeof listRequestsOf>[1];

/** The requests to citizens in the partner's name; nothing for one who acted for it once. */
export async function readConsentRequests(
  partner: Partner,
  { mode, ...page }: RequestPage & { readonly mode: Mode },
  actor: Citizen,
  ports: { readonly database: Database; readonly now: Instant },
): ReturnType<typeof listRequestsOf> {
  if (!(await mayActFor(partner, actor, ports))) return { entries: [], more: false };
  return listRequestsOf({ id: partner.id, mode }, page, ports);
}
