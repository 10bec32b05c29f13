import type { Mode } from "../../../kernel/actor.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { ZERO } from "../../../kernel/money.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, instantOf } from "../../../kernel/runtime.ts";
import { getBalance } from "../../../money/ledger/index.ts";
import { actionsOf } from "../card.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { ES256, isEs256Key } from "./es256.ts";
import { type Bytes, type Signer, type Verifier, writeCredential } from "./ride-code.ts";

export type CredentialRefusal =
  | CardRefusal
  | { readonly code: "CARD_IN_ARREARS" }
  | { readonly code: "DEVICE_KEY_INVALID"; readonly path: readonly string[] };

/** The signed bytes, and how long they hold. */
export type Signed = { readonly bytes: Bytes; readonly from: Instant; readonly until: Instant };

type SigningSecrets = Pick<Secrets, "signingKey">;

const CREDENTIAL_LIFETIME_S = 86_400;

/** Signs, for a day, that a phone's key stands for the caller's card. Every phone asks for its own. */
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
  const { balance = ZERO } = (await getBalance(ports, `card:${card.id}`)) ?? {};
  if (balance < 0n) return err({ code: "CARD_IN_ARREARS" });
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

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "ride-code-live": KeyUsedBy<"convenience/transit", "sign">;
    readonly "ride-code-test": KeyUsedBy<"convenience/transit", "sign">;
  }
}

/** Signs ride credentials and lists of refused cards; test cards open no gate in earnest. */
const keyOf = ({ signingKey }: SigningSecrets, mode: Mode) => signingKey(`ride-code-${mode}`);

/** The keys with which gates and the platform itself verify codes. */
export const verifierOf = (secrets: SigningSecrets, mode: Mode): Verifier => ({
  keys: [keyOf(secrets, mode).publicKey],
  algorithms: [ES256],
});

/** The platform, signing in a mode. */
export const signerOf = (secrets: SigningSecrets, mode: Mode): Signer => ({
  algorithm: ES256,
  ...keyOf(secrets, mode),
});

export const secondsAt = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);

/** The signed bytes, with the times of their words. */
export const signedFor = (bytes: Bytes, from: number, until: number): Signed => ({
  bytes,
  from: instantOf(from * 1_000),
  until: instantOf(until * 1_000),
});
