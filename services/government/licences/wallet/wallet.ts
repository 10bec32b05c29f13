import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { WalletDeviceId } from "../ids.ts";
import type { PublicKey } from "../issuer-keys/public-key.ts";

/** A phone by whose key a person shows licences. */
export type WalletDevice = {
  readonly id: WalletDeviceId;
  /** As its owner calls it. */
  readonly name: string;
  readonly publicKey: PublicKey;
  readonly boundAt: Instant;
  /** It shows nothing from then on. */
  readonly revokedAt?: Instant | undefined;
};

/** All phones of a person, those that were bound first before the others. */
export type Wallet = {
  readonly citizenId: CitizenId;
  readonly devices: readonly WalletDevice[];
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

/** So many phones may show a person's licences at once. */
export const DEVICES_MAX = 3;
/** So many that were revoked are remembered, of more the latest. */
const REVOKED_KEPT = 20;

export type WalletFull = {
  readonly code: "WALLET_DEVICES_FULL";
  readonly values: { readonly max: string };
};

export type BindingRefused =
  | WalletFull
  /** Somebody may have that phone: a new key is made. */
  | { readonly code: "WALLET_KEY_REVOKED" };

export const deviceIn = (wallet: Wallet | undefined, id: string): WalletDevice | undefined =>
  wallet?.devices.find((device) => device.id === id);

export const isBound = ({ revokedAt }: WalletDevice): boolean => revokedAt === undefined;

const NAME_LENGTH = { min: 1, max: 40 };

/** A phone's name as its owner writes it. */
export const readDeviceName = (name: string): Result<string, TextProblem> =>
  checkText(name, NAME_LENGTH.min, NAME_LENGTH.max);

/** Why no other phone can be bound; undefined where one can. */
export const whyFull = (wallet: Wallet | undefined): WalletFull | undefined =>
  (wallet?.devices ?? []).filter(isBound).length >= DEVICES_MAX
    ? { code: "WALLET_DEVICES_FULL", values: { max: String(DEVICES_MAX) } }
    : undefined;

/**
 * The wallet with one more phone; as it is, where that is bound already. Errors: WALLET_DEVICES_FULL at the fourth,
 * WALLET_KEY_REVOKED for a key that was revoked.
 */
export function bind(
  before: Wallet | undefined,
  citizenId: CitizenId,
  device: Omit<WalletDevice, "revokedAt">,
): Result<Wallet, BindingRefused> {
  const known = deviceIn(before, device.id);
  if (before && known) return isBound(known) ? ok(before) : err({ code: "WALLET_KEY_REVOKED" });
  const full = whyFull(before);
  if (full) return err(full);
  const devices = [...(before?.devices ?? []), device];
  return ok({ citizenId, devices, revision: (before?.revision ?? 0) + 1 });
}

/** The wallet after a phone was revoked; as it is, where that was so already. */
export function revoke(before: Wallet, id: WalletDeviceId, at: Instant): Wallet {
  const known = deviceIn(before, id);
  if (!known || !isBound(known)) return before;
  const { devices, revision } = before;
  const after = devices.map((device) => (device.id === id ? { ...device, revokedAt: at } : device));
  return { ...before, devices: withoutOldest(after), revision: revision + 1 };
}

/** Those that were revoked first are forgotten: a challenge that they have signed is long over. */
function withoutOldest(devices: readonly WalletDevice[]): readonly WalletDevice[] {
  const times = devices.flatMap(({ revokedAt }) => revokedAt ?? []).toSorted();
  const from = times.at(-REVOKED_KEPT);
  return devices.filter(
    ({ revokedAt }) => revokedAt === undefined || from === undefined || revokedAt >= from,
  );
}
