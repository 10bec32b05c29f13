import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { numberFor } from "../../../services/convenience/transit/card.ts";
import {
  readStatusList,
  writeStatusList,
} from "../../../services/convenience/transit/ride-codes/card-status-list.ts";
import { ES256, newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import type { Signer, Verifier } from "../../../services/convenience/transit/ride-codes/ride-code.ts";
import { region } from "../../../services/field/region.ts";

const NOW = 1_795_000_000;
const TIMES = { issuedAt: NOW, expiresAt: NOW + 3_600 };

let platform: Signer;
let gate: Verifier;
beforeAll(async () => {
  platform = await newEs256Signer();
  gate = { keys: [platform.publicKey], algorithms: [ES256] };
});

const numbers = fc.uniqueArray(
  fc.integer().map((n) => numberFor(region("110000"), String(n))),
  { maxLength: 60 },
);

describe("a list of refused cards", () => {
  it("refuses those that are on it, and no others", async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.nat(60), async (all, on) => {
        const [refused, others] = [all.slice(0, on), all.slice(on)];
        const list = await readStatusList(await writeStatusList(refused, TIMES, platform), NOW, gate);
        if (!list.ok) return expect.fail(list.error);
        expect(refused.every(list.value.refuses)).toBe(true);
        expect(others.some(list.value.refuses)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("is not read when it is stale, of another platform, changed, or no list", async () => {
    const list = await writeStatusList([numberFor(region("110000"), "a")], TIMES, platform);
    const other = { ...gate, keys: [(await newEs256Signer()).publicKey] };
    const changed = list.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    const problem = async (...args: Parameters<typeof readStatusList>) => {
      const read = await readStatusList(...args);
      return read.ok ? "READ" : read.error;
    };
    expect(await problem(list, NOW + 3_599, gate)).toBe("READ");
    expect(await problem(list, NOW + 3_600, gate)).toBe("LIST_EXPIRED");
    expect(await problem(list, NOW, other)).toBe("UNKNOWN_KEY");
    expect(await problem(list, NOW, { ...gate, algorithms: [] })).toBe("UNKNOWN_ALGORITHM");
    expect(await problem(changed, NOW, gate)).toBe("BAD_SIGNATURE");
    expect(await problem(list.slice(0, -1), NOW, gate)).toBe("MALFORMED");
    expect(await problem(new Uint8Array(), NOW, gate)).toBe("MALFORMED");
  });
});
