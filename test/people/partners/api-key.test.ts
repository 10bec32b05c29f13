import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyId } from "../../../services/kernel/ids.ts";
import { DAY_MS, HOUR_MS, type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  ACTIVE_KEYS_MAX,
  type ApiKey,
  checkRoom,
  endOf,
  type KeyWish,
  parseKey,
  parseKeyId,
  revoke,
  rotate,
  statusOf,
  termsOf,
} from "../../../services/people/partners/api-key.ts";
import { must } from "../../support/must.ts";
import { newKey } from "../../support/new-key.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const PARTNER = "ptn_0123456789abcdef";
const later = (ms: number): Instant => plusMs(NOW, ms);

describe("the text of a key", () => {
  it("is taken apart into what it was made of, and names its partner", () => {
    for (const mode of ["test", "live"] as const) {
      const { keyId, secret, text } = newKey(PARTNER, mode, systemRuntime);
      expect(text).toMatch(/^cvg_(test|live)_[0-9a-z]{24}_[0-9a-z]{32}_[0-9a-z]{7}$/);
      expect(parseKey(text)).toEqual({ mode, keyId, secret, partnerId: PARTNER });
      expect(parseKeyId(keyId)).toEqual({ keyId, partnerId: PARTNER });
    }
  });

  it("with any single character changed is refused", () => {
    const key = fc
      .tuple(
        fc.uint8Array({ minLength: 20, maxLength: 20 }),
        fc.constantFrom("test" as const, "live" as const),
      )
      .map(([bytes, mode]) => newKey(PARTNER, mode, { random: (count) => bytes.subarray(0, count) }).text);
    const letter = fc.oneof(
      fc.constantFrom(..."0123456789abcdefghijklmnopqrstuvwxyzABCXYZ_- \n"),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(key, fc.nat(), letter, (text, position, other) => {
        const i = position % text.length;
        fc.pre(text[i] !== other);
        expect(parseKey(text.slice(0, i) + other + text.slice(i + 1))).toBeUndefined();
      }),
      { numRuns: 3_000 },
    );
  });

  it("with a character missing, one too many, or two swapped is refused", () => {
    const { text } = newKey(PARTNER, "live", systemRuntime);
    for (let i = 0; i < text.length; i += 1) {
      expect(parseKey(text.slice(0, i) + text.slice(i + 1))).toBeUndefined();
      expect(parseKey(`${text.slice(0, i)}0${text.slice(i)}`)).toBeUndefined();
      const swapped = text.slice(0, i) + (text[i + 1] ?? "") + (text[i] ?? "") + text.slice(i + 2);
      if (swapped !== text) expect(parseKey(swapped)).toBeUndefined();
    }
    for (const longer of [`${text}0`, `${text}\n`, `0${text}`]) expect(parseKey(longer)).toBeUndefined();
  });

  it.each([
    "",
    "cvg_",
    "key_1",
    "../../etc",
    `${"0".repeat(23)}`,
    `${"0".repeat(23)}u`,
    `${"0".repeat(24)}\n`,
    `${"0".repeat(25)}`,
    ` ${"0".repeat(24)}`,
  ])("%j is no key's id", (id) => {
    expect(parseKeyId(id)).toBeUndefined();
  });
});

const key: ApiKey = {
  id: "0123456789abcdef00000000" as KeyId,
  partnerId: PARTNER,
  name: "front end",
  mode: "live",
  scopes: ["PROFILE_READ"],
  secretHash: "hash",
  createdAt: NOW,
  expiresAt: later(30 * DAY_MS),
  networks: [],
};

describe("a key's state", () => {
  it("ends exactly at its expiry, and exactly at its revocation", () => {
    const end = later(30 * DAY_MS);
    expect(statusOf(key, plusMs(end, -1))).toBe("ACTIVE");
    expect(statusOf(key, end)).toBe("EXPIRED");
    const revoked = { ...key, revokedAt: later(1_000) };
    expect(statusOf(revoked, later(999))).toBe("ACTIVE");
    expect(statusOf(revoked, later(1_000))).toBe("REVOKED");
  });

  it("is active for good where nothing ends it", () => {
    const { expiresAt: _, ...endless } = key;
    expect(statusOf(endless, later(10_000 * DAY_MS))).toBe("ACTIVE");
    expect(endOf(endless, NOW)).toBeUndefined();
  });

  it("in its grace ends where the grace does, or where it would have expired before", () => {
    const { expiresAt: _, ...endless } = key;
    expect(endOf({ ...endless, revokedAt: later(5) }, NOW)).toBe(later(5));
    const grace = { ...key, revokedAt: later(30 * DAY_MS + 1) };
    expect(endOf(grace, NOW)).toBe(key.expiresAt);
    expect(endOf({ ...endless, revokedAt: NOW }, NOW)).toBeUndefined();
  });

  it("in its grace ends where the grace does", () => {
    const { old } = must(rotate(key, 2, NOW));
    expect(endOf(old, NOW)).toBe(later(2 * HOUR_MS));
    expect(endOf(key, NOW)).toBe(key.expiresAt);
    expect(endOf(must(revoke(key, NOW)), NOW)).toBe(key.expiresAt);
  });
});

describe("a rotation", () => {
  it("makes a successor with the same terms and the same time to live", () => {
    const at = later(10 * DAY_MS);
    const { old, terms } = must(rotate(key, 24, at));
    expect(old).toEqual({ ...key, revokedAt: plusMs(at, 24 * HOUR_MS) });
    const { name, mode, scopes, networks } = key;
    expect(terms).toEqual({ name, mode, scopes, networks, expiresAt: plusMs(at, 30 * DAY_MS) });
  });

  it("without an expiry stays without one", () => {
    const { expiresAt: _, ...endless } = key;
    expect(must(rotate({ ...endless, mode: "test" }, 0, NOW)).terms).not.toHaveProperty("expiresAt");
  });

  it.each([-1, 169, 1.5])("with a grace of %d hours is refused", (hours) => {
    expect(rotate(key, hours, NOW)).toMatchObject({
      error: { code: "GRACE_OUT_OF_RANGE", values: { max: "168" }, path: ["graceHours"] },
    });
  });

  it("is possible once; the key in its grace can then only be revoked", () => {
    const { old } = must(rotate(key, 24, NOW));
    expect(rotate(old, 168, NOW)).toMatchObject({
      error: { code: "NOT_ALLOWED_NOW", state: "ROTATED", availableActions: ["revoke"] },
    });
    expect(must(revoke(old, later(5))).revokedAt).toBe(later(5));
  });

  it.each([
    ["EXPIRED", { ...key, expiresAt: NOW }],
    ["REVOKED", { ...key, revokedAt: NOW }],
  ])("of a key that is %s is refused, and so is its revocation", (state, ended) => {
    for (const refused of [rotate(ended, 1, NOW), revoke(ended, NOW)]) {
      expect(refused).toEqual({ ok: false, error: { code: "NOT_ALLOWED_NOW", state, availableActions: [] } });
    }
  });
});

describe("the terms of a new key", () => {
  const wish: KeyWish = {
    name: "k",
    mode: "live",
    scopes: ["PROFILE_READ"],
    expiresAt: undefined,
    networks: [],
  };
  const partner = { scopes: ["PROFILE_READ", "HOUSING_FUND_READ"] as const };
  const year = later(365 * DAY_MS);

  it("a live key without an expiry gets 365 days, a test key none", () => {
    expect(must(termsOf(wish, partner, NOW)).expiresAt).toBe(year);
    expect(must(termsOf({ ...wish, mode: "test" }, partner, NOW))).not.toHaveProperty("expiresAt");
  });

  it("365 days are allowed to a live key, and a moment more is not; a test key may last longer", () => {
    expect(termsOf({ ...wish, expiresAt: year }, partner, NOW).ok).toBe(true);
    const more = { ...wish, expiresAt: plusMs(year, 1) };
    expect(termsOf(more, partner, NOW)).toMatchObject({
      error: { code: "EXPIRY_OUT_OF_RANGE", path: ["expiresAt"] },
    });
    expect(termsOf({ ...more, mode: "test" }, partner, NOW).ok).toBe(true);
  });

  it("networks are kept in one spelling, each once", () => {
    const networks = ["203.0.113.7/24", "203.0.113.0/24", "2001:DB8:0::1/32", "::ffff:198.51.100.0/120"];
    expect(must(termsOf({ ...wish, networks }, partner, NOW)).networks).toEqual([
      "203.0.113.0/24",
      "2001:db8::/32",
      "198.51.100.0/24",
    ]);
  });

  it("may have 20 networks, and what is told of those that cannot be is cut short", () => {
    const networks = Array.from({ length: 20 }, (_, i) => `10.0.${i}.0/24`);
    expect(must(termsOf({ ...wish, networks }, partner, NOW)).networks).toHaveLength(20);
    expect(termsOf({ ...wish, networks: [...networks, "10.1.0.0/24"] }, partner, NOW)).toMatchObject({
      error: { values: { max: "20" } },
    });
    expect(termsOf({ ...wish, networks: ["x".repeat(60)] }, partner, NOW)).toMatchObject({
      error: { values: { value: "x".repeat(50) } },
    });
  });

  it("say which scopes the partner has not, and how long a live key lasts at most", () => {
    const beyond = { ...wish, scopes: ["CONSENT_REQUEST", "PROFILE_READ", "BILLS_PAY"] } as const;
    const refused = termsOf(beyond, partner, NOW);
    expect(refused).toMatchObject({
      error: {
        values: { scopes: { zh: "请求授权、代缴账单", en: "Asking for consent, Paying bills" } },
      },
    });
    expect(termsOf({ ...wish, expiresAt: NOW }, partner, NOW)).toMatchObject({
      error: { values: { max: "365" } },
    });
  });

  it.each<[string, Partial<KeyWish>, string, readonly string[]]>([
    ["no name", { name: " " }, "TEXT_LENGTH", ["name"]],
    ["a control character", { name: "a\u0007b" }, "CONTROL_CHARACTERS", ["name"]],
    ["no scopes", { scopes: [] }, "SCOPES_EMPTY", ["scopes"]],
    ["scopes that the partner has not", { scopes: ["CONSENT_REQUEST"] }, "SCOPES_NOT_GRANTED", ["scopes"]],
    ["an expiry that is now", { expiresAt: NOW }, "EXPIRY_OUT_OF_RANGE", ["expiresAt"]],
    ["an address without a prefix", { networks: ["203.0.113.7"] }, "NETWORK_INVALID", ["networks", "0"]],
    ["a wrong network", { networks: ["10.0.0.0/8", "10.0.0.0/33"] }, "NETWORK_INVALID", ["networks", "1"]],
    [
      "21 networks",
      { networks: Array.from({ length: 21 }, (_, i) => `10.0.${i}.0/24`) },
      "TOO_MANY",
      ["networks"],
    ],
  ])("with %s are refused", (_, change, code, path) => {
    expect(termsOf({ ...wish, ...change }, partner, NOW)).toMatchObject({ ok: false, error: { code, path } });
  });
});

describe("room for a key", () => {
  it("is for 20 that are active, in each mode; ended ones do not count, one in its grace does", () => {
    const many = Array.from({ length: ACTIVE_KEYS_MAX }, () => key);
    expect(checkRoom(many, "live", NOW)).toMatchObject({
      error: { code: "TOO_MANY", values: { max: "20" }, path: ["mode"] },
    });
    expect(checkRoom(many, "test", NOW).ok).toBe(true);
    expect(checkRoom([...many.slice(1), { ...key, revokedAt: NOW }], "live", NOW).ok).toBe(true);
    expect(checkRoom([...many.slice(1), { ...key, revokedAt: later(1) }], "live", NOW).ok).toBe(false);
  });
});
