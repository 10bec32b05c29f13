import type { Citizen } from "../../../kernel/actor.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type ElectronicLicence, type NotValid, whyNotValid } from "../repository/electronic-licence.ts";
import { findOwnLicence, typeOf } from "../repository/find-held-licences.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { deviceIn, isBound, type Wallet, type WalletDevice } from "./wallet.ts";
import { getWallet, type WalletStore } from "./wallet-store.ts";

/** Of a licence that is none, or somebody else's, it is not told which. */
export type LicenceNotShowable = { readonly code: "ELECTRONIC_LICENCE_NOT_FOUND" | NotValid };

/** The same by a phone, of which that is not told either. */
export type NotShowable =
  | LicenceNotShowable
  | { readonly code: "WALLET_DEVICE_NOT_FOUND" | "WALLET_DEVICE_REVOKED" };

/** A licence that somebody can show now. */
export type ShowableLicence = {
  readonly licence: ElectronicLicence;
  /** In the version by which the licence was made. */
  readonly type: PublishedType;
};

/** The same, by a phone of theirs. */
export type Showable = ShowableLicence & {
  readonly wallet: Wallet;
  readonly device: WalletDevice;
};

type Reads = Pick<WalletStore, "database" | "mode"> & { readonly now: Instant };

/**
 * The licence as its holder, or one who binds the holder, can show it. Errors: ELECTRONIC_LICENCE_NOT_FOUND; why the licence is not
 * valid.
 */
export async function findShowableLicence(
  ports: Reads,
  citizen: Citizen["id"],
  id: string,
): Promise<Result<ShowableLicence, LicenceNotShowable>> {
  const licence = await findOwnLicence(ports, id, citizen);
  if (!licence) return err({ code: "ELECTRONIC_LICENCE_NOT_FOUND" });
  const whyNot = whyNotValid(licence, dateAt(ports.now));
  return whyNot ? err({ code: whyNot }) : ok({ licence, type: await typeOf(ports, licence) });
}

/**
 * The same by a phone of theirs. Errors: also WALLET_DEVICE_NOT_FOUND, WALLET_DEVICE_REVOKED, which come before those of a
 * licence that is not valid.
 */
export async function findShowable(
  ports: Reads,
  citizen: Citizen["id"],
  wanted: { readonly licence: string; readonly device: string },
): Promise<Result<Showable, NotShowable>> {
  const [found, wallet] = await Promise.all([
    findShowableLicence(ports, citizen, wanted.licence),
    getWallet(ports, citizen),
  ]);
  if (!found.ok && found.error.code === "ELECTRONIC_LICENCE_NOT_FOUND") return found;
  const device = deviceIn(wallet, wanted.device);
  if (!wallet || !device) return err({ code: "WALLET_DEVICE_NOT_FOUND" });
  if (!isBound(device)) return err({ code: "WALLET_DEVICE_REVOKED" });
  return found.ok ? ok({ ...found.value, wallet, device }) : found;
}
