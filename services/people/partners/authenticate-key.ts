import type { Partner as PartnerActor } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { isSameSecret } from "../../kernel/is-same-secret.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type ApiKey, endOf, LAST_USE_STEP_MS, type ParsedKey, parseKey, statusOf } from "./api-key.ts";
import { hashApiKey } from "./api-key-hash.ts";
import { getKey, lastUse } from "./key-store.ts";
import { isInside } from "./network.ts";
import { OPEN_MODES, type Partner } from "./partner.ts";
import { getPartner } from "./store.ts";

export type KeyDatabase = Pick<Database, "get" | "observe">;

/** Why a key is refused. From KEY_EXPIRED on, only somebody who proved the secret is told. */
export type KeyProblem =
  | "KEY_MALFORMED"
  | "KEY_REFUSED"
  | "KEY_EXPIRED"
  | "KEY_REVOKED"
  | "KEY_NETWORK"
  | "PARTNER_SUSPENDED"
  | "PARTNER_LAPSED";

export type KeyRequest = {
  /** As the platform saw it, not as a header says. */
  readonly sourceIp: string;
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "mac">;
  readonly database: KeyDatabase;
  /** Takes the write of the last use, to be awaited before the answer leaves; without it the write is awaited here. */
  readonly afterwards?: (write: Promise<void>) => void;
};

/** As long as a hash, and no secret's: an unknown key costs the same comparison as a known one. */
const NO_HASH = "-".repeat(43);

/**
 * The sender of this key. Key and partner are read in one batch; a key that is not whole is refused before any read.
 * Throws where the database fails, never because a key does not hold.
 */
export async function authenticateKey(
  text: string,
  request: KeyRequest,
): Promise<Result<PartnerActor, KeyProblem>> {
  const { secrets, database, now, afterwards } = request;
  const parsed = parseKey(text);
  if (!parsed) return err("KEY_MALFORMED");
  const [key, partner] = await Promise.all([
    getKey(database, parsed.partnerId, parsed.keyId),
    getPartner(database, parsed.partnerId),
  ]);
  const proven = isSameSecret(hashApiKey(parsed.secret, secrets), key?.secretHash ?? NO_HASH);
  if (!proven || !key || !partner) return err("KEY_REFUSED");
  const problem = problemOf(parsed, key, partner, request);
  if (problem) return err(problem);
  if (isUseNews(key, now)) {
    const write = database.observe(lastUse(key, now));
    if (afterwards) afterwards(write);
    else await write;
  }
  return ok(actorOf(key, partner, now));
}

function problemOf(
  { mode }: ParsedKey,
  key: ApiKey,
  partner: Partner,
  { now, sourceIp }: Pick<KeyRequest, "now" | "sourceIp">,
): KeyProblem | undefined {
  if (mode !== key.mode) return "KEY_REFUSED";
  const status = statusOf(key, now);
  if (status === "REVOKED") return "KEY_REVOKED";
  if (status === "EXPIRED") return "KEY_EXPIRED";
  if (key.networks.length > 0 && !isInside(sourceIp, key.networks)) return "KEY_NETWORK";
  if (partner.status === "SUSPENDED") return "PARTNER_SUSPENDED";
  if (key.mode === "live" && isWithoutBacking(partner)) return "PARTNER_LAPSED";
  return OPEN_MODES[partner.status].includes(key.mode) ? undefined : "KEY_REFUSED";
}

const isUseNews = ({ lastUsedAt }: ApiKey, now: Instant): boolean =>
  lastUsedAt === undefined || Date.parse(now) - Date.parse(lastUsedAt) >= LAST_USE_STEP_MS;

/** The register no longer carries it, and nobody has confirmed a renewal. */
const isWithoutBacking = ({ status }: Partner): boolean => status === "LAPSED" || status === "RENEWING";

function actorOf(key: ApiKey, partner: Partner, now: Instant): PartnerActor {
  const keyExpiresAt = endOf(key, now);
  return {
    kind: "PARTNER",
    mode: key.mode,
    id: partner.id,
    name: partner.name,
    creditCode: partner.creditCode,
    keyId: key.id,
    scopes: key.scopes.filter((scope) => partner.scopes.includes(scope)),
    ...(keyExpiresAt === undefined ? {} : { keyExpiresAt }),
  };
}
