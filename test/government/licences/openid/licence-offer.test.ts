import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  holds,
  type LicenceOffer,
  newCodes,
  newOffer,
  newToken,
  offerNamedBy,
  tryCode,
} from "../../../../services/government/licences/openid/licence-offer.ts";
import {
  newNonce,
  nonceUntil,
  OF_KEY_PROOF,
} from "../../../../services/government/licences/passing-nonce.ts";
import { deriveSecrets } from "../../../../services/kernel/process/secrets.ts";
import { type Instant, plusMs, systemRuntime } from "../../../../services/kernel/runtime.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const secrets = deriveSecrets("a root secret for tests, long enough to be taken");
const offered = {
  ...({ licence: "lic_0000000000000000", type: "a-licence", offeredBy: "ctz_0000000000000000" } as const),
  deviceName: "钱包",
} as const;

describe("an offer, whatever is tried,", () => {
  /** A right code, or a wrong one, so many seconds after what was before. */
  const tries = fc.array(fc.record({ isRight: fc.boolean(), afterS: fc.integer({ min: 0, max: 200 }) }), {
    maxLength: 12,
  });

  it("gives at most one token, none after five wrong codes or five minutes, and none that outlives a second use", () => {
    fc.assert(
      fc.property(tries, (all) => {
        const codes = newCodes(systemRuntime);
        let offer: LicenceOffer = newOffer(secrets, offered, codes, NOW);
        let [now, wrong, given] = [NOW, 0, 0];
        let token = "";
        for (const { isRight, afterS } of all) {
          now = plusMs(now, afterS * 1_000);
          const tried = newToken(offer, systemRuntime);
          const transactionCode = isRight ? codes.transactionCode : "wrong";
          const outcome = tryCode(secrets, offer, { ...codes, transactionCode }, tried, now);
          if (!outcome.ok) continue;
          expect(outcome.value.after.revision).toBe(offer.revision + 1);
          offer = outcome.value.after;
          wrong += isRight ? 0 : 1;
          if (outcome.value.isRedeemed) {
            [token, given] = [tried, given + 1];
            expect(wrong).toBeLessThan(5);
            expect(now < plusMs(NOW, 300_000)).toBe(true);
          } else if (isRight) expect(holds(secrets, offer, token, now)).toBe(false);
          expect(offerNamedBy(tried)).toBe(offer.digest);
          expect(holds(secrets, offer, tried, now)).toBe(outcome.value.isRedeemed);
        }
        expect(given).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("draws codes that differ, each of six digits", () => {
    const all = Array.from({ length: 200 }, () => newCodes(systemRuntime));
    expect(new Set(all.map(({ code }) => code)).size).toBe(200);
    for (const { transactionCode } of all) expect(transactionCode).toMatch(/^\d{6}$/);
  });
});

describe("a nonce", () => {
  it("is told from any other text, and holds for five minutes", () => {
    const { nonce } = newNonce(secrets, OF_KEY_PROOF, { now: NOW, random: systemRuntime.random });
    expect(nonceUntil(secrets, OF_KEY_PROOF, nonce, NOW)).toBe(plusMs(NOW, 300_000));
    expect(nonceUntil(secrets, OF_KEY_PROOF, nonce, plusMs(NOW, 299_999))).toBe(plusMs(NOW, 300_000));
    expect(nonceUntil(secrets, OF_KEY_PROOF, nonce, plusMs(NOW, 300_000))).toBeUndefined();
    const other = deriveSecrets("another root secret for tests, long enough to be taken");
    expect(nonceUntil(other, OF_KEY_PROOF, nonce, NOW)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: nonce.length - 1 }), fc.string({ maxLength: 2 }), (at, text) => {
        const changed = nonce.slice(0, at) + text + nonce.slice(at + 1);
        if (changed !== nonce) expect(nonceUntil(secrets, OF_KEY_PROOF, changed, NOW)).toBeUndefined();
      }),
    );
  });
});
