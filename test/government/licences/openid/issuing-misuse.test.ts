import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordsTable } from "../../../../services/kernel/database/tables.ts";
import { trailOf } from "../../../support/audit-trail.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import { startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { newPhone, openLicences, walletOf } from "../wallet/wallet-world.ts";
import { openidOf, overHttp, unsigned } from "./openid-world.ts";

const TYPE = "misused-licence";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let openid: ReturnType<typeof openidOf>;
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
  licences = await openLicences(platform, TYPE);
  server = await startHttpServer(platform);
  openid = openidOf(platform, overHttp(server.origin));
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

/** A holder whose licence is offered just now. */
async function meet() {
  const holder = await licences.newHolder();
  const offered = await openid.offer(holder.person, holder.licence);
  return { ...holder, offered, code: openid.codeIn(offered), txCode: textAt(offered, "transactionCode") };
}

const refused = (error: string, status = 400) => ({ status, body: { error } });

/** Another code of six digits than this one. */
const wrong = (txCode: string): string => String((Number(txCode) + 1) % 1_000_000).padStart(6, "0");

const actionsOf = async (licence: string) =>
  (await trailOf(platform.database(), recordsTable("live"), licence)).map(({ action }) => action);

describe("a code of an offer", () => {
  it("is redeemed once: a second time ends the offer, and the token of the first with it", async () => {
    const { code, txCode, person, offered } = await meet();
    const token = await openid.tokenFor(offered);
    expect(await openid.redeem(code, txCode)).toMatchObject(refused("invalid_grant"));
    const asked = await openid.request(TYPE, await newPhone());
    expect(await openid.credential(token, asked)).toMatchObject(refused("invalid_token", 401));
    expect(await wallet.devices(person)).toEqual([]);
  });

  it("is redeemed by one of two who try it at once", async () => {
    const { code, txCode } = await meet();
    const both = await Promise.all([openid.redeem(code, txCode), openid.redeem(code, txCode)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it("takes five wrong transaction codes, each on record, and then not even the right one", async () => {
    const { code, txCode, licence } = await meet();
    for (let i = 0; i < 5; i += 1)
      expect(await openid.redeem(code, wrong(txCode))).toMatchObject(refused("invalid_grant"));
    expect(await openid.redeem(code, txCode)).toMatchObject(refused("invalid_grant"));
    expect(await actionsOf(licence)).toEqual([
      "licences.offer.made",
      ...Array.from({ length: 5 }, () => "licences.offer.refused"),
    ]);
  });

  it("counts wrong transaction codes that come at once one by one", async () => {
    const { code, txCode } = await meet();
    await Promise.all(Array.from({ length: 5 }, () => openid.redeem(code, wrong(txCode))));
    expect(await openid.redeem(code, txCode)).toMatchObject(refused("invalid_grant"));
  });

  it("takes the right one after four wrong ones", async () => {
    const { code, txCode } = await meet();
    for (let i = 0; i < 4; i += 1) await openid.redeem(code, wrong(txCode));
    expect((await openid.redeem(code, txCode)).status).toBe(200);
  });

  it("is over after five minutes", async () => {
    const [inTime, late] = [await meet(), await meet()];
    platform.clock.advance(299_999);
    expect((await openid.redeem(inTime.code, inTime.txCode)).status).toBe(200);
    platform.clock.advance(1);
    expect(await openid.redeem(late.code, late.txCode)).toMatchObject(refused("invalid_grant"));
  });

  it("is another's with another's transaction code, and of one mode", async () => {
    const [mine, theirs] = [await meet(), await meet()];
    expect(await openid.redeem(mine.code, wrong(mine.txCode))).toMatchObject(refused("invalid_grant"));
    expect(await openid.redeem(`${theirs.code}0`, theirs.txCode)).toMatchObject(refused("invalid_grant"));
    const inSandbox = await openid.redeem(theirs.code, theirs.txCode, {}, "test");
    expect(inSandbox).toMatchObject(refused("invalid_grant"));
  });

  it("is not kept, nor the transaction code, nor the token: nothing on record tells them", async () => {
    const { code, txCode, offered } = await meet();
    const token = await openid.tokenFor(offered);
    const TableName = "civigraph-test-records-live";
    const { Items = [] } = await platform.documents.send(new ScanCommand({ TableName }));
    const kept = Items.filter(({ pk }) => String(pk).startsWith("licence-offer#"));
    expect(kept.length).toBeGreaterThan(0);
    for (const secret of [code, `"${txCode}"`, token]) expect(JSON.stringify(kept)).not.toContain(secret);
  });
});

describe("a request for a token", () => {
  it("is refused in OAuth's words", async () => {
    const { code, txCode } = await meet();
    const grant = "urn:ietf:params:oauth:grant-type:pre-authorized_code";
    const fields = { grant_type: grant, "pre-authorized_code": code, tx_code: txCode };
    const body = new URLSearchParams(fields).toString();
    const type = "application/x-www-form-urlencoded";
    const raw = (text: string, contentType = type) =>
      openid.post("live/token", { headers: { "content-type": contentType }, body: text });
    const { tx_code: _, ...withoutCode } = fields;
    const rows = [
      [await raw(""), refused("invalid_request")],
      [await raw(new URLSearchParams(withoutCode).toString()), refused("invalid_request")],
      [await raw(`${body}&tx_code=000000`), refused("invalid_request")],
      [await raw(body, "text/plain"), refused("invalid_request")],
      [await raw(JSON.stringify(fields), "application/json"), refused("invalid_request")],
      [await raw(`${body}&x=${"x".repeat(140_000)}`), refused("invalid_request", 413)],
      [
        await raw(body.replace(encodeURIComponent(grant), "authorization_code")),
        refused("unsupported_grant_type"),
      ],
    ] as const;
    for (const [answer, expected] of rows) expect(answer).toMatchObject(expected);
    expect((await raw(body)).status).toBe(200);
  });
});

describe("a request for a credential", () => {
  it("needs a token that holds, and gets one credential by it", async () => {
    const { offered, person } = await meet();
    const token = await openid.tokenFor(offered);
    const key = await newPhone();
    const other = await meet();
    await openid.tokenFor(other.offered);
    const [digest = ""] = token.split(".");
    for (const made of [`${digest}.0123456789abcdefghjkmnpqrs`, digest, "x.y"]) {
      const answer = await openid.credential(made, await openid.request(TYPE, key));
      expect(answer).toMatchObject(refused("invalid_token", 401));
      expect(answer.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
    }
    const nameless = await openid.credential(token, await openid.request(TYPE, key), {
      authorization: "Basic x",
    });
    expect(nameless).toMatchObject({ status: 401 });
    expect(nameless.headers.get("www-authenticate")).toBe("Bearer");
    expect(await openid.credential(token, await openid.request(TYPE, key))).toMatchObject({
      ...{ status: 200, body: { credentials: [{ credential: expect.any(String) }] } },
    });
    expect(await openid.credential(token, await openid.request(TYPE, key))).toMatchObject(
      refused("invalid_token", 401),
    );
    expect(await wallet.devices(person)).toHaveLength(1);
  });

  it("gets none by a token after five minutes", async () => {
    const token = await openid.tokenFor((await meet()).offered);
    platform.clock.advance(300_000);
    expect(await openid.credential(token, await openid.request(TYPE, await newPhone()))).toMatchObject(
      refused("invalid_token", 401),
    );
  });

  it("of which many come at once is answered once, and binds one key", async () => {
    const { offered, person } = await meet();
    const token = await openid.tokenFor(offered);
    const asked = await Promise.all(
      Array.from({ length: 3 }, async () => openid.request(TYPE, await newPhone())),
    );
    const answers = await Promise.all(asked.map((one) => openid.credential(token, one)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await wallet.devices(person)).toHaveLength(1);
  });

  it("is refused in the protocol's words, and the token stays good for a right one", async () => {
    const { offered } = await meet();
    const token = await openid.tokenFor(offered);
    const [key, another] = [await newPhone(), await newPhone()];
    const good = await openid.request(TYPE, key);
    const proofs = (jwt: unknown) => ({ credential_configuration_id: TYPE, proofs: { jwt } });
    const by = (changes: Parameters<typeof openid.request>[2]) => openid.request(TYPE, key, changes);
    const used = await openid.nonce();
    const first = await openid.tokenFor((await meet()).offered);
    const onceMore = await openid.request(TYPE, key, { nonce: used });
    expect((await openid.credential(first, onceMore)).status).toBe(200);
    const typ = { typ: "openid4vci-proof+jwt", jwk: key.publicKey };
    const rows: readonly (readonly [string, unknown])[] = [
      ["invalid_credential_request", "{"],
      ["invalid_credential_request", []],
      ["invalid_credential_request", {}],
      ["invalid_credential_request", { ...good, credential_identifier: "x" }],
      ["invalid_credential_request", { ...good, credential_response_encryption: {} }],
      ["unknown_credential_configuration", { ...good, credential_configuration_id: "another-licence" }],
      ["invalid_proof", { credential_configuration_id: TYPE }],
      ["invalid_proof", proofs([])],
      ["invalid_proof", proofs(["x"])],
      ["invalid_proof", proofs([unsigned({ alg: "none", ...typ }, {})])],
      ["invalid_proof", { credential_configuration_id: TYPE, proofs: { attestation: ["x"] } }],
      ["invalid_proof", await by({ audience: "https://another.test" })],
      ["invalid_proof", await by({ audience: "https://city.test/openid/test" })],
      ["invalid_proof", await by({ header: { jwk: another.publicKey } })],
      ["invalid_proof", await by({ header: { typ: "JWT" } })],
      ["invalid_proof", await by({ header: { alg: "ES384" } })],
      ["invalid_proof", await by({ header: { jwk: undefined, kid: "did:key:x" } })],
      ["invalid_proof", await by({ header: { jwk: { ...key.publicKey, d: key.publicKey.x } } })],
      ["invalid_proof", await by({ nonce: undefined })],
      ["invalid_nonce", await by({ nonce: "made-up" })],
      ["invalid_nonce", await by({ nonce: `${await openid.nonce()}x` })],
      ["invalid_nonce", onceMore],
    ];
    for (const [error, request] of rows)
      expect([error, await openid.credential(token, request)]).toMatchObject([error, refused(error)]);
    const twice = [await by({}), await by({})].map(
      (one) => (one as { proofs: { jwt: string[] } }).proofs.jwt[0],
    );
    expect(await openid.credential(token, proofs(twice))).toMatchObject(refused("invalid_proof"));
    expect(
      await openid.credential(token, JSON.stringify(good), { "content-type": "text/plain" }),
    ).toMatchObject(refused("invalid_credential_request"));
    const long = { ...good, x: "x".repeat(140_000) };
    expect(await openid.credential(token, long)).toMatchObject(refused("invalid_credential_request", 413));
    expect((await openid.credential(token, good)).status).toBe(200);
  });

  it("takes a nonce for five minutes", async () => {
    const key = await newPhone();
    const nonce = await openid.nonce();
    platform.clock.advance(300_000);
    const token = await openid.tokenFor((await meet()).offered);
    expect(await openid.credential(token, await openid.request(TYPE, key, { nonce }))).toMatchObject(
      refused("invalid_nonce"),
    );
  });

  it("takes no fourth phone: the holder had room when they offered, and has none now", async () => {
    const { offered, person } = await meet();
    const token = await openid.tokenFor(offered);
    for (let i = 0; i < 3; i += 1) await wallet.boundPhone(person);
    expect(await openid.credential(token, await openid.request(TYPE, await newPhone()))).toMatchObject(
      refused("credential_request_denied"),
    );
  });
});
