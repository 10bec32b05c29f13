import { build } from "esbuild";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ES256, isEs256Key, newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import {
  type Bytes,
  joinBytes,
  type RideCredential,
  type Signer,
  type Verifier,
  verifyCode,
  writeCode,
  writeCredential,
} from "../../../services/convenience/transit/ride-codes/ride-code.ts";

const NOW = 1_795_000_000;
const DAY_S = 86_400;
const NUMBER = "3111000000000000002";
/** As docs/ride-codes.md promises operators and makers of gates. */
const LIFETIME_S = 90;
const SKEW_S = 30;
const BYTES_MAX = 300;

let platform: Signer;
let phone: Signer;
let gate: Verifier;
beforeAll(async () => {
  platform = await newEs256Signer();
  phone = await newEs256Signer();
  gate = { keys: [(await newEs256Signer()).publicKey, platform.publicKey], algorithms: [ES256] };
});

const nonce = (n = 0): Bytes => new Uint8Array(8).fill(n);
const credential = (changes: Partial<RideCredential> = {}, by = platform): Promise<Bytes> =>
  writeCredential(
    {
      ...{ cardNumber: NUMBER, kind: "STUDENT", validFrom: NOW - 3_600, validUntil: NOW + DAY_S },
      ...{ devicePublicKey: phone.publicKey, ...changes },
    },
    ES256,
    by,
  );
const code = async (madeAt = NOW, by = phone): Promise<Bytes> =>
  writeCode(await credential(), madeAt, nonce(), by);

describe("a ride code", () => {
  it("says whose card it is, at a gate that knows the platform's keys and nothing else", async () => {
    expect(await verifyCode(await code(), NOW, gate)).toEqual({
      ok: true,
      value: {
        ...{ cardNumber: NUMBER, kind: "STUDENT", madeAt: NOW, devicePublicKey: phone.publicKey },
        ...{ validFrom: NOW - 3_600, validUntil: NOW + DAY_S, id: expect.stringMatching(/^[0-9a-f]{32}$/) },
      },
    });
  });

  it(`is at most ${BYTES_MAX} bytes long`, async () => {
    expect((await code()).length).toBeLessThanOrEqual(BYTES_MAX);
    expect((await code()).length).toBe(229);
  });

  it.each([
    ["from a clock that is too far ahead", NOW + SKEW_S + 1, "CODE_FROM_THE_FUTURE"],
    ["that is too old", NOW - LIFETIME_S - SKEW_S - 1, "CODE_EXPIRED"],
  ])("%s is refused", async (_, madeAt, problem) => {
    expect(await verifyCode(await code(madeAt), NOW, gate)).toEqual({ ok: false, error: problem });
  });

  it.each([SKEW_S, -LIFETIME_S - SKEW_S])("is good %i seconds from now", async (seconds) => {
    expect((await verifyCode(await code(NOW + seconds), NOW, gate)).ok).toBe(true);
  });

  it.each([
    ["not yet valid", { validFrom: NOW + SKEW_S + 1 }, "CREDENTIAL_NOT_YET_VALID"],
    ["no longer valid", { validUntil: NOW - SKEW_S }, "CREDENTIAL_EXPIRED"],
  ])("of a credential that is %s is refused", async (_, changes, problem) => {
    const bytes = await writeCode(await credential(changes), NOW, nonce(), phone);
    expect(await verifyCode(bytes, NOW, gate)).toEqual({ ok: false, error: problem });
  });

  it.each([
    ["begins in 30 seconds", { validFrom: NOW + SKEW_S }],
    ["has ended 29 seconds ago", { validUntil: NOW - SKEW_S + 1 }],
  ])("of a credential that %s is good: clocks may differ by so much", async (_, changes) => {
    const bytes = await writeCode(await credential(changes), NOW, nonce(), phone);
    expect(await verifyCode(bytes, NOW, gate)).toMatchObject({ ok: true });
  });

  it("of another phone is refused, and of another platform", async () => {
    const stolen = await code(NOW, await newEs256Signer());
    expect(await verifyCode(stolen, NOW, gate)).toEqual({ ok: false, error: "BAD_CODE_SIGNATURE" });
    const forged = await writeCode(await credential({}, await newEs256Signer()), NOW, nonce(), phone);
    expect(await verifyCode(forged, NOW, gate)).toEqual({ ok: false, error: "UNKNOWN_KEY" });
    const impostor = { ...(await newEs256Signer()), publicKey: platform.publicKey };
    const signed = await writeCode(await credential({}, impostor), NOW, nonce(), phone);
    expect(await verifyCode(signed, NOW, gate)).toEqual({ ok: false, error: "BAD_CREDENTIAL_SIGNATURE" });
  });

  it("in a way to sign that the gate does not know is refused", async () => {
    const bytes = await code();
    const others = { ...gate, algorithms: [{ ...ES256, id: 2 }] };
    expect(await verifyCode(bytes, NOW, others)).toEqual({ ok: false, error: "UNKNOWN_ALGORITHM" });
  });

  it("can be signed in another way, with the lengths that this one has", async () => {
    const short = {
      ...{ id: 7, publicKeyBytes: 3, signatureBytes: 2, verify: async () => true },
      ...{ publicKey: new Uint8Array(3), sign: () => new Uint8Array(2) },
    };
    const by: Signer = { ...short, algorithm: short };
    const bytes = await writeCode(
      await writeCredential(
        {
          ...{ cardNumber: NUMBER, kind: "SENIOR", validFrom: 0, validUntil: NOW + 1 },
          devicePublicKey: short.publicKey,
        },
        short,
        by,
      ),
      ...([NOW, nonce(), by] as const),
    );
    const verifier = { keys: [short.publicKey], algorithms: [ES256, short] };
    expect(await verifyCode(bytes, NOW, verifier)).toMatchObject({ ok: true, value: { kind: "SENIOR" } });
  });

  it("has an id of its own, whatever signature it carries", async () => {
    const made = await credential();
    const idOf = async (bytes: Bytes) => {
      const verified = await verifyCode(bytes, NOW, gate);
      return verified.ok ? verified.value.id : expect.fail(verified.error);
    };
    const one = await writeCode(made, NOW, nonce(), phone);
    // ECDSA signs with chance: another signature of the same text.
    const again = await writeCode(made, NOW, nonce(), phone);
    expect(joinBytes(one)).not.toEqual(joinBytes(again));
    expect(await idOf(one)).toBe(await idOf(again));
    expect(await idOf(await writeCode(made, NOW, nonce(1), phone))).not.toBe(await idOf(one));
    expect(await idOf(await writeCode(made, NOW + 1, nonce(), phone))).not.toBe(await idOf(one));
  });

  it("with any bit flipped is refused", async () => {
    const good = await code();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length * 8 - 1 }), async (bit) => {
        const bytes = good.slice();
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect((await verifyCode(bytes, NOW, gate)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("cut short, or of any other bytes, is refused and breaks nothing", async () => {
    const good = await code();
    const cut = fc.nat({ max: good.length - 1 }).map((length) => good.slice(0, length));
    const noise = fc.uint8Array({ maxLength: 320 }).map((bytes) => new Uint8Array([1, 1, ...bytes]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, noise), async (bytes) => {
        expect((await verifyCode(bytes, NOW, gate)).ok).toBe(false);
      }),
    );
  });
});

describe("the library", () => {
  it("runs in a browser, without the server: bundled it needs no other module", async () => {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `export * from "./ride-code.ts"; export * from "./es256.ts"; export * from "./card-status-list.ts";`,
        resolveDir: "services/convenience/transit/ride-codes",
        loader: "ts",
      },
      ...{ bundle: true, write: false, metafile: true, platform: "browser", format: "esm", minify: true },
    });
    const inputs = Object.keys(metafile.inputs).filter((path) => path !== "<stdin>");
    expect(inputs.toSorted()).toEqual([
      "services/convenience/transit/ride-codes/card-status-list.ts",
      "services/convenience/transit/ride-codes/es256.ts",
      "services/convenience/transit/ride-codes/ride-code.ts",
      "services/kernel/result.ts",
    ]);
    expect(outputFiles[0]?.contents.length).toBeLessThan(6_000);
  });

  it("tells a public key from any other bytes", async () => {
    expect(await isEs256Key(phone.publicKey)).toBe(true);
    expect(await isEs256Key(phone.publicKey.slice(1))).toBe(false);
    expect(await isEs256Key(new Uint8Array(65).fill(4))).toBe(false);
  });
});
