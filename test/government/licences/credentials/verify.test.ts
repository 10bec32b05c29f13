import { build } from "esbuild";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  deviceSigner,
  ES256,
  newDeviceKeys,
} from "../../../../services/government/licences/credentials/es256.ts";
import { disclose } from "../../../../services/government/licences/credentials/present.ts";
import type { SignatureAlgorithm } from "../../../../services/government/licences/credentials/signing.ts";
import { newVerifierMemory } from "../../../../services/government/licences/credentials/verifier-memory.ts";
import { plusMs } from "../../../../services/kernel/runtime.ts";
import {
  AUDIENCE,
  at,
  FRESH,
  issuerKey,
  NOW,
  openWorld,
  payloadOf,
  told,
  VCT,
  VERSION,
  type World,
} from "./credential-world.ts";
import { SM2, sm2Signer } from "./sm2.ts";

let world: World;
let presentation: string;
beforeAll(async () => {
  world = await openWorld();
  presentation = await world.show(await world.issue(), ["premises", "items"]);
});

const NO_BINDING = { types: [VCT] };

describe("a licence that is presented", () => {
  it("is valid, tells the fields that its holder has chosen, and how old the copies are that say so", async () => {
    const { operator, premises, items } = VERSION.content;
    const answer = await world.verify(presentation);
    expect(answer).toEqual({
      verdict: "VALID",
      claims: expect.objectContaining({
        ...{ vct: VCT, identifier: VERSION.identifier, number: VERSION.number, version: 1 },
        content: { operator, premises, items },
      }),
      ages: { keys: 3_600, trust: 7_200, statusList: 100 },
    });
    expect(answer).not.toHaveProperty("claims._sd_alg");
  });

  it("shows the minimal fields, whatever its holder chooses, and nothing for a field that it has not got", async () => {
    for (const fields of [[], ["operator"], ["no such field"], ["__proto__"]])
      expect(await world.verify(await world.show(await world.issue(), fields))).toMatchObject({
        ...{ verdict: "VALID", claims: { content: { operator: "北京京味小馆" } } },
      });
  });

  it("is taken without its holder's signature by a verifier that asks for none", async () => {
    const text = await disclose(await world.issue(), ["items"]);
    expect(await world.verify(text, {}, NO_BINDING)).toMatchObject({
      ...{ verdict: "VALID", claims: { content: { items: ["HOT_FOOD", "COLD_FOOD"] } } },
    });
  });

  it("holds to the last moment of its last day in Shanghai, and of a status list's time to live", async () => {
    const now = at("2031-01-14T23:59:59.999+08:00");
    const text = await world.show(await world.issue(), [], { now });
    const has = {
      keys: { ...world.known.keys, fetchedAt: plusMs(now, -86_400_000) },
      trust: { ...world.known.trust, fetchedAt: plusMs(now, 60_000) },
      statusOf: () => ({ ...FRESH, fetchedAt: plusMs(now, -300_999), expiresAt: plusMs(now, 1) }),
    };
    expect(told(await world.verify(text, has, world.expected, now))).toEqual({ verdict: "VALID" });
  });

  it("holds from midnight of its first day in Shanghai on", async () => {
    const now = at("2026-01-15T00:00:00+08:00");
    const text = await world.show(await world.issue({}, { now }), [], { now });
    const has = {
      keys: { ...world.known.keys, fetchedAt: now },
      trust: { ...world.known.trust, fetchedAt: now },
      statusOf: () => ({ ...FRESH, fetchedAt: now }),
    };
    expect(told(await world.verify(text, has, world.expected, now))).toEqual({ verdict: "VALID" });
  });

  it("holds by a key that has ended since", async () => {
    const keys = { ...world.known.keys, value: [{ ...world.platform.key, until: plusMs(NOW, -86_399_000) }] };
    expect(told(await world.verify(presentation, { keys }))).toEqual({ verdict: "VALID" });
  });

  it("can be verified again once a fresher status list is there: its challenge is not used up before", async () => {
    const memory = newVerifierMemory();
    const stale = { memory, statusOf: () => undefined };
    expect(told(await world.verify(presentation, stale)).verdict).toBe("UNKNOWN");
    expect(told(await world.verify(presentation, { memory }))).toEqual({ verdict: "VALID" });
  });
});

describe("a code that a holder shows to whom it may concern", () => {
  const asked = { types: [VCT], binding: { audience: AUDIENCE } };

  it("is taken once, within its minute", async () => {
    const memory = newVerifierMemory();
    const at59 = plusMs(NOW, 59_000);
    expect(told(await world.verify(presentation, { memory }, asked, at59))).toEqual({ verdict: "VALID" });
    expect(told(await world.verify(presentation, { memory }, asked, at59))).toMatchObject({
      reason: "REPLAYED",
    });
  });

  it("is not used up by somebody else, who has seen its nonce and shows it first", async () => {
    const memory = newVerifierMemory();
    const thief = await deviceSigner(await newDeviceKeys());
    const theirs = await world.show(await world.issue({}, { deviceKey: thief.publicKey }), [], {}, thief);
    expect(told(await world.verify(theirs, { memory }, asked))).toEqual({ verdict: "VALID" });
    expect(told(await world.verify(presentation, { memory }, asked))).toEqual({ verdict: "VALID" });
  });

  it("while a verifier's own challenge is answered once, no matter by whom", async () => {
    const memory = newVerifierMemory();
    const other = await deviceSigner(await newDeviceKeys());
    const theirs = await world.show(await world.issue({}, { deviceKey: other.publicKey }), [], {}, other);
    expect(told(await world.verify(theirs, { memory }))).toEqual({ verdict: "VALID" });
    expect(told(await world.verify(presentation, { memory }))).toMatchObject({ reason: "REPLAYED" });
  });
});

describe("a verifier's memory", () => {
  it("keeps a nonce until its presentation is too old, and the highest sequence of each list", async () => {
    const memory = newVerifierMemory();
    expect(await memory.takeOnce("a", 100, 0)).toBe(true);
    expect(await memory.takeOnce("a", 100, 99)).toBe(false);
    expect(await memory.takeOnce("a", 200, 100)).toBe(true);
    expect(await memory.takeOnce("b", 150, 100)).toBe(true);
    expect(await memory.takeOnce("b", 150, 149)).toBe(false);
    expect(await memory.takeOnce("b", 250, 150)).toBe(true);
    expect(await memory.takeOnce("a", 200, 199)).toBe(false);
    expect(await memory.highestSequence("x", 3)).toBe(3);
    expect(await memory.highestSequence("x", 2)).toBe(3);
    expect(await memory.highestSequence("y", 2)).toBe(2);
  });
});

describe("no text of outside", () => {
  const CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~=+/ %\n\u0000é京";
  const mutant = (text: string) =>
    fc
      .record({
        place: fc.nat(text.length - 1),
        kind: fc.constantFrom("replace", "insert", "remove"),
        character: fc.constantFrom(...CHARACTERS),
      })
      .map(({ place, kind, character }) => {
        const put = kind === "remove" ? "" : character;
        return `${text.slice(0, place)}${put}${text.slice(kind === "insert" ? place : place + 1)}`;
      })
      .filter((changed) => changed !== text);

  it("is valid after any change of one character, a signature's last one included", async () => {
    await fc.assert(
      fc.asyncProperty(mutant(presentation), async (text) => {
        expect((await world.verify(text)).verdict).not.toBe("VALID");
      }),
      { numRuns: 2_000 },
    );
  });

  it("is valid after any change of one bit, at each of its places", async () => {
    const bytes = Buffer.from(presentation);
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
      expect((await world.verify(changed.toString("latin1"))).verdict).not.toBe("VALID");
    }
  });

  it("is valid after such a change where no holder has to sign either", async () => {
    const text = await disclose(await world.issue(), ["premises"]);
    expect((await world.verify(text, {}, NO_BINDING)).verdict).toBe("VALID");
    await fc.assert(
      fc.asyncProperty(mutant(text), async (changed) => {
        expect((await world.verify(changed, {}, NO_BINDING)).verdict).not.toBe("VALID");
      }),
      { numRuns: 1_000 },
    );
  });

  it("makes the library throw, however long or deep", async () => {
    const [jwt = ""] = presentation.split("~");
    const deep = Buffer.from(`["${"s".repeat(22)}","x",${"[".repeat(20_000)}${"]".repeat(20_000)}]`);
    const encoded = (json: string): string => Buffer.from(json).toString("base64url");
    const texts = [
      ...["", "~", "~~~", ".", "..~", "a.b.c~", "A".repeat(1_000_000), `${jwt}~`.repeat(40)],
      ...[`${jwt}~${deep.toString("base64url")}~`, `${jwt}~${encoded("null")}~`, `${jwt}~${encoded("{}")}~`],
      ...[
        `${jwt}~${encoded('"ab"')}~`,
        `${jwt}~${encoded("[1,2]")}~`,
        `${encoded("null")}.${encoded("[]")}.AAAA~`,
      ],
      ...[`${encoded("{}")}.${encoded("{}")}.AAAA~`, `${jwt}~${encoded("{}")}.${encoded("null")}.AAAA`],
    ];
    for (const text of texts) expect((await world.verify(text, {}, NO_BINDING)).verdict).toBe("NOT_VALID");
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 500, unit: "binary" }), async (text) => {
        expect(told(await world.verify(text))).toEqual({ verdict: "NOT_VALID", reason: "MALFORMED" });
      }),
      { numRuns: 500 },
    );
  });

  it("makes it throw, though a trusted issuer has signed a nesting that no stack holds", async () => {
    const { signer } = world.platform;
    const head = { typ: "dc+sd-jwt", alg: "ES256", kid: "bj-2026" };
    const nested = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const { iss, iat } = payloadOf(presentation);
    const payload = `{"iss":"${iss}","iat":${iat},"vct":"${VCT}","content":${nested}}`;
    const signed = [JSON.stringify(head), payload]
      .map((one) => Buffer.from(one).toString("base64url"))
      .join(".");
    const signature = Buffer.from(await signer.sign(new TextEncoder().encode(signed))).toString("base64url");
    const answer = await world.verify(`${signed}.${signature}~`, {}, NO_BINDING);
    expect(told(answer)).toEqual({ verdict: "NOT_VALID", reason: "DISCLOSURE_NOT_SIGNED" });
  });
});

describe("SM2", () => {
  const algorithms: readonly SignatureAlgorithm[] = [ES256, SM2];

  it("agrees with the published example (GB/T 32918.5-2017, annex A)", async () => {
    const signer = sm2Signer("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");
    const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
    const message = new TextEncoder().encode("message digest");
    const [r, s] = [
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3",
      "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa",
    ];
    const signature = hex(`${r}${s}`);
    expect(Buffer.from(signer.publicKey.x, "base64url").toString("hex")).toBe(
      "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020",
    );
    expect(await SM2.verify(signer.publicKey, message, signature)).toBe(true);
    expect(await SM2.verify(signer.publicKey, message, signature.with(63, 0))).toBe(false);
  });

  it.each([
    ["the issuer's key", true, false],
    ["the phone's key", false, true],
    ["both", true, true],
  ])("signs as ES256 does, where it is registered: %s", async (_, isIssuers, isPhones) => {
    const phone = isPhones ? sm2Signer() : world.phone;
    const sm2 = sm2Signer();
    const issuer = isIssuers
      ? await issuerKey({ algorithm: "SM2", publicKey: sm2.publicKey }).then(({ key }) => ({
          ...{ key, signer: { algorithm: "SM2" as const, keyId: key.keyId, sign: sm2.sign } },
        }))
      : world.platform;
    const credential = await world.issue({}, { signer: issuer.signer, deviceKey: phone.publicKey });
    const text = await world.show(credential, ["items"], {}, phone);
    const has = { keys: { ...world.known.keys, value: [issuer.key] } };
    expect(told(await world.verify(text, { ...has, algorithms }))).toEqual({ verdict: "VALID" });
    expect(told(await world.verify(text, has))).toEqual({ verdict: "UNKNOWN", reason: "UNKNOWN_ALGORITHM" });
    const forged = await world.show(
      await world.issue({}, { deviceKey: phone.publicKey }),
      ["items"],
      {},
      phone,
    );
    if (isIssuers) expect(told(await world.verify(forged, { ...has, algorithms })).verdict).toBe("NOT_VALID");
  });
});

describe("the library", () => {
  it("runs in a browser, without the server: bundled it needs no other module of ours, and none of Node", async () => {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `export * from "./verify.ts"; export * from "./credentials/present.ts";
          export * from "./credentials/es256.ts"; export * from "./credentials/verifier-memory.ts";`,
        ...{ resolveDir: "services/government/licences", loader: "ts" },
      },
      ...{ bundle: true, write: false, metafile: true, platform: "browser", format: "esm", minify: true },
    });
    const own = Object.keys(metafile.inputs).filter((path) => path.startsWith("services/"));
    expect(own.filter((path) => !path.startsWith("services/government/licences/")).toSorted()).toEqual([
      "services/field/credit-code.ts",
      "services/kernel/fields.ts",
    ]);
    expect(outputFiles[0]?.contents.length).toBeLessThan(40_000);
  });
});
