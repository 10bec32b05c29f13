import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CitizenId, newId, type PartnerId } from "../../../services/kernel/ids.ts";
import { type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type Consent,
  type Consents,
  grant,
  inForce,
  revoke,
  statusOf,
} from "../../../services/people/citizens/consent.ts";
import type { ConsentId } from "../../../services/people/citizens/ids.ts";
import { must } from "../../support/must.ts";

const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const AT_ONCE = 20;

const citizenId: CitizenId = "ctz_0123456789abcdef";
const partnerId: PartnerId = "ptn_0123456789abcdef";

const consent = (grantedMs: number, changes: Partial<Consent> = {}): Consent => ({
  ...{ id: newId("cns", systemRuntime), scopes: ["PROFILE_READ"], purpose: "贷款预审" },
  ...{ grantedAt: plusMs(NOW, grantedMs), expiresAt: plusMs(NOW, 1) },
  ...changes,
});
const expired = (grantedMs: number): Consent => consent(grantedMs, { expiresAt: NOW });
const revoked = (grantedMs: number): Consent => consent(grantedMs, { revokedAt: NOW });

const given = (...consents: readonly Consent[]): Consents => ({
  ...{ citizenId, partnerId, partnerName: "京城便民科技有限公司", partnerCreditCode: "11100000000013338W" },
  ...{ consents, revision: 7 },
});
const many = (count: number, make: (grantedMs: number) => Consent): readonly Consent[] =>
  Array.from({ length: count }, (_, i) => make(-i - 1));

describe("one more consent of a citizen's to a partner", () => {
  it("stands beside those before it, ended or in force: each once, the newest first", () => {
    const before = [consent(-1), expired(-2), revoked(-3), consent(-4)];
    const added = consent(0);
    const after = must(grant(given(...before), added, NOW));
    expect(after.consents).toEqual([added, ...before]);
    expect(after.revision).toBe(8);
    expect(inForce(after, NOW)).toEqual([added, before[0], before[3]]);
  });

  it("is the twentieth in force, and no twenty-first", () => {
    const nineteen = given(...many(AT_ONCE - 1, consent));
    expect(must(grant(nineteen, consent(0), NOW)).consents).toHaveLength(AT_ONCE);
    expect(grant(given(...many(AT_ONCE, consent)), consent(0), NOW)).toEqual({
      ...{ ok: false, error: { code: "TOO_MANY", values: { max: "20" } } },
    });
  });

  it("takes the place of the oldest that has ended, where twenty are kept", () => {
    const standing = many(5, (ms) => consent(2 * ms));
    const ended = many(AT_ONCE, (ms) => expired(2 * ms - 1));
    const after = must(grant(given(...[...standing, ...ended].sort(newestFirst)), consent(0), NOW));
    expect(after.consents).toHaveLength(AT_ONCE);
    expect(inForce(after, NOW)).toHaveLength(6);
    expect(after.consents.filter((one) => ended.includes(one))).toEqual(ended.slice(0, 14));
  });

  it("loses none that is in force, and doubles none, whatever was there", () => {
    const kinds = fc.array(fc.constantFrom(consent, expired, revoked), { maxLength: AT_ONCE });
    fc.assert(
      fc.property(kinds, (made) => {
        const before = given(...made.map((make, i) => make(-i - 1)));
        const outcome = grant(before, consent(0), NOW);
        const standing = inForce(before, NOW);
        expect(outcome.ok).toBe(standing.length < AT_ONCE);
        if (!outcome.ok) return;
        const { consents } = outcome.value;
        expect(new Set(consents.map(({ id }) => id)).size).toBe(consents.length);
        expect(consents).toEqual(expect.arrayContaining([...standing]));
        expect(consents.length).toBe(Math.min(before.consents.length + 1, AT_ONCE));
      }),
    );
  });
});

const newestFirst = (a: Consent, b: Consent): number => (a.grantedAt < b.grantedAt ? 1 : -1);

describe("a consent that is taken back", () => {
  it("ends alone: the others to the same partner stand as they stood", () => {
    const [one, other] = [consent(-1), consent(-2)];
    const ended = expired(-3);
    const after = must(revoke(given(one, other, ended), other.id, NOW));
    expect(after.revoked).toEqual({ ...other, revokedAt: NOW });
    expect(after.consents).toEqual({ ...given(one, after.revoked, ended), revision: 8 });
    expect(inForce(after.consents, NOW)).toEqual([one]);
  });

  it.each([
    ["EXPIRED", expired(-1)],
    ["REVOKED", revoked(-1)],
  ])("is none that is %s", (state, one) => {
    expect(revoke(given(one), one.id, NOW)).toEqual({
      ...{ ok: false, error: { code: "NOT_ALLOWED_NOW", state, availableActions: [] } },
    });
  });

  it("is none that was never given", () => {
    const unknown: ConsentId = newId("cns", systemRuntime);
    expect(revoke(given(consent(-1)), unknown, NOW)).toEqual({ ok: false, error: { code: "NOT_FOUND" } });
  });

  it("was in force until the moment at which it expires", () => {
    expect(statusOf(consent(-1), NOW)).toBe("IN_FORCE");
    expect(statusOf(consent(-1), plusMs(NOW, 1))).toBe("EXPIRED");
  });
});
