import type { Actor, Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { type CitizenId, isId } from "../../kernel/ids.ts";
import { cameBy, isStanding, type PayoutAccount } from "./payout-account.ts";
import { getPayoutAccount, listPayoutAccounts, type PayoutAccountStore } from "./store.ts";

/** A person's accounts that stand, the newest first. */
export const readPayoutAccounts = async (
  store: PayoutAccountStore,
  owner: CitizenId,
): Promise<readonly PayoutAccount[]> =>
  (await listPayoutAccounts(store, owner))
    .filter(isStanding)
    .toSorted((a, b) => (cameBy(a).at < cameBy(b).at ? 1 : -1));

/** An account of this person, removed ones too, by what somebody has written as its id; somebody else's is none. */
export const findPayoutAccount = async (
  store: { readonly database: Pick<Database, "get">; readonly mode: Mode },
  owner: CitizenId,
  id: string,
): Promise<PayoutAccount | undefined> => (isId("pac", id) ? getPayoutAccount(store, owner, id) : undefined);

/** The account behind a global id, for its owner; to anybody else it does not exist. */
export const findOwnAccount = async (
  id: string,
  actor: Actor,
  { database }: { readonly database: Pick<Database, "get"> },
): Promise<PayoutAccount | undefined> =>
  actor.kind === "CITIZEN" ? findPayoutAccount({ database, mode: actor.mode }, actor.id, id) : undefined;
