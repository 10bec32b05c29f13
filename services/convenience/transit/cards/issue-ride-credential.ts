import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { actionsOf } from "../card.ts";
import { getCardEntitlement } from "../entitlements/entitlement-store.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { ES256, isEs256Key } from "../ride-codes/es256.ts";
import {
  type Signed,
  type SigningSecrets,
  secondsAt,
  signedFor,
  signerOf,
} from "../ride-codes/issue-status-list.ts";
import { type Bytes, writeCredential } from "../ride-codes/ride-code.ts";
import { type EntryRefusal, mayEnter } from "../rides/credit.ts";
import { lowestPrice, passengerOf } from "../rides/entry.ts";
import { readStanding } from "../rides/read-standing.ts";
import { readFareRules } from "../tariffs/read-tariffs.ts";

export type CredentialRefusal =
  | CardRefusal
  | EntryRefusal
  | { readonly code: "DEVICE_KEY_INVALID"; readonly path: readonly string[] };

const CREDENTIAL_LIFETIME_S = 86_400;

/**
 * Signs, for a day, that a phone's key stands for the caller's card, where a gate would let it in. Every phone asks for
 * its own.
 */
export async function issueRideCredential(
  ports: HolderPorts & { readonly secrets: SigningSecrets },
  id: string,
  devicePublicKey: Bytes | undefined,
): Promise<Result<Signed, CredentialRefusal>> {
  const { actor, now, requestId, mode, secrets } = ports;
  if (!devicePublicKey || !(await isEs256Key(devicePublicKey))) {
    return err({ code: "DEVICE_KEY_INVALID", path: ["devicePublicKey"] });
  }
  const card = await findOwnCard(ports, id);
  if (!card) return err({ code: "CARD_NOT_FOUND" });
  if (card.status !== "ACTIVE") {
    return err({ code: "CARD_NOT_ALLOWED_NOW", status: card.status, actions: actionsOf(card) });
  }
  const [standing, entitlement, rules] = await Promise.all([
    readStanding(ports, card),
    getCardEntitlement(ports, card),
    readFareRules(ports, card.region),
  ]);
  const may = mayEnter(standing, lowestPrice(passengerOf(card, entitlement, rules), now));
  if (!may.ok) return may;
  const validFrom = secondsAt(now);
  const validUntil = validFrom + CREDENTIAL_LIFETIME_S;
  const { number: cardNumber, kind } = card;
  const bytes = await writeCredential(
    { cardNumber, kind, validFrom, validUntil, devicePublicKey },
    ES256,
    signerOf(secrets, mode),
  );
  const done = await ports.commit({
    ...{ actor, at: now, requestId, aggregate: card.id, table: recordsTable(mode), writes: [] },
    action: "transit.ride-credential.issued",
  });
  if (!done.ok) throw new Error("a commit without writes has no condition that could fail");
  return ok(signedFor(bytes, validFrom, validUntil));
}
