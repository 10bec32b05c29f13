import { hash, randomBytes } from "node:crypto";
import { Openid4vciClient, type Openid4vciClientOptions } from "@openid4vc/openid4vci";
import { Openid4vpClient } from "@openid4vc/openid4vp";
import { expect } from "vitest";
import { workPorts } from "../../../../local/work-ports.ts";
import { endpointHandler } from "../../../../services/app/endpoints.ts";
import { present } from "../../../../services/government/licences/credentials/present.ts";
import type { HolderSigner } from "../../../../services/government/licences/credentials/signing.ts";
import { toBase64url, utf8, writeJws } from "../../../../services/government/licences/jws.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { type Asker, askerOf } from "../../../support/asking.ts";
import { httpEvent, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import type { Applicant } from "../../cases/casework.ts";

/** The name that the platform gives itself; the wallets of these tests find it where its server answers. */
export const SITE = "https://city.test";
export const CREDENTIAL_ISSUER = `${SITE}/openid/live`;

type Callbacks = Openid4vciClientOptions["callbacks"];

/** A phone of outside that has a key, and an http client that knows where the platform answers. */
function callbacksOf(key: HolderSigner, origin: string): Callbacks {
  return {
    fetch: (address, init) => fetch(String(address).replace(SITE, origin), init),
    hash: (data, algorithm) => new Uint8Array(hash(algorithm.replace("-", ""), data, "buffer")),
    generateRandom: (bytes) => new Uint8Array(randomBytes(bytes)),
    clientAuthentication: () => undefined,
    signJwt: async (_, { header, payload }) => ({
      jwt: await writeJws(header, payload, key.sign),
      signerJwk: { ...key.publicKey },
    }),
  };
}

/** A wallet by the library's own client, with a key of its own. */
export const walletApp = (key: HolderSigner, origin: string): Openid4vciClient =>
  new Openid4vciClient({ callbacks: callbacksOf(key, origin) });

/** A wallet by the library's own client, for what verifiers ask. */
export const presentingApp = (key: HolderSigner, origin: string): Openid4vpClient =>
  new Openid4vpClient({
    callbacks: {
      ...callbacksOf(key, origin),
      ...{ verifyJwt: notAsked, decryptJwe: notAsked, encryptJwe: notAsked },
    },
  });

/** No request of ours is signed or encrypted. */
const notAsked = (): never => {
  throw new Error("nothing is signed or encrypted");
};

type Proof = {
  readonly nonce?: string | undefined;
  readonly audience?: unknown;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly payload?: Readonly<Record<string, unknown>>;
};

/** A proof of a key as the standard has it, but for what a test changes. */
const proofOf = (key: HolderSigner, now: string, { nonce, audience, header, payload }: Proof) =>
  writeJws(
    { typ: "openid4vci-proof+jwt", alg: "ES256", jwk: key.publicKey, ...header },
    {
      ...{ aud: audience ?? CREDENTIAL_ISSUER, iat: Math.floor(Date.parse(now) / 1_000) },
      ...(nonce === undefined ? {} : { nonce }),
      ...payload,
    },
    key.sign,
  );

/** An answer as it came over the wire. */
export type Answered = {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
};

/** A request of a wallet: POST, to a path. */
type Post = (path: string, init: RequestInit) => Promise<Answered>;

/** Over the wire, to a server that listens. */
export const overHttp =
  (origin: string): Post =>
  async (path, init) => {
    const answer = await fetch(`${origin}${path}`, { method: "POST", ...init });
    return { status: answer.status, body: JSON.parse(await answer.text()), headers: answer.headers };
  };

/** As API Gateway calls the function, with no server between. */
export function directly(platform: TestPlatform): Post {
  const answer = endpointHandler("wallet-call", workPorts(platform.ports, platform.published.put));
  return async (rawPath, init) => {
    const { headers, body } = new Request(`${SITE}${rawPath}`, { method: "POST", ...init });
    const text = body ? await new Response(body).text() : "";
    const answered = await answer({ ...httpEvent(text, { headers: Object.fromEntries(headers) }), rawPath });
    return {
      ...{ status: answered.statusCode ?? 0, body: JSON.parse(answered.body ?? "{}") },
      headers: new Headers(Object.entries(answered.headers ?? {}).map(([name, one]) => [name, String(one)])),
    };
  };
}

/** The calls of a wallet, one by one, and of the holder who offers. */
export function openidOf(platform: TestPlatform, send: Post) {
  const run = askerOf(platform);
  const post = (call: string, init: RequestInit): Promise<Answered> => send(`/openid/${call}`, init);
  const form = (fields: Readonly<Record<string, string>> | string): RequestInit => ({
    body: new URLSearchParams(fields),
  });
  const offer = (
    { token, idNumber }: Pick<Applicant, "token" | "idNumber">,
    licence: string,
    changes: object = {},
  ): Promise<Json> =>
    run(
      `mutation ($input: OfferLicenceInput!) { result: offerLicence(input: $input) {
        __typename ... on Refusal { code message } ... on InvalidInput { path }
        ... on LicenceOffer { uri transactionCode expiresAt } } }`,
      { input: { licence, name: "我的钱包", idNumber, ...changes } },
      { token },
    );
  /** The code of an offer, out of its address. */
  const codeIn = (offered: Json): string => {
    const { searchParams } = new URL(textAt(offered, "uri"));
    const { grants } = JSON.parse(searchParams.get("credential_offer") ?? "");
    return grants["urn:ietf:params:oauth:grant-type:pre-authorized_code"]["pre-authorized_code"];
  };
  const redeem = (
    code: string,
    txCode: string,
    changes: Readonly<Record<string, string>> = {},
    mode = "live",
  ) =>
    post(
      `${mode}/token`,
      form({
        grant_type: "urn:ietf:params:oauth:grant-type:pre-authorized_code",
        ...{ "pre-authorized_code": code, tx_code: txCode, ...changes },
      }),
    );
  const nonce = async (): Promise<string> => {
    const { body, headers, status } = await post("live/nonce", {});
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    return String(body["c_nonce"]);
  };
  const credential = (token: string, request: unknown, headers: Readonly<Record<string, string>> = {}) =>
    post("live/credential", {
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
      body: typeof request === "string" ? request : JSON.stringify(request),
    });
  const requested = (by: Asker, input: object): Promise<Json> =>
    run(
      `mutation ($input: RequestPresentationInput!) { result: requestPresentation(input: $input) {
        __typename ... on Refusal { code message } ... on InvalidInput { path }
        ... on PresentationRequest { id uri expiresAt } } }`,
      { input: { purpose: "入场核验", ...input } },
      by,
    );
  const read = (by: Asker, id: string): Promise<Json> =>
    run(
      `mutation ($id: ID!) { result: readPresentation(id: $id) { __typename ... on Refusal { code message }
        ... on ShownLicence { number status identifier content shownAt type { code } } } }`,
      { id },
      by,
    );
  return {
    ...{ post, form, offer, codeIn, redeem, nonce, credential, requested, read },
    /** Answers at the address of answers, as a wallet does. */
    answer: (fields: Readonly<Record<string, string>>, mode = "live") =>
      post(`${mode}/response`, form(fields)),
    /** A token for an offer that was made just now. */
    tokenFor: async (offered: Json): Promise<string> => {
      const { body, status } = await redeem(codeIn(offered), textAt(offered, "transactionCode"));
      expect(status).toBe(200);
      return String(body["access_token"]);
    },
    request: async (type: string, key: HolderSigner, changes: Proof = {}): Promise<object> => {
      const asked = "nonce" in changes ? changes.nonce : await nonce();
      const jwt = await proofOf(key, platform.clock.now(), { ...changes, nonce: asked });
      return { credential_configuration_id: type, proofs: { jwt: [jwt] } };
    },
  };
}

/** The parameters of a partner's request. */
export const parametersOf = (asked: Json) => Object.fromEntries(new URL(textAt(asked, "uri")).searchParams);

export type AnswerChanges = {
  readonly fields?: readonly string[];
  readonly queryId?: string;
  readonly by?: HolderSigner;
  readonly audience?: string;
  readonly nonce?: string;
};

/** The answer of a phone to a request, by the credential that it has, but for what a test changes. */
export async function answerOf(
  { credential, phone }: { readonly credential: string; readonly phone: HolderSigner },
  asked: Json,
  now: Instant,
  changes: AnswerChanges = {},
) {
  const { client_id: audience = "", nonce = "", state = "" } = parametersOf(asked);
  const { fields = ["trade"], queryId = "licence", by = phone, ...told } = changes;
  const presentation = await present(credential, fields, { audience, nonce, now, ...told }, by);
  return { state, vp_token: JSON.stringify({ [queryId]: [presentation] }) };
}

/** A key as the header of a JWS by nobody. */
export const unsigned = (header: object, payload: object): string =>
  `${[header, payload].map((part) => toBase64url(utf8(JSON.stringify(part)))).join(".")}.`;
