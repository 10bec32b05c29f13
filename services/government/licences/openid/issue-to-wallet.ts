import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Fields } from "../../../kernel/fields.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Settings } from "../../../kernel/settings.ts";
import type { PrivateKeyPorts } from "../issuer-keys/private-key.ts";
import type { PublicKey } from "../issuer-keys/public-key.ts";
import { nonceUntil, OF_KEY_PROOF } from "../passing-nonce.ts";
import { keyBound } from "../wallet/bind-wallet-key.ts";
import { putCredentialPhone } from "../wallet/credential-phone-store.ts";
import { deviceIdOf } from "../wallet/device-key.ts";
import { signCredential } from "../wallet/issue-credential.ts";
import { findShowable, findShowableLicence } from "../wallet/showable-licence.ts";
import { bind, type WalletDevice } from "../wallet/wallet.ts";
import { checkWallet, getWallet, putWallet, walletAggregate } from "../wallet/wallet-store.ts";
import { credentialIssuerAt } from "./issuer-identifier.ts";
import { boundTo, endedAt, holds, isFor, type LicenceOffer, offerNamedBy } from "./licence-offer.ts";
import { changeOffer, getOffer, isNonceUsed, type OfferStore, useNonce } from "./licence-offer-store.ts";
import { openidAuthor } from "./openid-author.ts";
import type { ProofRefused } from "./wallet-protocol.ts";

export type IssuePorts = OfferStore &
  PrivateKeyPorts & {
    readonly commit: Commit;
    readonly now: Instant;
    readonly requestId: string;
    readonly secrets: Pick<Secrets, "mac" | "signingKeyFor">;
    readonly config: Pick<Settings, "siteOrigin">;
  };

/** In the words of OpenID4VCI 1.0 (8.3.1), and of RFC 6750 for the token. */
export type CredentialRefused =
  | ProofRefused
  | { readonly code: "invalid_token" | "invalid_nonce" | "credential_request_denied" };

type Outcome<T> = Promise<Result<T, CredentialRefused>>;

/**
 * Issues the offered licence to the wallet that has the offer's token, for a key that it proves to be its own; the key is bound to the
 * one who has offered, as a phone of theirs. Token and nonce are used up by it. Errors: `invalid_token`; of the proof;
 * `invalid_nonce`; `credential_request_denied` where the licence can be shown no more, the person has no room for another phone, or
 * the issuer has no key. Throws KmsKeyUnusable.
 */
export async function issueToWallet(
  ports: IssuePorts,
  asked: { readonly token: string; readonly request: Fields },
): Outcome<{ readonly credential: string }> {
  const { now, secrets, mode } = ports;
  const { siteOrigin: origin } = ports.config;
  const credentialIssuer = credentialIssuerAt(origin, mode);
  const digest = offerNamedBy(asked.token);
  const offer = digest === undefined ? undefined : await getOffer(ports, digest);
  if (origin === undefined || credentialIssuer === undefined || !holds(secrets, offer, asked.token, now))
    return err({ code: "invalid_token" });
  const found = await findShowableLicence(ports, offer.offeredBy, offer.licence);
  if (!found.ok) return err({ code: "credential_request_denied" });
  const { readCredentialRequest } = await import("./wallet-protocol.ts");
  const read = await readCredentialRequest(credentialIssuer, found.value.type, asked.request, now);
  if (!read.ok) return read;
  const { key, nonce } = read.value;
  const until = nonceUntil(secrets, OF_KEY_PROOF, nonce, now);
  if (until === undefined || (await isNonceUsed(ports, nonce))) return err({ code: "invalid_nonce" });
  const bound = await bindKey(ports, asked.token, offer, key);
  if (!bound.ok) return bound;
  return issue(ports, { token: asked.token, origin, offer, device: bound.value, nonce, until });
}

/** Makes the wallet a phone of the one who has offered, unless it is; the offer is for this one alone from then on. */
const bindKey = (
  ports: IssuePorts,
  token: string,
  { digest, offeredBy, deviceName: name }: LicenceOffer,
  publicKey: PublicKey,
): Outcome<WalletDevice> => {
  const { database, mode, now, requestId, commit, secrets } = ports;
  const device = { id: deviceIdOf(secrets, offeredBy, publicKey), name, publicKey, boundAt: now };
  return decideUntilWritten({
    database,
    about: `the wallet of ${offeredBy}`,
    read: () => Promise.all([getOffer(ports, digest), getWallet(ports, offeredBy)]),
    decide: ([offer, before]) => {
      if (!holds(secrets, offer, token, now) || !isFor(offer, device.id))
        return err({ code: "invalid_token" });
      const bound = bind(before, offeredBy, device);
      // One who has a key that was revoked may be another than its owner.
      if (!bound.ok)
        return err({
          code: bound.error.code === "WALLET_KEY_REVOKED" ? "invalid_proof" : "credential_request_denied",
        });
      if (bound.value === before) return unchanged(ok(device));
      return ok({ before: { offer, wallet: before }, after: bound.value, answer: device });
    },
    write: ({ before: { offer, wallet }, after }) =>
      commit({
        ...{ actor: openidAuthor(mode), at: now, requestId, table: recordsTable(mode) },
        ...{ ...keyBound(mode, after, device.id), aggregate: walletAggregate(offeredBy) },
        writes: [putWallet(ports, after, wallet), changeOffer(ports, boundTo(offer, device.id), offer)],
      }),
  });
};

type Wanted = {
  readonly token: string;
  readonly origin: string;
  readonly offer: LicenceOffer;
  readonly device: WalletDevice;
  readonly nonce: string;
  readonly until: Instant;
};

/** Signs for the wallet's key, and ends the offer by the same commit. */
const issue = (ports: IssuePorts, wanted: Wanted): Outcome<{ readonly credential: string }> => {
  const { database, mode, now, requestId, commit, secrets } = ports;
  const { token, origin, offer: known, device, nonce, until } = wanted;
  const { licence, offeredBy, digest } = known;
  return decideUntilWritten({
    database,
    about: `a credential of ${licence}`,
    read: () =>
      Promise.all([
        getOffer(ports, digest),
        findShowable(ports, offeredBy, { licence, device: device.id }),
        isNonceUsed(ports, nonce),
      ]),
    decide: async ([before, found, isUsed]) => {
      if (!holds(secrets, before, token, now) || !isFor(before, device.id))
        return err({ code: "invalid_token" });
      if (isUsed) return err({ code: "invalid_nonce" });
      if (!found.ok) return err({ code: "credential_request_denied" });
      const signed = await signCredential(ports, found.value, origin);
      if (!signed.ok) return err({ code: "credential_request_denied" });
      const after = { offer: endedAt(before, now), wallet: found.value.wallet };
      return ok({ before: { offer: before, wallet: found.value.wallet }, after, answer: signed.value });
    },
    write: ({ before, after, answer: { endsAt } }) =>
      commit({
        ...{ actor: openidAuthor(mode), at: now, requestId, table: recordsTable(mode), aggregate: licence },
        action: "licences.credential.issued",
        writes: [
          changeOffer(ports, after.offer, before.offer),
          useNonce(ports, nonce, until),
          checkWallet(ports, after.wallet),
          putCredentialPhone(ports, licence, device.publicKey, { shownBy: offeredBy, endsAt }),
        ],
      }),
  });
};
