import { crc32 } from "node:zlib";
import { type Mode, SCOPES, type Scope } from "../../kernel/actor.ts";
import { scopeNames } from "../../kernel/enum-words.ts";
import { base32, type KeyId, type PartnerId } from "../../kernel/ids.ts";
import type { MessageCode, Values } from "../../kernel/message.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { DAY_MS, HOUR_MS, type Instant, plusMs, type Runtime } from "../../kernel/runtime.ts";
import { checkText } from "../../kernel/text.ts";
import { type Network, parseNetwork } from "./network.ts";

/** An API key as stored: everything but its secret, of which only the peppered hash is kept. */
export type ApiKey = {
  readonly id: KeyId;
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly mode: Mode;
  readonly scopes: readonly Scope[];
  readonly secretHash: string;
  readonly createdAt: Instant;
  readonly expiresAt?: Instant;
  /** Lies ahead while a key that was rotated still holds. */
  readonly revokedAt?: Instant;
  /** None for any address. */
  readonly networks: readonly Network[];
  /** Accurate to `LAST_USE_STEP_MS`. */
  readonly lastUsedAt?: Instant;
};

export type KeyStatus = "ACTIVE" | "EXPIRED" | "REVOKED";

/** The actions for which a key can be asked; a rotated one is active, but its successor is made already. */
export type KeyState = KeyStatus | "ROTATED";

/** Last use is written at most this often, so that a busy key does not cost a write with every call. */
export const LAST_USE_STEP_MS = 5 * 60_000;
const LIVE_DAYS_MAX = 365;
const NETWORKS_MAX = 20;
/** Of one partner in one mode. */
export const ACTIVE_KEYS_MAX = 20;
const GRACE_HOURS_MAX = 168;

const NAME_LENGTH = { min: 1, max: 100 };
const ECHO_LENGTH_MAX = 50;
const PARTNER_ID_LENGTH = 16;
const KEY_SUFFIX_BYTES = 5;
const SHAPE = /^cvg_(test|live)_([0-9a-z]{24})_([0-9a-z]{32})_([0-9a-z]{7})$/;
const ID = /^[0-9a-hjkmnp-tv-z]{24}$/;

/** `cvg_{test|live}_{keyId}_{secret}_{checksum}`, taken apart. */
export type ParsedKey = {
  readonly mode: Mode;
  readonly keyId: KeyId;
  readonly partnerId: PartnerId;
  readonly secret: string;
};

/**
 * Takes a key apart; undefined where it is not whole. The checksum only catches slips and lets secret scanners know
 * a key when they see one; whether the key is good is for its hash to say.
 */
export function parseKey(text: string): ParsedKey | undefined {
  const [, mode, id = "", secret = "", checksum] = SHAPE.exec(text) ?? [];
  const named = parseKeyId(id);
  if (!mode || !named || checksum !== checksumOf(`cvg_${mode}_${id}_${secret}`)) return undefined;
  return { ...named, mode: mode === "live" ? "live" : "test", secret };
}

/** A key's id, which begins with its partner's; undefined for what cannot be one. */
export function parseKeyId(text: string): Pick<ParsedKey, "keyId" | "partnerId"> | undefined {
  if (!ID.test(text)) return undefined;
  return { keyId: text as KeyId, partnerId: `ptn_${text.slice(0, PARTNER_ID_LENGTH)}` };
}

/** A new key's id. It begins with the partner's, so that one batch reads both. */
export const newKeyId = (partnerId: PartnerId, runtime: Pick<Runtime, "random">): KeyId =>
  `${partnerId.slice("ptn_".length)}${base32(runtime.random(KEY_SUFFIX_BYTES))}` as KeyId;

/** A key as its holder sends it; `secret` is 160 bits in base 32. */
export function keyText({ id, mode }: Pick<ApiKey, "id" | "mode">, secret: string): string {
  const text = `${keyPrefix({ id, mode })}_${secret}`;
  return `${text}_${checksumOf(text)}`;
}

/** The part of a key that can be shown. */
export const keyPrefix = ({ id, mode }: Pick<ApiKey, "id" | "mode">): string => `cvg_${mode}_${id}`;

function checksumOf(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(text));
  return base32(bytes);
}

export function statusOf({ expiresAt, revokedAt }: ApiKey, now: Instant): KeyStatus {
  if (revokedAt !== undefined && revokedAt <= now) return "REVOKED";
  return expiresAt !== undefined && expiresAt <= now ? "EXPIRED" : "ACTIVE";
}

/** When a key stops working: for one in its grace, that is the end of it. A key revoked before keeps its expiry. */
export function endOf({ expiresAt, revokedAt }: ApiKey, now: Instant): Instant | undefined {
  if (revokedAt === undefined || revokedAt <= now) return expiresAt;
  return expiresAt === undefined || revokedAt < expiresAt ? revokedAt : expiresAt;
}

export function stateOf(key: ApiKey, now: Instant): KeyState {
  const status = statusOf(key, now);
  return status === "ACTIVE" && key.revokedAt !== undefined ? "ROTATED" : status;
}

/** The rights that a key is to have. */
export type KeyTerms = Pick<ApiKey, "name" | "mode" | "scopes" | "networks" | "expiresAt">;

export type KeyWish = {
  readonly name: string;
  readonly mode: Mode;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | undefined;
  readonly networks: readonly string[];
};

export type InvalidKey = {
  readonly code: MessageCode;
  readonly values?: Values;
  readonly path: readonly string[];
};

/** Checks what is wished of a new key against what its partner holds. */
export function termsOf(
  wish: KeyWish,
  partner: { readonly scopes: readonly Scope[] },
  now: Instant,
): Result<KeyTerms, InvalidKey> {
  const name = checkText(wish.name, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["name"] });
  const scopes = SCOPES.filter((scope) => wish.scopes.includes(scope));
  if (scopes.length === 0) return err({ code: "SCOPES_EMPTY", path: ["scopes"] });
  const beyond = scopes.filter((scope) => !partner.scopes.includes(scope));
  if (beyond.length > 0) {
    return err({ code: "SCOPES_NOT_GRANTED", values: { scopes: scopeNames(beyond) }, path: ["scopes"] });
  }
  const networks = networksOf(wish.networks);
  if (!networks.ok) return networks;
  const latest = plusMs(now, LIVE_DAYS_MAX * DAY_MS);
  const expiresAt = wish.expiresAt ?? (wish.mode === "live" ? latest : undefined);
  if (expiresAt !== undefined && (expiresAt <= now || (wish.mode === "live" && expiresAt > latest))) {
    return err({ code: "EXPIRY_OUT_OF_RANGE", values: { max: String(LIVE_DAYS_MAX) }, path: ["expiresAt"] });
  }
  const terms = { name: name.value, mode: wish.mode, scopes, networks: networks.value };
  return ok(expiresAt === undefined ? terms : { ...terms, expiresAt });
}

function networksOf(texts: readonly string[]): Result<Network[], InvalidKey> {
  if (texts.length > NETWORKS_MAX) {
    return err({ code: "TOO_MANY", values: { max: String(NETWORKS_MAX) }, path: ["networks"] });
  }
  const networks = new Set<Network>();
  for (const [i, text] of texts.entries()) {
    const network = parseNetwork(text);
    if (!network.ok) {
      const values = { value: text.slice(0, ECHO_LENGTH_MAX) };
      return err({ code: "NETWORK_INVALID", values, path: ["networks", String(i)] });
    }
    networks.add(network.value);
  }
  return ok([...networks]);
}

/** Refuses one key more than a partner may have active at once; `known` are its keys, those of both modes. */
export function checkRoom(
  known: readonly ApiKey[],
  mode: Mode,
  now: Instant,
  path: readonly string[] = ["mode"],
): Result<void, InvalidKey> {
  const active = known.filter((key) => key.mode === mode && statusOf(key, now) === "ACTIVE");
  if (active.length < ACTIVE_KEYS_MAX) return ok(undefined);
  return err({ code: "TOO_MANY", values: { max: String(ACTIVE_KEYS_MAX) }, path });
}

export type KeyNotAllowedNow = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: KeyState;
  readonly availableActions: readonly KeyAction[];
};
export type KeyAction = "rotate" | "revoke";

const POSSIBLE: Readonly<Record<KeyState, readonly KeyAction[]>> = {
  ACTIVE: ["rotate", "revoke"],
  ROTATED: ["revoke"],
  EXPIRED: [],
  REVOKED: [],
};

export const availableKeyActions = (key: ApiKey, now: Instant): readonly KeyAction[] =>
  POSSIBLE[stateOf(key, now)];

function checkState(key: ApiKey, action: KeyAction, now: Instant): Result<void, KeyNotAllowedNow> {
  const state = stateOf(key, now);
  if (POSSIBLE[state].includes(action)) return ok(undefined);
  return err({ code: "NOT_ALLOWED_NOW", state, availableActions: POSSIBLE[state] });
}

export type Rotation = { readonly old: ApiKey; readonly terms: KeyTerms };

/**
 * Ends a key after `graceHours` (0 to 168) and says what its successor is to be: the same name, mode, scopes and
 * networks, and the same time to live, counted from now. A key is rotated once; its successor comes next.
 */
export function rotate(
  key: ApiKey,
  graceHours: number,
  now: Instant,
): Result<Rotation, InvalidKey | KeyNotAllowedNow> {
  if (!Number.isInteger(graceHours) || graceHours < 0 || graceHours > GRACE_HOURS_MAX) {
    return err({
      code: "GRACE_OUT_OF_RANGE",
      values: { max: String(GRACE_HOURS_MAX) },
      path: ["graceHours"],
    });
  }
  const possible = checkState(key, "rotate", now);
  if (!possible.ok) return possible;
  const { name, mode, scopes, networks, createdAt, expiresAt } = key;
  const terms = { name, mode, scopes, networks };
  const old = { ...key, revokedAt: plusMs(now, graceHours * HOUR_MS) };
  if (expiresAt === undefined) return ok({ old, terms });
  const lifetime = Date.parse(expiresAt) - Date.parse(createdAt);
  return ok({ old, terms: { ...terms, expiresAt: plusMs(now, lifetime) } });
}

/** Ends a key at once, in its grace too. */
export function revoke(key: ApiKey, now: Instant): Result<ApiKey, KeyNotAllowedNow> {
  const possible = checkState(key, "revoke", now);
  return possible.ok ? ok({ ...key, revokedAt: now }) : possible;
}
