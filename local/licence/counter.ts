import { ES256 } from "../../services/government/licences/credentials/es256.ts";
import {
  newVerifierMemory,
  type VerifierMemory,
} from "../../services/government/licences/credentials/verifier-memory.ts";
import {
  type Known,
  type Verification,
  verifyPresentation,
} from "../../services/government/licences/verify.ts";
import { isFields } from "../../services/kernel/fields.ts";
import type { Instant } from "../../services/kernel/instant.ts";
import { say } from "../callers.ts";
import { drawCode } from "../draw-code.ts";
import type { ChosenLicence } from "./chosen-licence.ts";
import { newNonce, type Phone } from "./phone.ts";

/** A counter that verifies offline, by copies that it has fetched before. */
export type Counter = {
  readonly name: string;
  /** Names it, so that nobody shows what it was shown elsewhere. */
  readonly audience: string;
  readonly known: Known;
};

type Copies = Pick<Known, "keys" | "trust" | "statusOf"> & { readonly memory?: VerifierMemory };

export const counterWith = (
  { name, audience }: Pick<Counter, "name" | "audience">,
  { memory = newVerifierMemory(), ...copies }: Copies,
): Counter => ({ name, audience, known: { ...copies, algorithms: [ES256], memory } });

/** The licence as a phone holds it. */
export type Held = { readonly phone: Phone; readonly credential: string; readonly licence: ChosenLicence };

/** A text as it was shown, with the nonce that it was shown for, and the verdict. */
export type Shown = {
  readonly text: string;
  readonly nonce: string;
  readonly verification: Verification;
};

/** A phone shows a licence to a counter; both are offline. */
export async function showTo(counter: Counter, held: Held, now: Instant): Promise<Shown> {
  const { name, audience } = counter;
  const nonce = newNonce();
  const text = await held.phone.present(held.credential, held.licence, { audience, nonce, now });
  console.log(`\n${drawCode(new TextEncoder().encode(text))}`);
  const verification = await verifyAt(counter, { text, nonce }, held.licence, now);
  say(`${name} has read ${text.length} characters: ${verdictOf(verification)}`);
  tellClaims(verification, held.licence);
  return { text, nonce, verification };
}

/** The verdict of a counter on a text that it is shown. */
export const verifyAt = (
  { audience, known }: Counter,
  { text, nonce }: Pick<Shown, "text" | "nonce">,
  { vct }: ChosenLicence,
  now: Instant,
): Promise<Verification> =>
  verifyPresentation(text, now, { types: [vct], binding: { audience, nonce } }, known);

/** "VALID; keys 3 s old, trust 3 s, status list 2 s" */
export function verdictOf(verification: Verification): string {
  const { verdict, ages } = verification;
  const reason = verdict === "VALID" ? "" : ` (${verification.reason})`;
  const status = ages.statusList === undefined ? "" : `, status list ${ages.statusList} s`;
  return `${verdict}${reason}; keys ${ages.keys} s old, trust ${ages.trust} s${status}`;
}

/** The chosen fields that a counter reads, and those that stay hidden. */
function tellClaims({ claims }: Verification, { content, shown }: ChosenLicence): void {
  const read = claims?.["content"];
  if (!isFields(read)) return;
  for (const [field, value] of Object.entries(read)) console.log(`  ${field}: ${String(value)}`);
  const hidden = Object.keys(content).filter((field) => !shown.includes(field));
  if (hidden.length > 0) console.log(`  not shown: ${hidden.join(", ")}`);
}
