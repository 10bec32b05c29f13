import type { RegionCode } from "../../field/region.ts";
import type { Actor, Citizen, Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type From, fullPage, type Onward, STRETCHES_MAX } from "../../kernel/database/full-page.ts";
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
type Listed = {
  readonly entries: readonly { readonly node: Partner; readonly position: Position }[];
  readonly more: Onward<Position>;
};

const SEARCH_LENGTH = { min: 0, max: 100 };
/** So many are looked through at once for a page of a search, and so often; where more are left, the page leads on. */
const LOOKED_THROUGH_AT_ONCE = 100;
const LOOKS_MAX = 5;

/**
 * The partners with this status, the earliest application first; of a search those in whose name or credit code it stands.
 * Errors: a search that is too long or holds control characters.
 */
export async function listPartners(
  { status, search }: { readonly status: PartnerStatus; readonly search: string },
  page: Page,
  { database }: { readonly database: Database },
): Promise<Result<Listed, TextProblem>> {
  const text = checkText(search, SEARCH_LENGTH.min, SEARCH_LENGTH.max);
  if (!text.ok) return text;
  const words = text.value.toLowerCase();
  const read = async ({ first, after }: From<Position>) => {
    const size = words === "" ? first : LOOKED_THROUGH_AT_ONCE;
    const wanted = { first: size, ...(after ? { after } : {}) };
    const { partners, next } = await listByStatus(database, status, wanted);
    const found = partners.filter(({ name, creditCode }) => isNamed(`${name} ${creditCode}`, words));
    return { entries: found.map((node) => ({ node, position: positionOf(node) })), next };
  };
  return ok(await fullPage(page, read, words === "" ? STRETCHES_MAX : LOOKS_MAX));
}

const positionOf = ({ appliedAt, id }: Partner): Position => ({ appliedAt, id });

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
