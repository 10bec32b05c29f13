import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPublicKey } from "../../../../services/government/licences/trust/public-key.ts";
import { at, startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { draftOfType, typesOf } from "../types.ts";
import {
  issuerDraft,
  JILIN,
  JILIN_OFFICE,
  jwkOf,
  keyOf,
  mappingDraft,
  pathIn,
  TYPE,
  trustOf,
  violationsIn,
} from "./trust.ts";

let platform: TestPlatform;
let trust: ReturnType<typeof trustOf>;
const CODE = `${JILIN}.${JILIN_OFFICE}`;

beforeAll(async () => {
  platform = await startPlatform();
  trust = trustOf(platform);
  const types = typesOf(platform);
  for (const [i, code] of ["own", "other"].entries()) {
    await types.putInForce(draftOfType(code, i));
  }
});
afterAll(() => platform.stop());

/** The example key of GB/T 32918.5-2017, annex A. */
const SM2_KEY = {
  ...{ kty: "EC", crv: "SM2" },
  x: Buffer.from("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020", "hex").toString(
    "base64url",
  ),
  y: Buffer.from("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13", "hex").toString(
    "base64url",
  ),
};

type Case = readonly [name: string, changes: Readonly<Record<string, unknown>>, code: string, path: string];

const TYPE_OF = { ...TYPE, name: { zh: "食品证", en: "Food permit" }, from: "2026-01-01" };

const ISSUER_GAPS: readonly Case[] = [
  ["no law", { legalBasis: [] }, "TRUST_LEGAL_BASIS_MISSING", "legalBasis"],
  ["half a law", { legalBasis: [{ law: "某法", article: "" }] }, "TEXT_MISSING", "legalBasis.0.article"],
  ["half a name", { name: { zh: "厅", en: "" } }, "TEXT_MISSING", "name.en"],
  ["no key", { keys: [] }, "KEY_MISSING", "keys"],
  ["a key without a name", { keys: [keyOf("", 1)] }, "TEXT_MISSING", "keys.0.keyId"],
  ["one key twice", { keys: [keyOf("a", 1), keyOf("b", 1)] }, "KEY_NOT_UNIQUE", "keys.1.publicKey"],
  [
    "a key that ends before it begins",
    { keys: [keyOf("a", 1, { until: "2025-12-31T23:59:59.999Z" })] },
    ...(["TRUST_PERIOD_REVERSED", "keys.0.until"] as const),
  ],
  ["no type", { types: [] }, "TRUSTED_TYPE_MISSING", "types"],
  [
    "a type of no authority",
    { types: [{ ...TYPE_OF, typeCode: "1" }] },
    "TYPE_CODE_INVALID",
    "types.0.typeCode",
  ],
  ["a type by no address", { types: [{ ...TYPE_OF, vct: "food" }] }, "VCT_INVALID", "types.0.vct"],
  [
    "a type that ends before it begins",
    { types: [{ ...TYPE_OF, until: "2025-12-31" }] },
    ...(["TRUST_PERIOD_REVERSED", "types.0.until"] as const),
  ],
  ["a platform of plain http", { platform: "http://jilin.example/" }, "PLATFORM_ADDRESS_INVALID", "platform"],
  [
    "a platform with a password",
    { platform: "https://a:b@jilin.example/" },
    "PLATFORM_ADDRESS_INVALID",
    "platform",
  ],
  [
    "a platform with a query",
    { platform: "https://jilin.example/?a=b" },
    "PLATFORM_ADDRESS_INVALID",
    "platform",
  ],
  ["no platform", { platform: "" }, "PLATFORM_ADDRESS_INVALID", "platform"],
  ["a region of our own", { region: "110000" }, "REGION_NOT_FOREIGN", "region"],
  ["a region in ours", { region: "110105" }, "REGION_NOT_FOREIGN", "region"],
  ["a region around ours", { region: "110000", regions: ["110105"] }, "REGION_NOT_FOREIGN", "region"],
];

const MAPPING_GAPS: readonly Case[] = [
  ["no law", { legalBasis: [] }, "TRUST_LEGAL_BASIS_MISSING", "legalBasis"],
  ["a region of our own", { region: "110105" }, "REGION_NOT_FOREIGN", "region"],
  ["a type of ours that there is not", { ownType: "none-such" }, "OWN_TYPE_UNKNOWN", "ownType"],
  ["a type of no authority", { typeCode: "x" }, "TYPE_CODE_INVALID", "typeCode"],
  ["a type by no address", { vct: "food" }, "VCT_INVALID", "vct"],
  ["its last day before its first", { until: "2025-12-31" }, "TRUST_PERIOD_REVERSED", "until"],
  [
    "a field that there is not",
    { fields: [{ field: "constructor", claim: "a" }] },
    "FIELD_UNKNOWN",
    "fields.0.field",
  ],
  ["a field from nothing", { fields: [{ field: "name", claim: "" }] }, "TEXT_MISSING", "fields.0.claim"],
  [
    "a required field left out",
    { fields: [{ field: "name", claim: "a" }] },
    "FIELD_UNMAPPED",
    "fields.until",
  ],
];

const REFUSED_ISSUERS: readonly Case[] = [
  [
    "a credit code of nobody",
    { creditCode: "11220000013544542J" },
    "CREDIT_CODE_INVALID",
    "input.creditCode",
  ],
  ["two keys of one name", { keys: [keyOf("a", 1), keyOf("a", 2)] }, "CODE_NOT_UNIQUE", "input.keys.1.keyId"],
  [
    "a private key",
    { keys: [keyOf("a", 1, { publicKey: { ...jwkOf(1), d: "AAAA" } })] },
    ...(["PUBLIC_KEY_INVALID", "input.keys.0.publicKey"] as const),
  ],
  [
    "a key of another curve than it says",
    { keys: [keyOf("a", 1, { algorithm: "SM2" })] },
    ...(["PUBLIC_KEY_INVALID", "input.keys.0.publicKey"] as const),
  ],
  ["a name of two lines", { name: { zh: "厅\n局", en: "A" } }, "CONTROL_CHARACTERS", "input.name.zh"],
  [
    "more keys than a reader looks through",
    { keys: Array.from({ length: 21 }, (_, i) => keyOf(`k${i}`, i + 1)) },
    ...(["TOO_MANY", "input.keys"] as const),
  ],
];

describe("a draft of an issuer", () => {
  it.each(ISSUER_GAPS)(
    "with %s is kept, and not agreed to: the officer is told where",
    async (_, changes, ...told) => {
      const draft = issuerDraft(changes);
      await trust.saveIssuer(draft);
      const code = `${String(draft["region"])}.${JILIN_OFFICE}`;
      expect(violationsIn(await trust.agree("ISSUER", code))).toContainEqual(told);
      expect(violationsIn(await trust.draftIn("ISSUER", code))).toContainEqual(told);
      expect(await trust.list()).toBeNull();
    },
  );

  it.each(REFUSED_ISSUERS)("with %s is not kept", async (_, changes, code, path) => {
    const outcome = await trust.saveIssuer(issuerDraft({ region: "650000", ...changes }));
    expect(outcome).toMatchObject({ __typename: "InvalidInput", code });
    expect(pathIn(outcome)).toBe(path);
    expect(await trust.draftIn("ISSUER", `650000.${JILIN_OFFICE}`)).toBeNull();
  });

  it("takes keys of SM2 as well, and of a JWK keeps the point alone", async () => {
    const publicKey = { ...SM2_KEY, use: "sig", kid: "other" };
    await trust.saveIssuer(issuerDraft({ keys: [keyOf("sm2", 1, { algorithm: "SM2", publicKey })] }));
    const draft = await trust.draftIn("ISSUER", CODE);
    expect(at(draft, "draft", "keys")).toMatchObject([{ algorithm: "SM2", publicKey: SM2_KEY }]);
    expect(Object.keys(Object(at(draft, "draft", "keys", 0, "publicKey"))).toSorted()).toEqual(
      Object.keys(SM2_KEY).toSorted(),
    );
  });
});

describe("a public key", () => {
  it("is a point of its curve, and no other two numbers are one", () => {
    expect(readPublicKey("SM2", SM2_KEY)).toEqual({ algorithm: "SM2", publicKey: SM2_KEY });
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), bytes, bytes, (seed, x, y) => {
        const key = jwkOf(seed);
        expect(readPublicKey("ES256", key)).toEqual({ algorithm: "ES256", publicKey: key });
        expect(readPublicKey("SM2", { ...key, crv: "SM2" })).toBeUndefined();
        const [a, b] = [x, y].map((one) => Buffer.from(one).toString("base64url"));
        expect(readPublicKey("ES256", { kty: "EC", crv: "P-256", x: a, y: b })).toBeUndefined();
      }),
    );
  });

  it.each([
    ["another kind", { kty: "OKP" }],
    ["another curve", { crv: "P-384" }],
    ["a number too short", { x: "AAAA" }],
    ["a number that is no text", { y: 1 }],
    ["base64 of the other alphabet", { x: `${jwkOf(1)["x"]?.slice(0, -1)}=` }],
    ["a coordinate beyond the field", { x: Buffer.alloc(32, 255).toString("base64url") }],
  ])("is none with %s", (_, changed) => {
    expect(readPublicKey("ES256", { ...jwkOf(1), ...changed })).toBeUndefined();
  });
});

describe("a draft of a mapping", () => {
  it.each(MAPPING_GAPS)(
    "with %s is kept, and not agreed to: the officer is told where",
    async (_, changes, ...told) => {
      const draft = mappingDraft("gap", "own", changes);
      await trust.saveMapping(draft);
      const code = `${String(draft["region"])}.gap`;
      expect(violationsIn(await trust.agree("MAPPING", code))).toContainEqual(told);
      expect(violationsIn(await trust.draftIn("MAPPING", code))).toContainEqual(told);
      expect(await trust.list()).toBeNull();
    },
  );

  it.each([
    ["a name with a space", { name: "a b" }, "CODE_INVALID", "input.name"],
    ["a name that is too long", { name: "a".repeat(34) }, "CODE_INVALID", "input.name"],
    [
      "a field from two claims",
      { fields: ["a", "b"].map((claim) => ({ field: "name", claim })) },
      ...(["CODE_NOT_UNIQUE", "input.fields.1.field"] as const),
    ],
  ])("with %s is not kept", async (_, changes, code, path) => {
    const outcome = await trust.saveMapping(mappingDraft("refused", "own", changes));
    expect(outcome).toMatchObject({ __typename: "InvalidInput", code });
    expect(pathIn(outcome)).toBe(path);
  });

  it("that is not full may leave required fields out, and stays within the regions of our own type", async () => {
    for (const equivalence of ["PARTIAL", "NONE"]) {
      const none = mappingDraft("loose", "own", { equivalence, fields: [] });
      await trust.saveMapping(none);
      expect(violationsIn(await trust.draftIn("MAPPING", `${JILIN}.loose`))).toEqual([]);
    }
    await trust.saveMapping(mappingDraft("loose", "own", { regions: ["120000"] }));
    expect(violationsIn(await trust.draftIn("MAPPING", `${JILIN}.loose`))).toEqual([
      ["MAPPING_OUTSIDE_TYPE", "regions"],
    ]);
  });

  it("is the only one that speaks of its type on a day, also where two are agreed to at once", async () => {
    const first = { from: "2026-01-01", until: "2026-06-30" };
    for (const name of ["one", "two"]) await trust.saveMapping(mappingDraft(name, "own", first));
    const outcomes = await Promise.all(
      ["one", "two"].map((name) => trust.agree("MAPPING", `${JILIN}.${name}`)),
    );
    expect(outcomes.map((outcome) => at(outcome, "__typename")).toSorted()).toEqual([
      ...["LicenceMapping", "NotPublishable"],
    ]);
    const refused = outcomes.find((outcome) => at(outcome, "__typename") === "NotPublishable");
    expect(violationsIn(refused ?? null)).toEqual([["MAPPING_OVERLAPS", "vct"]]);
    const rivals = [
      { ...first, from: "2026-06-30", until: null },
      { from: "2025-01-01", until: "2026-01-01" },
      { ...first, vct: "urn:jilin:renamed" },
      { ...first, typeCode: `${JILIN_OFFICE}009` },
      { ...first, regions: ["110105"] },
    ];
    for (const changes of rivals) {
      await trust.saveMapping(mappingDraft("rival", "own", changes));
      const told = violationsIn(await trust.draftIn("MAPPING", `${JILIN}.rival`));
      expect(told).toEqual([["MAPPING_OVERLAPS", "vct"]]);
    }
    for (const beside of [{ from: "2026-07-01" }, { ...first, region: "230000" }]) {
      const draft = mappingDraft("beside", "own", beside);
      await trust.saveMapping(draft);
      expect(violationsIn(await trust.draftIn("MAPPING", `${String(draft["region"])}.beside`))).toEqual([]);
    }
  });

  it("stays with its type once it is agreed to, and may change all else", async () => {
    const region = "210000";
    await trust.saveMapping(mappingDraft("kept", "own", { region }));
    expect(await trust.agree("MAPPING", `${region}.kept`)).toMatchObject({ ownType: "own" });
    await trust.saveMapping(mappingDraft("kept", "own", { region, vct: "urn:jilin:second" }));
    expect(violationsIn(await trust.agree("MAPPING", `${region}.kept`))).toEqual([
      ["MAPPING_IDENTITY_CHANGED", "vct"],
    ]);
    await trust.saveMapping(mappingDraft("kept", "other", { region, equivalence: "PARTIAL" }));
    expect(await trust.agree("MAPPING", `${region}.kept`)).toMatchObject({
      ...{ ownType: "other", equivalence: "PARTIAL" },
    });
  });
});
