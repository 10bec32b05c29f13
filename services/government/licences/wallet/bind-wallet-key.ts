import type { Citizen, Mode } from "../../../kernel/actor.ts";
import type { TooManyGuesses } from "../../../kernel/attempts/index.ts";
import type { Change, Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { WalletDeviceId } from "../ids.ts";
import { checkOwnNumber, readOwnNumber } from "./check-own-number.ts";
import { deviceIdOf, type Proof, readDeviceKey, whyUnproven } from "./device-key.ts";
import type { Invalid } from "./invalid.ts";
import { bind, deviceIn, readDeviceName, type Wallet, type WalletDevice } from "./wallet.ts";
import { getWallet, putWallet, type WalletStore, walletAggregate } from "./wallet-store.ts";

export type WalletPorts = WalletStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "mac" | "citizenDigest">;
};

/** A phone's wish to be bound, as it comes. */
export type KeyWish = Proof & {
  readonly publicKey: Readonly<Record<string, unknown>>;
  readonly name: string;
  readonly idNumber: string;
};

/**
 * Binds a phone's key to the caller, once; they are told. A session alone does not do: the identity number is asked for, which
 * one who has borrowed the phone does not know, and wrong ones are counted. Errors: of the input by its place, among them
 * WALLET_DEVICES_FULL and WALLET_KEY_REVOKED; TOO_MANY_GUESSES.
 */
export async function bindWalletKey(
  ports: WalletPorts,
  wish: KeyWish,
): Promise<Result<WalletDevice, Invalid | TooManyGuesses>> {
  const { actor, now: at, requestId, mode, database, commit } = ports;
  const wanted = readWish(ports, wish);
  if (!wanted.ok) return wanted;
  const device = wanted.value;
  const number = readOwnNumber(wish.idNumber, at);
  if (!number.ok) return number;
  const identified = await checkOwnNumber(ports, device.id, number.value);
  if (!identified.ok) return identified;
  return decideUntilWritten({
    database,
    about: `the wallet of ${actor.id}`,
    read: () => getWallet(ports, actor.id),
    decide: (before) => {
      const bound = bind(before, actor.id, device);
      if (!bound.ok) return err({ ...bound.error, path: ["publicKey"] });
      const answer = deviceIn(bound.value, device.id) ?? device;
      return bound.value === before ? unchanged(ok(answer)) : ok({ before, after: bound.value, answer });
    },
    write: ({ before, after }) =>
      commit({
        ...{ actor, at, requestId, aggregate: walletAggregate(actor.id), table: recordsTable(mode) },
        ...keyBound(mode, after, device.id),
        writes: [putWallet(ports, after, before)],
      }),
  });
}

/** The change of a wallet to which a phone was bound, as its trail has it and as its owner is told. */
export const keyBound = (mode: Mode, { citizenId, revision }: Wallet, about: WalletDeviceId) =>
  ({
    action: "licences.wallet-key.bound",
    revision,
    event: { type: "wallet-key.bound", mode, to: [citizenId], payload: { about } },
  }) satisfies Partial<Change>;

/** All of the wish that can be told without a guess. */
function readWish(
  { actor, now, secrets }: WalletPorts,
  { publicKey, name, ...proof }: KeyWish,
): Result<WalletDevice, Invalid> {
  const called = readDeviceName(name);
  if (!called.ok) return err({ ...called.error, path: ["name"] });
  const key = readDeviceKey(publicKey);
  if (!key) return err({ code: "WALLET_KEY_INVALID", path: ["publicKey"] });
  const unproven = whyUnproven(secrets, { citizen: actor.id, key, now }, proof);
  if (unproven) return err(unproven);
  return ok({
    ...{ id: deviceIdOf(secrets, actor.id, key), name: called.value, publicKey: key, boundAt: now },
  });
}
