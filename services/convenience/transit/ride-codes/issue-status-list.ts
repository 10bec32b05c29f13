import type { Secrets } from "../../../kernel/process/secrets.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { STATUS_LIST_LIFETIME_MS } from "../card.ts";
import { listRefused, type TransitStore } from "../card-store.ts";
import { writeStatusList } from "./card-status-list.ts";
import { type Signed, secondsAt, signedFor, signerOf } from "./signing.ts";

/** A gate that hears nothing of the platform for so long lets nobody in by a ride code. */
const STATUS_LIST_LIFETIME_S = STATUS_LIST_LIFETIME_MS / 1_000;

/** The cards of a region that gates refuse, to carry along. */
export async function issueStatusList(
  store: TransitStore & { readonly secrets: Secrets; readonly now: Instant },
  region: string,
): Promise<Signed> {
  const issuedAt = secondsAt(store.now);
  const expiresAt = issuedAt + STATUS_LIST_LIFETIME_S;
  const refused = await listRefused(store, region);
  const bytes = await writeStatusList(refused, { issuedAt, expiresAt }, signerOf(store.secrets, store.mode));
  return signedFor(bytes, issuedAt, expiresAt);
}
