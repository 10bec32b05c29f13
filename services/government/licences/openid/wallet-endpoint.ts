import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Mode } from "../../../kernel/actor.ts";
import { describeFault } from "../../../kernel/fault.ts";
import type { WorkPorts } from "../../../kernel/service-runtime.ts";
import { newNonce, OF_KEY_PROOF } from "../passing-nonce.ts";
import { allTypesInForce } from "../types/find-licence-types.ts";
import { issueToWallet } from "./issue-to-wallet.ts";
import { type Asked, askedAt, type Call, credentialIssuerAt } from "./issuer-identifier.ts";
import { serverMetadata } from "./issuer-metadata.ts";
import { PRE_AUTHORIZED, TOKEN_LIFETIME_S } from "./licence-offer.ts";
import { redeemOffer } from "./redeem-offer.ts";
import { takePresentation } from "./take-presentation.ts";
import { bearerOf, readForm, readJson, type Unread } from "./wallet-request.ts";

/** An answer in the protocols' own words; `body` is JSON. */
type Said = {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
};

type Event = APIGatewayProxyEventV2;

/** A published type is in the documents within so long. */
const DOCUMENT_MAX_AGE_S = 300;

/**
 * Answers wallets by OpenID4VCI 1.0: the documents of the issuer and of its authorization server, tokens for codes that holders have
 * given them, nonces, and credentials; and takes what they present by OpenID4VP 1.0. 503 where a call is to be made again.
 */
export async function answerWallet(
  ports: WorkPorts,
  event: Event,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId } = event.requestContext;
  const asked = askedAt(event.rawPath);
  const { status, body, headers = {} } = await answerOrFault(ports, event, asked);
  const code = "error" in body ? String(body.error) : "answered";
  ports.log("INFO", "wallet call", { requestId, status, code, ...asked });
  return {
    statusCode: status,
    headers: {
      ...{ "content-type": "application/json", "cache-control": "no-store", "x-request-id": requestId },
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

async function answerOrFault(ports: WorkPorts, event: Event, asked: Asked | undefined): Promise<Said> {
  const credentialIssuer = asked && credentialIssuerAt(ports.config.siteOrigin, asked.mode);
  if (!asked || credentialIssuer === undefined) return refused("not_found", 404);
  const { method } = event.requestContext.http;
  if (method !== ("document" in asked ? "GET" : "POST")) return refused("method_not_allowed", 405);
  try {
    return "document" in asked
      ? await documentOf(ports, asked.document, credentialIssuer)
      : await CALLED[asked.call](ports, asked.mode, event);
  } catch (error) {
    const { requestId } = event.requestContext;
    ports.log("ERROR", "a wallet's call was not answered", { requestId, cause: describeFault(error) });
    return refused("temporarily_unavailable", 503);
  }
}

async function documentOf(
  { open }: WorkPorts,
  document: "issuer" | "server",
  credentialIssuer: string,
): Promise<Said> {
  const headers = { "cache-control": `public, max-age=${DOCUMENT_MAX_AGE_S}` };
  if (document === "server") return { status: 200, body: serverMetadata(credentialIssuer), headers };
  const types = await allTypesInForce(open().database);
  const { issuerDocument } = await import("./wallet-protocol.ts");
  return { status: 200, body: issuerDocument(credentialIssuer, types), headers };
}

const CALLED: Readonly<Record<Call, (ports: WorkPorts, mode: Mode, event: Event) => Promise<Said>>> = {
  token: giveToken,
  nonce: async ({ secrets, runtime, now }) => ({
    status: 200,
    body: { c_nonce: newNonce(secrets(), OF_KEY_PROOF, { now: now(), random: runtime.random }).nonce },
  }),
  credential: giveCredential,
  response: takeAnswer,
};

async function giveToken(ports: WorkPorts, mode: Mode, event: Event): Promise<Said> {
  const form = readForm(event);
  if (typeof form === "string") return unread(form, "invalid_request");
  const { grant_type: grant, "pre-authorized_code": code, tx_code: transactionCode } = form;
  if (grant !== undefined && grant !== PRE_AUTHORIZED) return refused("unsupported_grant_type");
  if (!grant || !code || !transactionCode) return refused("invalid_request");
  const redeemed = await redeemOffer(portsOf(ports, mode, event), { code, transactionCode });
  if (!redeemed.ok) return refused(redeemed.error.code);
  const { token } = redeemed.value;
  return {
    status: 200,
    body: { access_token: token, token_type: "Bearer", expires_in: TOKEN_LIFETIME_S },
  };
}

async function giveCredential(ports: WorkPorts, mode: Mode, event: Event): Promise<Said> {
  const token = bearerOf(event);
  // One who shows no token at all is told no error (RFC 6750, 3.1).
  if (token === undefined)
    return { ...refused("invalid_token", 401), headers: { "www-authenticate": "Bearer" } };
  const request = readJson(event);
  if (typeof request === "string") return unread(request, "invalid_credential_request");
  const issued = await issueToWallet(portsOf(ports, mode, event), { token, request });
  if (issued.ok) return { status: 200, body: { credentials: [{ credential: issued.value.credential }] } };
  const { code } = issued.error;
  if (code !== "invalid_token") return refused(code);
  return { ...refused(code, 401), headers: { "www-authenticate": `Bearer error="${code}"` } };
}

/** Of a presentation (OpenID4VP 1.0, 8.2): 200 with an empty object once it is taken. */
async function takeAnswer(ports: WorkPorts, mode: Mode, event: Event): Promise<Said> {
  const form = readForm(event);
  if (typeof form === "string") return unread(form, "invalid_request");
  const taken = await takePresentation(portsOf(ports, mode, event), form);
  return taken.ok ? { status: 200, body: {} } : refused(taken.error.code);
}

const unread = (why: Unread, error: string): Said => refused(error, why === "TOO_LONG" ? 413 : 400);

const refused = (error: string, status = 400): Said => ({ status, body: { error } });

/** The ports of one call. */
function portsOf({ open, secrets, now, ...ports }: WorkPorts, mode: Mode, event: Event) {
  const { requestId } = event.requestContext;
  return { ...ports, ...open(), secrets: secrets(), mode, now: now(), requestId };
}
