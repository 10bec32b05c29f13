import { createHash } from "node:crypto";
import { createHeaderAndPayload, StatusList } from "@sd-jwt/jwt-status-list";
import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import {
  issuerAddress,
  issuerAt,
} from "../../../../services/government/licences/credentials/issuer-address.ts";
import { disclose } from "../../../../services/government/licences/credentials/present.ts";
import { writeCredential } from "../../../../services/government/licences/credentials/write-credential.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import {
  at,
  BASE,
  ISSUER,
  jws,
  LIST,
  NOW,
  openWorld,
  payloadOf,
  saltOf,
  VCT,
  VERSION,
  type World,
} from "./credential-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const seconds = (text: string): number => Date.parse(text) / 1_000;
const disclosuresOf = (text: string): readonly unknown[][] =>
  text
    .split("~")
    .slice(1, -1)
    .map((one) => JSON.parse(Buffer.from(one, "base64url").toString()));

/** A Token Status List by the library's own hand, in which this licence and its neighbours are valid. */
async function statusListOf({ platform: { signer } }: World): Promise<string> {
  const { header, payload } = createHeaderAndPayload(
    new StatusList(new Array<number>(4_800).fill(0), 2),
    { sub: LIST, iat: seconds(NOW) },
    { alg: "ES256", typ: "statuslist+jwt" },
  );
  return jws(header, payload, signer.sign);
}

describe("a licence's credential", () => {
  it("says in clear what it is, by whom, where its status stands and for which device, and the least of its fields", async () => {
    const text = await world.issue();
    expect(decodeProtectedHeader(text.split("~")[0] ?? "")).toEqual({
      ...{ typ: "dc+sd-jwt", alg: "ES256", kid: "bj-2026" },
    });
    expect(payloadOf(text)).toEqual({
      iss: `${BASE}/issuers/${ISSUER}`,
      iat: seconds(NOW) - 86_400,
      nbf: seconds("2026-01-15T00:00:00+08:00"),
      exp: seconds("2031-01-15T00:00:00+08:00"),
      vct: VCT,
      status: { status_list: { idx: 4711, uri: LIST } },
      cnf: { jwk: world.phone.publicKey },
      ...{ identifier: VERSION.identifier, number: VERSION.number, version: 1 },
      issuingAuthority: { creditCode: ISSUER, name: VERSION.issuer.department.name },
      ...{ issuedOn: "2026-01-15", validUntil: "2031-01-14" },
      content: {
        operator: "北京京味小馆",
        _sd: [expect.any(String), expect.any(String), expect.any(String)],
      },
      _sd_alg: "sha-256",
    });
  });

  it("hides every other field behind a salt of its own, and each digest is that of its disclosure", async () => {
    const text = await world.issue();
    const { premises, items, legalRepresentative } = VERSION.content;
    expect(disclosuresOf(text)).toEqual([
      [saltOf("premises"), "premises", premises],
      [saltOf("items"), "items", items],
      [saltOf("legalRepresentative"), "legalRepresentative", legalRepresentative],
    ]);
    const digests = text
      .split("~")
      .slice(1, -1)
      .map((one) => createHash("sha256").update(one).digest("base64url"));
    expect(payloadOf(text)["content"]).toMatchObject({ _sd: digests.toSorted() });
  });

  it("has the same disclosures whenever it is signed", async () => {
    const later = await world.issue({}, { now: NOW });
    expect(later.split("~").slice(1)).toEqual((await world.issue()).split("~").slice(1));
  });

  it("hides a field of which its type says nothing, and leaves out one that has no value", async () => {
    const text = await world.issue({ content: { unlisted: "x", premises: undefined } });
    expect(disclosuresOf(text)).toEqual([[saltOf("unlisted"), "unlisted", "x"]]);
  });

  it("tells nothing of a device's private key, nor of a device where it is for none", async () => {
    const stolen = { ...world.phone.publicKey, d: "c2VjcmV0" };
    expect(payloadOf(await world.issue({}, { deviceKey: stolen }))["cnf"]).toEqual({
      jwk: world.phone.publicKey,
    });
    const { deviceKey: _, ...unbound } = world.terms;
    expect(payloadOf(await writeCredential(VERSION, unbound))).not.toHaveProperty("cnf");
  });

  it.each([
    ["its last day", {}, {}, "2031-01-15T00:00:00+08:00"],
    [
      "the end that it was given, if that is earlier",
      {},
      { endsAt: at("2026-12-01T08:00:00.500Z") },
      "2026-12-01T08:00:00Z",
    ],
    [
      "its last day, if a given end is later",
      {},
      { endsAt: at("2040-01-01T00:00:00Z") },
      "2031-01-15T00:00:00+08:00",
    ],
    [
      "a given end, where the licence has none",
      { validUntil: undefined },
      { endsAt: at("2027-01-01T00:00:00Z") },
      "2027-01-01T00:00:00Z",
    ],
  ])("ends with %s", async (_, version, terms, end) => {
    expect(payloadOf(await world.issue(version, terms))["exp"]).toBe(seconds(end));
  });

  it.each([
    ["a licence that is permanent", undefined],
    ["the last day of the calendar", date("9999-12-31")],
  ])("does not end by itself: %s", async (_, validUntil) => {
    expect(payloadOf(await world.issue({ validUntil }))).not.toHaveProperty("exp");
  });

  it("is read and verified by two other implementations", async () => {
    const text = await world.issue();
    const key = await importJWK({ ...world.platform.key.publicKey }, "ES256");
    await expect(compactVerify(text.split("~")[0] ?? "", key)).resolves.toBeDefined();
    const library = new SDJwtVcInstance({
      hasher: (data) =>
        createHash("sha256")
          .update(Buffer.from(data as string))
          .digest(),
      verifier: (data, signature) =>
        compactVerify(`${data}.${signature}`, key).then(
          () => true,
          () => false,
        ),
      statusListFetcher: async (uri) => (uri === LIST ? statusListOf(world) : ""),
      loadTypeMetadataFormat: false,
    });
    const { payload } = await library.verify(await disclose(text, ["items"]), { currentDate: seconds(NOW) });
    expect(payload["content"]).toEqual({ operator: "北京京味小馆", items: ["HOT_FOOD", "COLD_FOOD"] });
  });

  it.each([["http://licences.example"], ["licences.example"], ["https://"], ["https://licences.example?x="]])(
    "is not signed below %s",
    async (base) => {
      await expect(world.issue({}, { base })).rejects.toThrow(RangeError);
    },
  );

  it.each([["_sd"], ["..."], ["_sd_alg"]])(
    "is not signed with a field named %s, however deep",
    async (name) => {
      await expect(world.issue({ content: { premises: [{ [name]: "x" }] } })).rejects.toThrow(RangeError);
    },
  );

  it("is not signed with a salt that could be guessed", async () => {
    await expect(world.issue({}, { saltOf: (field) => field.slice(0, 4) })).rejects.toThrow(RangeError);
  });
});

describe("an issuer's address", () => {
  it("names the issuer, below any base", () => {
    for (const base of [BASE, `${BASE}/`, "https://gov.example/a/b", "http://localhost:4000/licences"])
      expect(issuerAt(issuerAddress(base, ISSUER))).toBe(ISSUER);
  });

  it.each([
    [`http://licences.example/issuers/${ISSUER}`],
    [`http://localhost.example/issuers/${ISSUER}`],
    [`http://localhost:4000@licences.example/issuers/${ISSUER}`],
    [`https:///issuers/${ISSUER}`],
    [`https://licences.example/issuers/${ISSUER}/x`],
    [`https://licences.example/issuers/${ISSUER}?x`],
    [`https://licences.example/?/issuers/${ISSUER}`],
    ["https://licences.example/issuers/11100000000013338X"],
    [ISSUER],
  ])("is none: %s", (iss) => {
    expect(issuerAt(iss)).toBeUndefined();
  });
});
