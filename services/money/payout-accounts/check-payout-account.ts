import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten, unchanged } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { openNumber } from "./account-number.ts";
import { type AskPorts, type AskRefusal, askBank, type Identity } from "./ask-bank.ts";
import { cameBy, isStanding, type PayoutAccount, prove, provenBy } from "./payout-account.ts";
import { getPayoutAccount, putPayoutAccount } from "./store.ts";

export type NoSuchAccount = { readonly code: "PAYOUT_ACCOUNT_NOT_FOUND" };

/** Asks again whether an account of the caller's is theirs, of which nobody could tell. One that is proven stays so. */
export function checkPayoutAccount(
  ports: AskPorts & { readonly actor: Citizen },
  id: string,
  identity: Identity,
): Promise<Result<PayoutAccount, AskRefusal | NoSuchAccount>> {
  const { actor, now: at, requestId, mode, database, secrets } = ports;
  return decideUntilWritten({
    database,
    about: `the account ${id}`,
    read: async () => (isId("pac", id) ? getPayoutAccount(ports, actor.id, id) : undefined),
    decide: async (found) => {
      if (!found || !isStanding(found)) return err({ code: "PAYOUT_ACCOUNT_NOT_FOUND" });
      if (provenBy(found)) return unchanged(ok(found));
      const accountNumber = openNumber(found.number, secrets);
      const question = {
        ...{ owner: actor.id, identity, id: found.id, accountNumber, since: cameBy(found).at },
        isProven: false,
      };
      const asked = await askBank(ports, question);
      if (!asked.ok) return asked;
      if (asked.value?.outcome !== "MATCH") return unchanged(ok(found));
      const proven = prove(found, { at, reference: asked.value.reference }, asked.value);
      return ok({ before: found, after: { ...proven, revision: found.revision + 1 } });
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "payout-accounts.account.proven",
        writes: [putPayoutAccount(ports, after, before)],
        event: { type: "payout-account.proven", mode, to: [actor.id], payload: { about: after.id } },
      }),
  });
}
