import type { PresentedTo } from "../../../services/government/licences/credentials/present.ts";
import { base64url } from "../../shared/format/base64url.ts";
import type { KeptLicence } from "../../shared/wallet/kept-licences.ts";
import { readDeviceKeys } from "./device-keys.ts";

/** The counter for which a licence is shown, and the fields that it sees. */
export type Wish = { readonly audience: string; readonly fields: readonly string[] };

/** "keyless": the key is lost, with the data of the browser; "failed": the part of the page that presents has not come. */
export type NotPresented = { readonly kind: "keyless" | "failed" | "ended" };

/** A presentation as it is held to a counter. "too-large": so many fields fit into no code. */
export type Presented =
  | NotPresented
  | { readonly kind: "none" | "too-large" }
  /** `until`: by the clock of this device, in milliseconds. */
  | { readonly kind: "shown"; readonly text: string; readonly until: number };

/** A counter takes one for so long (docs/licence-credentials.md). */
export const LIFETIME_MS = 60_000;

/** The most that a QR code holds: version 40 with the least correction (ISO/IEC 18004). */
const QR_BYTES_MAX = 2_953;
const NONCE_BYTES = 16;

/** Comes once it is needed: it weighs more than all else of the page. The service worker keeps it. */
export const loadPresent = () => import("../../../services/government/licences/credentials/present.ts");

/** Signs the chosen fields of a licence for one counter, by a nonce of this device's own. */
export async function presentTo(kept: KeptLicence, wish: Wish): Promise<Presented> {
  const at = Date.now();
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  const signed = await signFor(kept, { ...wish, nonce }, at);
  if (signed.kind !== "signed") return signed;
  const { text } = signed;
  return text.length > QR_BYTES_MAX
    ? { kind: "too-large" }
    : { kind: "shown", text, until: at + LIFETIME_MS };
}

type Signed = NotPresented | { readonly kind: "signed"; readonly text: string };

/** Signs the chosen fields of a licence for one verifier, by a nonce. */
export async function signFor(
  kept: KeptLicence,
  { audience, fields, nonce }: Wish & { readonly nonce: string },
  at = Date.now(),
): Promise<Signed> {
  if (Date.parse(kept.endsAt) <= at) return { kind: "ended" };
  const key = (await readDeviceKeys()).find(({ keyId }) => keyId === kept.keyId);
  if (!key) return { kind: "keyless" };
  const loaded = await loadPresent().catch(() => undefined);
  if (!loaded) return { kind: "failed" };
  // An instant is this text; the page has no other way to make one.
  const now = new Date(at).toISOString() as PresentedTo["now"];
  const text = await loaded.present(kept.credential, fields, { audience, nonce, now }, key.signer);
  return { kind: "signed", text };
}
