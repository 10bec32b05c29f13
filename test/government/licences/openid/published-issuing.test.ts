import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPresentation } from "../../../../services/government/licences/credentials/read-presentation.ts";
import { issuerMetadata } from "../../../../services/government/licences/openid/issuer-metadata.ts";
import { offerUri } from "../../../../services/government/licences/openid/licence-offer.ts";
import {
  issuerDocument,
  readCredentialRequest,
} from "../../../../services/government/licences/openid/wallet-protocol.ts";
import { readForm } from "../../../../services/government/licences/openid/wallet-request.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { must } from "../../../support/must.ts";

/** As they were published: the examples of OpenID for Verifiable Credential Issuance 1.0, final. */
const published = (name: string): string =>
  readFileSync(new URL(`published/${name}`, import.meta.url), "utf8").trim();

const TYPE = {
  ...{ code: "SD_JWT_VC_example_in_OpenID4VCI", vct: "SD_JWT_VC_example_in_OpenID4VCI" },
  name: { zh: "身份", en: "IdentityCredential" },
  content: {
    type: "object",
    properties: { given_name: { type: "string", "x-label": { zh: "名", en: "Given Name" } } },
  },
  disclosures: [{ field: "given_name", disclosure: "ORDINARY" }],
} as const;

/** The issuer of all these examples. */
const ISSUER = "https://credential-issuer.example.com";
const NOW = "2023-12-07T14:47:24.000Z" as Instant;

/** The places of a document: each name with those above it, and one for all entries of a list. */
function placesOf(value: unknown, above = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [above];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => placesOf(one, `${above}[]`)))];
  return Object.entries(value).flatMap(([name, one]) => placesOf(one, `${above}.${name}`));
}

describe("the key proof that the standard publishes (appendix F.1)", () => {
  const ask = (jwt: string, credentialIssuer = ISSUER) =>
    readCredentialRequest(
      credentialIssuer,
      TYPE,
      { credential_configuration_id: TYPE.code, proofs: { jwt: [jwt] } },
      NOW,
    );

  it("is read, with its key and its nonce", async () => {
    expect(must(await ask(published("vci_key_proof.txt")))).toEqual({
      nonce: "LarRGSbmUPYtRYO6BQ4yn8",
      key: {
        ...{ kty: "EC", crv: "P-256" },
        x: "nUWAoAv3XZith8E7i19OdaxOLYFOwM-Z2EuM02TirT4",
        y: "HskHU8BjUi1U9Xqi7Swmj8gwAK_0xkcDjEW_71SosEY",
      },
    });
  });

  it("is refused with another letter in its signature, and by another issuer", async () => {
    const [header, payload, signature = ""] = published("vci_key_proof.txt").split(".");
    const other = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
    const refused = { ok: false, error: { code: "invalid_proof" } };
    expect(await ask([header, payload, other].join("."))).toEqual(refused);
    expect(await ask(published("vci_key_proof.txt"), "https://another.example.com")).toEqual(refused);
  });
});

describe("the documents that the standard publishes", () => {
  it("have a place for all that ours say of an issuer and of a type", () => {
    const theirs = placesOf(JSON.parse(published("vci_credential_issuer_metadata_sd_jwt_long.json")));
    const ours = placesOf(issuerMetadata(ISSUER, [TYPE]));
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter((place) => !theirs.includes(place))).toEqual([]);
    expect(issuerDocument(ISSUER, [TYPE])).toEqual(issuerMetadata(ISSUER, [TYPE]));
  });

  it("offer a credential as ours do", () => {
    const theirs = JSON.parse(published("vci_credential_offer_multiple_credentials.json"));
    const [grant = ""] = Object.keys(theirs.grants);
    const { "pre-authorized_code": code, tx_code: tx } = theirs.grants[grant];
    const [type = ""] = theirs.credential_configuration_ids;
    const { protocol, searchParams } = new URL(offerUri(ISSUER, { type }, code));
    expect(protocol).toBe("openid-credential-offer:");
    expect(JSON.parse(searchParams.get("credential_offer") ?? "")).toEqual({
      ...{ ...theirs, credential_configuration_ids: [type] },
      grants: { [grant]: { "pre-authorized_code": code, tx_code: { input_mode: tx.input_mode, length: 6 } } },
    });
  });

  it("ask for a token as ours is asked for (6.1)", () => {
    const body = [
      "grant_type=urn:ietf:params:oauth:grant-type:pre-authorized_code",
      "pre-authorized_code=SplxlOBeZQQYbYS6WxSbIA",
      "tx_code=493536",
    ].join("&");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect(readForm({ headers, body, isBase64Encoded: false })).toEqual({
      grant_type: "urn:ietf:params:oauth:grant-type:pre-authorized_code",
      ...{ "pre-authorized_code": "SplxlOBeZQQYbYS6WxSbIA", tx_code: "493536" },
    });
  });

  it("answer with a credential that our reader reads (appendix A.3.4)", async () => {
    const text = published("vci_credential_response_sd_jwt_vc.txt");
    // Lines are broken for the page alone.
    const body = JSON.parse(text.slice(text.indexOf("{")).replaceAll(/\n +(?=[\w~.-]+["\n])/g, ""));
    const [{ credential }] = body.credentials;
    const presentation = await readPresentation(credential);
    expect(presentation?.credential.header).toMatchObject({ typ: "dc+sd-jwt", alg: "ES256" });
    expect(await presentation?.claims()).toMatchObject({ given_name: "John", is_over_65: true });
  });
});
