import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../../services/government/licences/credentials/present.ts";
import type { HolderSigner } from "../../../../services/government/licences/credentials/signing.ts";
import { recordsTable } from "../../../../services/kernel/database/tables.ts";
import { trailOf } from "../../../support/audit-trail.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { newApplicant } from "../../cases/casework.ts";
import { told } from "../credentials/credential-world.ts";
import { publisherOf } from "../status/publisher.ts";
import { AUDIENCE, claimsIn, openCounter } from "../wallet/counter.ts";
import { newPhone, openLicences, walletOf } from "../wallet/wallet-world.ts";
import { CREDENTIAL_ISSUER, openidOf, overHttp, SITE, walletApp } from "./openid-world.ts";

const TYPE = "offered-licence";
const NONCE = "bm9uY2Utb2YtdGhlLWNvdW50ZXI";

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

const now = () => platform.clock.now();

/** All that a wallet does from an offer to a credential, by the library's client alone. */
async function fetchByClient(key: HolderSigner, uri: string, txCode: string) {
  const app = walletApp(key, server.origin);
  const offer = await app.resolveCredentialOffer(uri);
  const issuerMetadata = await app.resolveIssuerMetadata(offer.credential_issuer);
  const [credentialConfigurationId = ""] = offer.credential_configuration_ids;
  const { accessTokenResponse } = await app.retrievePreAuthorizedCodeAccessTokenFromOffer({
    ...{ credentialOffer: offer, issuerMetadata, txCode },
  });
  const { c_nonce: nonce } = await app.requestNonce({ issuerMetadata });
  const { jwt } = await app.createCredentialRequestJwtProof({
    ...{ issuerMetadata, credentialConfigurationId, nonce, issuedAt: new Date(now()) },
    signer: { method: "jwk", alg: "ES256", publicJwk: { ...key.publicKey } },
  });
  const { credentialResponse } = await app.retrieveCredentials({
    ...{ issuerMetadata, credentialConfigurationId, accessToken: accessTokenResponse.access_token },
    proofs: { jwt: [jwt] },
  });
  const [first] = credentialResponse.credentials ?? [];
  return {
    credential: String(typeof first === "object" && "credential" in first ? first["credential"] : undefined),
    issuerMetadata,
    accessTokenResponse,
  };
}

describe("a wallet of outside", () => {
  it("fetches an offered licence by the library's client, and shows it to a counter that is offline", async () => {
    const { person, licence } = await licences.newHolder();
    const key = await newPhone();
    const offered = await openid.offer(person, licence);
    expect(offered).toMatchObject({
      ...{ __typename: "LicenceOffer", transactionCode: expect.stringMatching(/^\d{6}$/) },
      uri: expect.stringMatching(/^openid-credential-offer:\/\/\?credential_offer=%7B/),
    });
    const fetched = await fetchByClient(key, textAt(offered, "uri"), textAt(offered, "transactionCode"));
    const { credential, issuerMetadata, accessTokenResponse } = fetched;
    expect(issuerMetadata.knownCredentialConfigurations[TYPE]).toMatchObject({
      ...{ format: "dc+sd-jwt", vct: licences.vct },
    });
    expect(accessTokenResponse).toMatchObject({ token_type: "Bearer", expires_in: 300 });
    expect(claimsIn(credential)).toMatchObject({ vct: licences.vct, cnf: { jwk: key.publicKey } });
    const counter = openCounter(SITE, server.origin);
    await publisherOf(platform)();
    await counter.refresh(credential, now());
    const shown = await present(credential, ["trade"], { audience: AUDIENCE, nonce: NONCE, now: now() }, key);
    expect(told(await counter.verify(shown, now(), { vct: licences.vct, nonce: NONCE }))).toEqual({
      verdict: "VALID",
    });
    expect(await wallet.devices(person)).toEqual([
      expect.objectContaining({ name: "我的钱包", revokedAt: null }),
    ]);
    expect(await wallet.told(person)).toEqual(["wallet-key.bound"]);
    const trail = await trailOf(platform.database(), recordsTable("live"), licence);
    expect(trail.map(({ action, actor }) => [action, actor === "system/openid"])).toEqual([
      ["licences.offer.made", false],
      ["licences.offer.redeemed", true],
      ["licences.credential.issued", true],
    ]);
  });

  it("is one of the person's phones: it gets credentials by their account as well, until it is revoked", async () => {
    const { person, licence } = await licences.newHolder();
    const key = await newPhone();
    const fetchOnce = async () => {
      const offered = await openid.offer(person, licence);
      const token = await openid.tokenFor(offered);
      return openid.credential(token, await openid.request(TYPE, key));
    };
    expect((await fetchOnce()).status).toBe(200);
    expect((await fetchOnce()).status).toBe(200);
    const devices = await wallet.devices(person);
    expect(devices).toHaveLength(1);
    const device = textAt(devices, 0, "id");
    expect(await wallet.credential(person, { licence, device })).toMatchObject({
      __typename: "LicenceCredential",
    });
    await wallet.revoke(person, device);
    expect(await fetchOnce()).toMatchObject({ status: 400, body: { error: "invalid_proof" } });
    expect(at(await wallet.devices(person), 0, "revokedAt")).not.toBeNull();
  });

  it("finds the documents of the issuer at the well-known paths, and nothing at others", async () => {
    const get = async (path: string, method = "GET") => {
      const answer = await fetch(server.origin + path, { method });
      return { status: answer.status, body: JSON.parse(await answer.text()), headers: answer.headers };
    };
    const { body, headers } = await get("/.well-known/openid-credential-issuer/openid/live");
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("cache-control")).toBe("public, max-age=300");
    expect(body).toMatchObject({
      credential_issuer: CREDENTIAL_ISSUER,
      credential_endpoint: `${CREDENTIAL_ISSUER}/credential`,
      nonce_endpoint: `${CREDENTIAL_ISSUER}/nonce`,
    });
    expect(body["credential_configurations_supported"][TYPE]).toMatchObject({
      proof_types_supported: { jwt: { proof_signing_alg_values_supported: ["ES256"] } },
      credential_metadata: {
        claims: expect.arrayContaining([expect.objectContaining({ path: ["content", "name"] })]),
      },
    });
    const server_ = await get("/.well-known/oauth-authorization-server/openid/test");
    expect(server_.body).toMatchObject({
      ...{ issuer: `${SITE}/openid/test`, token_endpoint: `${SITE}/openid/test/token` },
      "pre-authorized_grant_anonymous_access_supported": true,
    });
    const rows = [
      ["/.well-known/openid-credential-issuer/openid/live", "POST", 405],
      ["/openid/live/nonce", "GET", 405],
      ["/openid/live/authorize", "POST", 404],
      ["/openid/sandbox/token", "POST", 404],
    ] as const;
    for (const [path, method, status] of rows) expect((await get(path, method)).status).toBe(status);
  });
});

describe("a licence is not offered", () => {
  it("by others, nor by one who has borrowed the holder's phone, nor where no other phone can be bound", async () => {
    const { person, licence } = await licences.newHolder();
    const stranger = await newApplicant(platform);
    expect(await openid.offer(stranger, licence)).toMatchObject({
      ...{ __typename: "NotFound", code: "ELECTRONIC_LICENCE_NOT_FOUND" },
    });
    expect(await openid.offer(person, licence, { name: " " })).toMatchObject({
      ...{ code: "TEXT_LENGTH", path: ["input", "name"] },
    });
    expect(await openid.offer(person, licence, { idNumber: stranger.idNumber })).toMatchObject({
      ...{ code: "ID_NUMBER_NOT_THEIRS", path: ["input", "idNumber"] },
    });
    for (let i = 0; i < 4; i += 1) await openid.offer(person, licence, { idNumber: stranger.idNumber });
    expect(await openid.offer(person, licence)).toMatchObject({ __typename: "TooManyGuesses" });
    platform.clock.advance(3_600_000);
    for (let i = 0; i < 3; i += 1) await wallet.boundPhone(person);
    expect(await openid.offer(person, licence)).toMatchObject({
      ...{ __typename: "LicenceNotShown", code: "WALLET_DEVICES_FULL" },
    });
  });

  it("once it stands no more", async () => {
    const { person, licence, number } = await licences.newHolder();
    const before = await openid.offer(person, licence);
    await licences.act(person, "SUSPEND", number);
    expect(await openid.offer(person, licence)).toMatchObject({ code: "LICENCE_SUSPENDED" });
    const token = await openid.tokenFor(before);
    expect(await openid.credential(token, await openid.request(TYPE, await newPhone()))).toMatchObject({
      ...{ status: 400, body: { error: "credential_request_denied" } },
    });
    expect(await wallet.devices(person)).toEqual([]);
  });
});
