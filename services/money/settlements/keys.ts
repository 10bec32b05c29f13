import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { key } from "../../kernel/database/tables.ts";
import type { PartnerId } from "../../kernel/ids.ts";
import type { BookId, ContractId } from "./ids.ts";

/** Contracts of settlement, how far partners are settled with, and their settlements by day. */
export const settlementKeys = {
  contract: (partner: PartnerId, kind: string, id: ContractId) =>
    key(partner, `settlement-contract#${kind}#${id}`),
  contracts: (kind: string) => ({ skPrefix: `settlement-contract#${kind}#` }),
  proposedContracts: "settlement-contracts-proposed",
  book: (id: BookId) => key(id, "settlement-book"),
  books: "settlement-books",
  settlement: (partner: PartnerId, kind: string, day: CivilDate) => key(partner, `settlement#${kind}#${day}`),
  settlements: (kind: string) => ({ skPrefix: `settlement#${kind}#` }),
  channelSettlements: (channel: string): string => `channel-settlements#${channel}`,
  channelSettlement: (channel: string, through: CivilDate, id: string) =>
    key(settlementKeys.channelSettlements(channel), `${through}#${id}`),
  channelDay: (channel: string, day: CivilDate) => key(`channel-day#${channel}#${day}`, "settlement"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "records",
    what: "a contract by which a partner is settled with",
    key: "{partner}, settlement-contract#{kind}#{contract}",
  },
  { table: "records", what: "all of a kind", key: "{partner}, settlement-contract#{kind}#…" },
  {
    table: "records",
    what: "those that wait for another treasurer, by when they were proposed",
    key: "settlement-contracts-proposed, {time}#{contract}",
    index: "index1",
  },
  { table: "records", what: "how far a partner is settled with", key: "{book}, settlement-book" },
  {
    table: "records",
    what: "the partners that are settled with, by when they are next",
    key: "settlement-books, {time}#{book}",
    index: "index1",
  },
  { table: "records", what: "a day's settlement", key: "{partner}, settlement#{kind}#{day}" },
  { table: "records", what: "a partner's settlements by day", key: "{partner}, settlement#{kind}#…" },
  {
    table: "records",
    what: "the transfers by which a payment channel has settled days",
    key: "channel-settlements#{channel}, {last day}#{settlement}",
  },
  { table: "records", what: "the one that has a day", key: "channel-day#{channel}#{day}, settlement" },
] as const satisfies readonly AccessPattern[];
