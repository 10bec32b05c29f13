import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../../services/government/licences/credentials/present.ts";
import { writeJws } from "../../../../services/government/licences/jws.ts";
import { startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { newPhone, openLicences, walletOf } from "../wallet/wallet-world.ts";
import { type Answered, directly, openidOf, unsigned } from "./openid-world.ts";

const TYPE = "licence-of-long-texts";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let openid: ReturnType<typeof openidOf>;
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
  licences = await openLicences(platform, TYPE);
  openid = openidOf(platform, directly(platform));
});
afterAll(() => platform.stop());

const refused = (error: string, status = 400) => ({ status, body: { error } });

/** An offer's codes and token, and what a wallet asks for by them. */
async function offered() {
  const { person, licence } = await licences.newHolder();
  const [one, redeemed] = [await openid.offer(person, licence), await openid.offer(person, licence)];
  const key = await newPhone();
  return {
    ...{ key, code: openid.codeIn(one), txCode: textAt(one, "transactionCode") },
    token: await openid.tokenFor(redeemed),
    request: await openid.request(TYPE, key),
  };
}

/** A partner's request, and the answer of a phone to it. */
async function asked() {
  const { liveKey: apiKey } = await seedPartner(platform, { scopes: ["LICENCE_CODES"] });
  const request = await openid.requested({ apiKey }, { types: [TYPE], fields: [] });
  const {
    client_id: audience = "",
    nonce = "",
    state = "",
  } = Object.fromEntries(new URL(textAt(request, "uri")).searchParams);
  const { person, licence } = await licences.newHolder();
  const phone = await wallet.boundPhone(person);
  const issued = await wallet.credential(person, { licence, device: phone.id });
  const told = { audience, nonce, now: platform.clock.now() };
  return { state, told, phone, credential: textAt(issued, "credential") };
}

const answerWith = (presentation: string) => JSON.stringify({ licence: [presentation] });

describe.each([3_000, 70_000])("a wallet's text of %d characters", (length) => {
  const long = "a".repeat(length);

  it("is refused in the protocol's words wherever one asks for a licence", async () => {
    const { key, code, txCode, token, request } = await offered();
    const [digest = "", chance = ""] = token.split(".");
    const [until = "", drawn = "", sealed = ""] = (await openid.nonce()).split(".");
    const by = (changes: Parameters<typeof openid.request>[2]) => openid.request(TYPE, key, changes);
    const withNonce = async (nonce: string) => openid.credential(token, await by({ nonce }));
    const proof = (jwt: string) => ({ credential_configuration_id: TYPE, proofs: { jwt: [jwt] } });
    const rows: readonly (readonly [string, Answered, object])[] = [
      ["code", await openid.redeem(long, txCode), refused("invalid_grant")],
      ["code with more", await openid.redeem(`${code}${long}`, txCode), refused("invalid_grant")],
      ["transaction code", await openid.redeem(code, long), refused("invalid_grant")],
      [
        "grant type",
        await openid.redeem(code, txCode, { grant_type: long }),
        refused("unsupported_grant_type"),
      ],
      ["token", await openid.credential(long, request), refused("invalid_token", 401)],
      [
        "token's first part",
        await openid.credential(`${long}.${chance}`, request),
        refused("invalid_token", 401),
      ],
      [
        "token's first part with more",
        await openid.credential(`${digest}${long}.${chance}`, request),
        refused("invalid_token", 401),
      ],
      [
        "token's chance",
        await openid.credential(`${digest}.${long}`, request),
        refused("invalid_token", 401),
      ],
      ["nonce", await withNonce(long), refused("invalid_nonce")],
      [
        "nonce's end",
        await withNonce(`${"0".repeat(length)}${until}.${drawn}.${sealed}`),
        refused("invalid_nonce"),
      ],
      ["nonce's chance", await withNonce(`${until}.${long}.${sealed}`), refused("invalid_nonce")],
      ["nonce's seal", await withNonce(`${until}.${drawn}.${long}`), refused("invalid_nonce")],
      [
        "configuration",
        await openid.credential(token, { ...request, credential_configuration_id: long }),
        refused("unknown_credential_configuration"),
      ],
      ["proof", await openid.credential(token, proof(long)), refused("invalid_proof")],
      [
        "key",
        await openid.credential(
          token,
          proof(
            unsigned({ typ: "openid4vci-proof+jwt", alg: "ES256", jwk: { ...key.publicKey, x: long } }, {}),
          ),
        ),
        refused("invalid_proof"),
      ],
      [
        "key's name",
        await openid.credential(token, await by({ header: { jwk: undefined, kid: long } })),
        refused("invalid_proof"),
      ],
    ];
    for (const [what, answer, expected] of rows) expect([what, answer]).toMatchObject([what, expected]);
    expect((await openid.credential(token, request)).status).toBe(200);
  });

  it("is refused in the protocol's words wherever one presents a licence", async () => {
    const { state, told, phone, credential } = await asked();
    const [id = "", chance = ""] = state.split(".");
    const good = answerWith(await present(credential, [], told, phone));
    /** A credential as anybody can sign it, with a name of their choice. */
    const ofName = async (identifier: string, x: string) => {
      const payload = { identifier, cnf: { jwk: { ...phone.publicKey, x } } };
      const jws = await writeJws({ typ: "dc+sd-jwt", alg: "ES256" }, payload, phone.sign);
      return answerWith(await present(`${jws}~`, [], told, phone));
    };
    const { x } = phone.publicKey;
    const rows: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ["state", { state: long, vp_token: good }],
      ["state's name", { state: `vpr_${long}.${chance}`, vp_token: good }],
      ["state's name with more", { state: `${id}${long}.${chance}`, vp_token: good }],
      ["state's chance", { state: `${id}.${long}`, vp_token: good }],
      ["state of one who declines", { state: `${id}${long}.${chance}`, error: "access_denied" }],
      ["answer", { state, vp_token: long }],
      ["presentation", { state, vp_token: answerWith(long) }],
      ["query", { state, vp_token: JSON.stringify({ [long]: [good] }) }],
      ["identifier", { state, vp_token: await ofName(long, x) }],
      [
        "number in an identifier",
        {
          state,
          vp_token: await ofName(
            `1.2.156.3005.2.11100000000013338W001.11100000000013338W.${long.toUpperCase()}.001.0`,
            x,
          ),
        },
      ],
      ["key", { state, vp_token: await ofName("1.2.156.3005.2", long) }],
    ];
    for (const [what, fields] of rows)
      expect([what, await openid.answer(fields)]).toMatchObject([what, refused("invalid_request")]);
    expect((await openid.answer({ state, vp_token: good })).status).toBe(200);
  });
});
