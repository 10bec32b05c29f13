import type { Citizen } from "../../kernel/actor.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { openNumber } from "./account-number.ts";
import { type AskPorts, type AskRefusal, askBank, type Identity } from "./ask-bank.ts";
import { cameBy, isStanding, type PayoutAccount, prove, provenBy } from "./payout-account.ts";
import { getPayoutAccount, putPayoutAccount } from "./store.ts";

export type NoSuchAccount = { readonly code: "PAYOUT_ACCOUNT_NOT_FOUND" };

const ATTEMPTS_MAX = 5;

/** Asks again whether an account of the caller's is theirs, of which nobody could tell. One that is proven stays so. */
export async function checkPayoutAccount(
  ports: AskPorts & { readonly actor: Citizen },
  id: string,
  identity: Identity,
): Promise<Result<PayoutAccount, AskRefusal | NoSuchAccount>> {
  const { actor, now: at, requestId, mode, database, secrets } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const found = isId("pac", id) ? await getPayoutAccount(ports, actor.id, id) : undefined;
    if (!found || !isStanding(found)) return err({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
    if (provenBy(found)) return ok(found);
    const accountNumber = openNumber(found.number, secrets);
    const question = {
      ...{ owner: actor.id, identity, id: found.id, accountNumber, since: cameBy(found).at },
      isProven: false,
    };
    const asked = await askBank(ports, question);
    if (!asked.ok) return asked;
    if (asked.value?.outcome !== "MATCH") return ok(found);
    const proven = prove(found, { at, reference: asked.value.reference }, asked.value);
    const next = { ...proven, revision: found.revision + 1 };
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: found.id, table: recordsTable(mode) },
      action: "payout-accounts.account.proven",
      writes: [putPayoutAccount(ports, next, found)],
      event: { type: "payout-account.proven", mode, to: [actor.id], payload: { about: found.id } },
    });
    if (done.ok) return ok(next);
    database.forget();
  }
  throw new Error(`the account ${id} changed ${ATTEMPTS_MAX} times while it was checked`);
}
