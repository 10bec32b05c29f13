import {
  type DeviceKeys,
  deviceSigner,
  newDeviceKeys,
} from "../../../services/government/licences/credentials/es256.ts";
import type { HolderSigner } from "../../../services/government/licences/credentials/signing.ts";
import { deviceStore } from "../../shared/device-store.ts";
import { base64url } from "../../shared/format/base64url.ts";
import { forgetLicence, readLicences } from "../../shared/wallet/kept-licences.ts";

/** Keys by which this device shows licences. The private one is read by no script; whose they are, the platform knows. */
type KeptKeys = {
  /** The thumbprint of the public key, by which the platform lists the device, too (RFC 7638). */
  readonly keyId: string;
  readonly keys: DeviceKeys;
};

const { keep, read, forget } = deviceStore<KeptKeys, "keyId">("civigraph-wallet", "keys", "keyId");

/** A key of this device that can sign. */
export type DeviceKey = { readonly keyId: string; readonly signer: HolderSigner };

/** Whether this browser can have keys at all: over a line that is not encrypted none does. */
export const canHaveKeys = (): boolean =>
  globalThis.crypto?.subtle !== undefined && globalThis.indexedDB !== undefined;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

async function keyOf(keys: DeviceKeys): Promise<DeviceKey> {
  const signer = await deviceSigner(keys);
  const { kty, crv, x, y } = signer.publicKey;
  const print = await crypto.subtle.digest("SHA-256", utf8(JSON.stringify({ crv, kty, x, y })));
  return { keyId: base64url(new Uint8Array(print)), signer };
}

/** Makes keys and keeps them before anybody knows of them. Throws where the browser keeps nothing. */
export async function newDeviceKey(): Promise<DeviceKey> {
  const keys = await newDeviceKeys();
  const key = await keyOf(keys);
  await keep({ keyId: key.keyId, keys });
  return key;
}

/** The keys of this device, whoever has had them bound; none where the browser keeps none. */
export async function readDeviceKeys(): Promise<readonly DeviceKey[]> {
  return Promise.all((await read()).map(({ keys }) => keyOf(keys)));
}

/** Forgets a key, and the licences that were signed for it. */
export async function forgetDeviceKey(keyId: string): Promise<void> {
  const shown = (await readLicences()).filter((kept) => kept.keyId === keyId);
  await Promise.all([forget(keyId), ...shown.map(({ licence }) => forgetLicence(licence))]);
}

/** Signs a challenge as the platform asks for it. */
export const signChallenge = async ({ signer }: DeviceKey, challenge: string): Promise<string> =>
  base64url(await signer.sign(utf8(challenge)));
