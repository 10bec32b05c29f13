import { readAfter } from "../../shared/frame/search-texts.ts";
import type { PartnerStatus } from "../../shared/generated/graphql.ts";
import { PARTNER_STATUSES } from "../../shared/texts/partner-texts.ts";

/** The state of the partners that are listed, and where the list goes on. */
export type PartnersSearch = { readonly status: PartnerStatus; readonly after?: string };

const isStatus = (value: unknown): value is PartnerStatus =>
  typeof value === "string" && value in PARTNER_STATUSES;

/** Those that wait for a decision, where an address names no other state. */
export function readPartnersSearch(search: Record<string, unknown>): PartnersSearch {
  const { status } = search;
  return { status: isStatus(status) ? status : "PENDING", ...readAfter(search) };
}
