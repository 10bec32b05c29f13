import type { Citizen } from "../../kernel/actor.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { type Asked, beginIssue, type NotShownAgain } from "../../kernel/issues/index.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant, Runtime } from "../../kernel/runtime.ts";
import { type ApiKey, type InvalidKey, type KeyTerms, keyText, newKeyId, parseKeyId } from "./api-key.ts";
import { hashApiKey } from "./api-key-hash.ts";
import { getKey, putNewKey } from "./key-store.ts";
import { OPEN_MODES, type Partner, type PartnerStatus } from "./partner.ts";
import type { Writes } from "./writes.ts";

export type KeyPorts = Writes & {
  readonly runtime: Pick<Runtime, "random">;
  readonly secrets: Pick<Secrets, "issuedSecret" | "mac">;
};

export type IssuedKey = {
  /** The key as its holder sends it. It exists here only; the same idempotency key makes it again for ten minutes. */
  readonly secret: string;
  readonly apiKey: ApiKey;
};

/** The partner is in a state in which it can have no keys of any mode. */
export type NoKeysNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: PartnerStatus;
  readonly availableActions: readonly [];
};

/** Whether a partner can be given a key of this mode now. */
export function checkOpen({ status }: Partner, mode: ApiKey["mode"]): Result<void, NoKeysNow | InvalidKey> {
  const modes = OPEN_MODES[status];
  if (modes.length === 0) return err({ code: "NOT_ALLOWED_NOW", state: status, availableActions: [] });
  return modes.includes(mode) ? ok(undefined) : err({ code: "LIVE_ACCESS_MISSING", path: ["mode"] });
}

/** Two keys made at once meet here: the number of keys, which both decided on, goes by the partner's revision. */
export const withOneKeyMore = (partner: Partner): Partner => ({ ...partner, revision: partner.revision + 1 });

/** A key to be made, or the one that was made under this idempotency key. */
export type KeyIssue =
  | { readonly shown: IssuedKey }
  | { readonly make: (terms: KeyTerms) => IssuedKey & { readonly writes: readonly TransactItem[] } };

/** Errors: what `beginIssue` names. */
export async function beginKeyIssue(
  { database, runtime, secrets }: KeyPorts,
  { id: partnerId }: Partner,
  { actor, now }: { readonly actor: Citizen; readonly now: Instant },
  asked: Asked,
): Promise<Result<KeyIssue, NotShownAgain>> {
  const begun = await beginIssue({ database, table: "registry", actor, now, runtime, secrets }, asked);
  if (!begun.ok) return begun;
  const { secret } = begun.value;
  const secretHash = hashApiKey(secret, secrets);
  if (!begun.value.isNew) {
    const named = parseKeyId(begun.value.about);
    const known = named && (await getKey(database, partnerId, named.keyId));
    if (known?.secretHash !== secretHash) throw new Error("an issue and its key do not belong together");
    return ok({ shown: { secret: keyText(known, secret), apiKey: known } });
  }
  const { writes } = begun.value;
  return ok({
    make: (terms) => {
      const apiKey = { ...terms, id: newKeyId(partnerId, runtime), partnerId, secretHash, createdAt: now };
      const text = keyText(apiKey, secret);
      return { secret: text, apiKey, writes: [putNewKey(database, apiKey), ...writes(apiKey.id)] };
    },
  });
}
