import type { Citizen } from "../../../kernel/actor.ts";
import type { TooManyGuesses } from "../../../kernel/attempts/index.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import { checkOwnNumber, readOwnNumber } from "../wallet/check-own-number.ts";
import type { Invalid } from "../wallet/invalid.ts";
import { findShowableLicence, type LicenceNotShowable } from "../wallet/showable-licence.ts";
import { readDeviceName, type WalletFull, whyFull } from "../wallet/wallet.ts";
import { getWallet } from "../wallet/wallet-store.ts";
import { credentialIssuerAt } from "./issuer-identifier.ts";
import { newCodes, newOffer, offerUri } from "./licence-offer.ts";
import { type OfferStore, putOffer } from "./licence-offer-store.ts";

type OfferPorts = OfferStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "mac" | "citizenDigest">;
  readonly config: Pick<Settings, "siteOrigin">;
};

/** A holder's wish to have a licence in a wallet of their choice, as it comes. */
export type OfferWish = {
  readonly licence: string;
  /** The wallet's name among the holder's phones. */
  readonly name: string;
  readonly idNumber: string;
};

/** An offer for a wallet: its address, and the code that the holder types there. Neither is told again. */
export type OfferedLicence = {
  readonly uri: string;
  readonly transactionCode: string;
  readonly expiresAt: Instant;
};

type OfferRefused =
  | Invalid
  | TooManyGuesses
  | LicenceNotShowable
  | WalletFull
  | { readonly code: "PLATFORM_WITHOUT_ADDRESS" };

/**
 * Offers a licence to one wallet, once, for five minutes: the wallet becomes a phone of the caller's by it. So all that binds a phone
 * is asked for here, the identity number above all. Errors: of the input by its place; TOO_MANY_GUESSES; those of a licence that
 * cannot be shown; WALLET_DEVICES_FULL; PLATFORM_WITHOUT_ADDRESS.
 */
export async function offerLicence(
  ports: OfferPorts,
  wish: OfferWish,
): Promise<Result<OfferedLicence, OfferRefused>> {
  const { actor, now: at, requestId, mode, secrets, runtime, config, commit } = ports;
  const name = readDeviceName(wish.name);
  if (!name.ok) return err({ ...name.error, path: ["name"] });
  const number = readOwnNumber(wish.idNumber, at);
  if (!number.ok) return number;
  const credentialIssuer = credentialIssuerAt(config.siteOrigin, mode);
  if (credentialIssuer === undefined) return err({ code: "PLATFORM_WITHOUT_ADDRESS" });
  const [found, wallet] = await Promise.all([
    findShowableLicence(ports, actor.id, wish.licence),
    getWallet(ports, actor.id),
  ]);
  if (!found.ok) return found;
  const full = whyFull(wallet);
  if (full) return err(full);
  const { licence } = found.value;
  const identified = await checkOwnNumber(ports, licence.id, number.value);
  if (!identified.ok) return identified;
  const codes = newCodes(runtime);
  const offered = { licence: licence.id, type: licence.type, offeredBy: actor.id, deviceName: name.value };
  const offer = newOffer(secrets, offered, codes, at);
  const done = await commit({
    ...{ actor, at, requestId, aggregate: licence.id, table: recordsTable(mode) },
    action: "licences.offer.made",
    writes: [putOffer(ports, offer)],
  });
  if (!done.ok) throw new Error("a commit without conditions cannot fail one");
  return ok({
    uri: offerUri(credentialIssuer, offer, codes.code),
    transactionCode: codes.transactionCode,
    expiresAt: offer.until,
  });
}
