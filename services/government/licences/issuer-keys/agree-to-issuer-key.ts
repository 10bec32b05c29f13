import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import type { OutsideJurisdiction, Violation } from "../../catalogue/index.ts";
import {
  type ByOfficer,
  changeIssuerKey,
  type KeyPlace,
  type KeyWrites,
  type NotFound,
} from "./change-issuer-key.ts";
import { agreedTo, type IssuerIn, type KeptKey, type SameOfficer } from "./issuer-key.ts";
import { isKeyTaken, takeKey } from "./issuer-key-store.ts";
import { KmsKeyUnusable } from "./kms-keys.ts";
import { maySignDerived, type PrivateKeyPorts, signWith } from "./private-key.ts";
import { hasSigned } from "./public-key.ts";

/** The key did not prove itself: the platform cannot use the private part, or that belongs to another public one. */
export type KeyUnproven =
  | {
      readonly code: "ISSUER_KEY_NOT_DERIVED" | "ISSUER_KEY_UNPROVEN" | "ISSUER_KEY_TAKEN";
      readonly path: readonly string[];
    }
  | {
      readonly code: "ISSUER_KEY_UNREACHABLE";
      readonly values: { readonly reason: string };
      readonly path: readonly string[];
    };

export type AgreeToKeyRefusal = NotFound | OutsideJurisdiction | Violation | SameOfficer | KeyUnproven;

/**
 * Another officer agrees to a key that was proposed, and the key proves itself: it signs a challenge, which the public key on
 * record verifies. From then on it is this issuer's alone. Said again it changes nothing. Errors: NOT_FOUND;
 * OUTSIDE_JURISDICTION; SAME_OFFICER; ISSUER_KEY_UNREACHABLE, KMS does not sign with it; ISSUER_KEY_UNPROVEN;
 * ISSUER_KEY_TAKEN, it has become another's meanwhile.
 */
export function agreeToIssuerKey(
  place: KeyPlace,
  reason: string,
  { actor, now }: ByOfficer,
  ports: KeyWrites & PrivateKeyPorts & { readonly runtime: Pick<Runtime, "random"> },
): Promise<Result<KeptKey, AgreeToKeyRefusal>> {
  const { database } = ports;
  const inMode = ({ issuer }: Pick<KeptKey, "issuer">): IssuerIn => ({ mode: place.mode, issuer });
  return changeIssuerKey<SameOfficer | KeyUnproven>(
    ports,
    place,
    { actor, now },
    {
      ...{ action: "licences.issuer-key.agreed", reason },
      decide: async (key) => {
        if (key.agreedBy !== undefined) return ok(key);
        const agreed = agreedTo(key, { officer: actor, at: now });
        if (!agreed.ok) return agreed;
        if (await isKeyTaken(database, key.keyId)) return err({ code: "ISSUER_KEY_TAKEN", path: ["keyId"] });
        const unproven = await whyUnproven(ports, inMode(key), key);
        return unproven ? err(unproven) : agreed;
      },
      writes: (key) => [takeKey(database, key.keyId, inMode(key))],
    },
  );
}

const CHALLENGE_BYTES = 32;
/** No credential and no status list begins so: what is signed here is good for nothing else. */
const CHALLENGE = "civigraph: proof of an issuer's key\n";

async function whyUnproven(
  ports: PrivateKeyPorts & { readonly runtime: Pick<Runtime, "random"> },
  place: IssuerIn,
  { privatePart, publicKey }: KeptKey,
): Promise<KeyUnproven | undefined> {
  const path = ["keyId"];
  if (privatePart.kind === "DERIVED" && !maySignDerived(ports, place.mode))
    return { code: "ISSUER_KEY_NOT_DERIVED", path };
  const challenge = new Uint8Array([
    ...new TextEncoder().encode(CHALLENGE),
    ...ports.runtime.random(CHALLENGE_BYTES),
  ]);
  try {
    const signature = await signWith(ports, place, privatePart)(challenge);
    return hasSigned(publicKey, challenge, signature) ? undefined : { code: "ISSUER_KEY_UNPROVEN", path };
  } catch (error) {
    if (!(error instanceof KmsKeyUnusable)) throw error;
    return { code: "ISSUER_KEY_UNREACHABLE", values: { reason: error.name }, path };
  }
}
