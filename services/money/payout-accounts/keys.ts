import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { PayoutAccountId } from "./ids.ts";

/** The bank accounts to which people are paid. */
export const payoutAccountKeys = {
  account: (owner: CitizenId, id: PayoutAccountId) => key(owner, `payout-account#${id}`),
  accounts: { skPrefix: "payout-account#" },
  places: (owner: CitizenId) => key(owner, "payout-accounts"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "an account of a person", key: "{citizen}, payout-account#{account}" },
  { table: "records", what: "all accounts of a person", key: "{citizen}, payout-account#…" },
  { table: "records", what: "how many of them were added and stand", key: "{citizen}, payout-accounts" },
] as const satisfies readonly AccessPattern[];
