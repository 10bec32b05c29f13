import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { deviceIn, revoke, type WalletDevice } from "./wallet.ts";
import { getWallet, putWallet, type WalletStore, walletAggregate } from "./wallet-store.ts";

type RevokePorts = WalletStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

/** No such phone, or somebody else's: which of them is not told. */
export type NoSuchDevice = { readonly code: "WALLET_DEVICE_NOT_FOUND" };

/**
 * Ends what a phone of the caller's may show, for good; they are told. One that was revoked before stays so. Errors:
 * WALLET_DEVICE_NOT_FOUND.
 */
export async function revokeWalletKey(
  ports: RevokePorts,
  id: string,
): Promise<Result<WalletDevice, NoSuchDevice>> {
  const { actor, now: at, requestId, mode, database, commit } = ports;
  return decideUntilWritten({
    database,
    about: `the wallet of ${actor.id}`,
    read: () => getWallet(ports, actor.id),
    decide: (before) => {
      const device = deviceIn(before, id);
      if (!before || !device) return err({ code: "WALLET_DEVICE_NOT_FOUND" });
      const after = revoke(before, device.id, at);
      const answer = deviceIn(after, id) ?? device;
      return after === before ? unchanged(ok(answer)) : ok({ before, after, answer });
    },
    write: ({ before, after, answer }) =>
      commit({
        ...{ actor, at, requestId, aggregate: walletAggregate(actor.id), table: recordsTable(mode) },
        action: "licences.wallet-key.revoked",
        revision: after.revision,
        writes: [putWallet(ports, after, before)],
        event: { type: "wallet-key.revoked", mode, to: [actor.id], payload: { about: answer.id } },
      }),
  });
}
