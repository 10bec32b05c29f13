import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

/** Below this a root secret could be guessed. */
const ROOT_SECRET_LENGTH_MIN = 32;
const KEY_BYTES = 32;

/** Keys of a root secret, each by its use, for those who know the uses. Throws for a root that could be guessed. */
export function deriveKeys(root: string) {
  if (root.length < ROOT_SECRET_LENGTH_MIN) {
    throw new Error(`the root secret is shorter than ${ROOT_SECRET_LENGTH_MIN} characters`);
  }
  const bytesFor = (use: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync("sha256", root, "civigraph", use, bytes));
  // Key objects, because node:crypto takes several times as long to import a key as to use it.
  const keyFor = oncePerUse((use: string): KeyObject => createSecretKey(bytesFor(use, KEY_BYTES)));
  const mac = (use: string, text: string): Buffer => createHmac("sha256", keyFor(use)).update(text).digest();
  return { bytesFor, keyFor, mac };
}

export function oncePerUse<Use, Key>(derive: (use: Use) => Key): (use: Use) => Key {
  const keys = new Map<Use, Key>();
  return (use) => {
    const key = keys.get(use) ?? derive(use);
    keys.set(use, key);
    return key;
  };
}
