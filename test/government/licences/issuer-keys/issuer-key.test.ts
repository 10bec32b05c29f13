import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type KeptKey,
  nextSerial,
  signingKeyAt,
  standingAt,
  verificationKeys,
} from "../../../../services/government/licences/issuer-keys/issuer-key.ts";
import { type Instant, instantOf } from "../../../../services/kernel/runtime.ts";
import { newCreditCode } from "../../../support/made-up.ts";

const ISSUER = newCreditCode();
const times: fc.Arbitrary<Instant> = fc.nat(20).map((hour) => instantOf(Date.UTC(2026, 10, 23, hour)));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

const keys: fc.Arbitrary<readonly KeptKey[]> = fc
  .array(fc.record({ from: times, until: maybe(times), since: maybe(times), isAgreed: fc.boolean() }), {
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ from, until, since, isAgreed }, i): KeptKey => {
      const proposedAt = instantOf(Date.UTC(2026, 10, 22));
      return {
        ...{ keyId: `key ${i}`, algorithm: "ES256", issuer: ISSUER, from, proposedAt },
        publicKey: { kty: "EC", crv: "P-256", x: "", y: "" },
        ...{ privatePart: { kind: "DERIVED", serial: i + 1 }, proposedBy: "ofc_0123456789abcdef" },
        ...(until ? { until } : {}),
        ...(since && isAgreed ? { compromisedSince: since } : {}),
        ...(isAgreed ? { agreedBy: "ofc_fedcba9876543210", agreedAt: proposedAt } : {}),
      };
    }),
  );

describe("whatever keys an issuer has had", () => {
  it("one signs only if it is agreed to, not compromised, and within its time; none is passed over", () => {
    fc.assert(
      fc.property(keys, times, (all, at) => {
        const fit = all.filter(
          ({ agreedBy, compromisedSince, from, until }) =>
            agreedBy && !compromisedSince && from <= at && (!until || at < until),
        );
        const signing = signingKeyAt({ keys: all }, at);
        expect(signing === undefined).toBe(fit.length === 0);
        if (!signing) return;
        expect(fit).toContain(signing);
        // The one that began last.
        for (const { from } of fit) expect(signing.from >= from).toBe(true);
      }),
    );
  });

  it("the one that signs is among those that others verify by, then and ever after", () => {
    fc.assert(
      fc.property(keys, times, (all, at) => {
        const signing = signingKeyAt({ keys: all }, at);
        if (signing) expect(verificationKeys({ keys: all })).toContain(signing);
        for (const key of verificationKeys({ keys: all }))
          expect(["PROPOSED", "COMPROMISED"]).not.toContain(standingAt(key, at));
      }),
    );
  });

  it("the next derived one is another than all that were ever agreed to", () => {
    fc.assert(
      fc.property(keys, (all) => {
        const next = nextSerial({ keys: all });
        const agreed = all.filter(({ agreedBy }) => agreedBy);
        expect(
          agreed.map(({ privatePart }) => ("serial" in privatePart ? privatePart.serial : 0)),
        ).not.toContain(next);
      }),
    );
  });
});
