import type { Citizen, Mode } from "../../kernel/actor.ts";
import { scopeNames } from "../../kernel/enum-words.ts";
import { isId } from "../../kernel/ids.ts";
import { err, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type RequestConsentPorts, type RequestRefusal, requestConsentFor } from "../citizens/index.ts";
import type { Invalid } from "./application.ts";
import { footingOf } from "./find-registration.ts";
import { checkOpen, type NoKeysNow } from "./issue-key.ts";
import { getPartner } from "./store.ts";

type Wish = Parameters<typeof requestConsentFor>[1] & { readonly partner: string; readonly mode: Mode };
type Requested = Extract<Awaited<ReturnType<typeof requestConsentFor>>, { ok: true }>["value"];
export type AskRefusal = { readonly code: "NOT_FOUND" } | NoKeysNow | Invalid | RequestRefusal;

/** The scope without which a partner asks nobody, by a key or by a person. */
const ASKING = "CONSENT_REQUEST";

/**
 * Asks for a citizen's consent in the name of a partner that the actor may act for, with all that the partner was granted.
 * Errors: NOT_FOUND for anybody else's partner, NOT_ENTITLED for the one who acted for it once, what `checkOpen` and
 * `requestConsentFor` name, SCOPES_NOT_GRANTED where the partner may ask nobody.
 */
export async function askForConsent(
  idempotencyKey: string,
  { partner: id, mode, ...wish }: Wish,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  ports: RequestConsentPorts,
): Promise<Result<Requested, AskRefusal>> {
  const { database } = ports;
  const partner = isId("ptn", id) ? await getPartner(database, id) : undefined;
  const footing = partner && (await footingOf({ database, now }, partner, actor));
  if (!partner || !footing) return err({ code: "NOT_FOUND" });
  if (footing === "FORMER") return err({ code: "NOT_ENTITLED", path: ["partner"] });
  const open = checkOpen(partner, mode);
  if (!open.ok) return open;
  const { name, creditCode, scopes } = partner;
  if (!scopes.includes(ASKING)) {
    return err({ code: "SCOPES_NOT_GRANTED", values: { scopes: scopeNames([ASKING]) }, path: ["partner"] });
  }
  const asker = { id: partner.id, mode, name, creditCode, scopes };
  return requestConsentFor(idempotencyKey, wish, { actor, asker, now }, ports);
}
