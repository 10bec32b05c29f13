import { base32, type CitizenId, isId, type PartnerId } from "../../../kernel/ids.ts";
import { isSameSecret } from "../../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import { type Instant, plusMs, type Runtime } from "../../../kernel/runtime.ts";
import type { LicenceId, PresentationRequestId, WalletDeviceId } from "../ids.ts";
import type { LicenceContent } from "../repository/electronic-licence.ts";
import { callAddress } from "./issuer-identifier.ts";

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "presentation-state": KeyUsedBy<"government/licences", "mac">;
  }
}

type MacSecrets = Pick<Secrets, "mac">;

/** A licence as a wallet has presented it, with the part of its content that was asked for. */
export type Presented = {
  readonly licence: LicenceId;
  readonly version: number;
  /** The one whose phone the wallet is. */
  readonly shownBy: CitizenId;
  readonly device: WalletDeviceId;
  readonly content: LicenceContent;
  readonly at: Instant;
};

/** A partner's request to wallets for a licence of some types. One wallet answers it, and the partner reads the answer once. */
export type PresentationRequest = {
  readonly id: PresentationRequestId;
  readonly partner: PartnerId;
  /** Of these types, by their `vct`. */
  readonly vcts: readonly string[];
  readonly fields: readonly string[];
  readonly purpose: string;
  readonly nonce: string;
  /** Of the state by which a wallet's answer finds it; the state itself is not kept. */
  readonly stateDigest: string;
  /** Until when it is answered and, once it is, until when the answer is read. */
  readonly until: Instant;
  readonly status: "OPEN" | "DECLINED" | "ANSWERED" | "READ";
  /** While it waits to be read: of one that is ANSWERED and has none, the answer was over before. */
  readonly presented?: Presented | undefined;
  readonly revision: number;
};

const LIFETIME_MS = 300_000;
/** 128 bits: nobody finds a request that is open, and no two presentations are signed for one nonce. */
const CHANCE_BYTES = 16;

/** A state names its request's record; the rest of it is chance. */
export const newState = (id: PresentationRequestId, { random }: Pick<Runtime, "random">): string =>
  `${id}.${base32(random(CHANCE_BYTES))}`;

/** The record that a state names; undefined for a text that names none. */
export function requestNamedBy(state: string): PresentationRequestId | undefined {
  const [id = ""] = state.split(".");
  return isId("vpr", id) ? id : undefined;
}

const stateDigest = ({ mac }: MacSecrets, state: string): string =>
  mac("presentation-state", state).toString("base64url");

type Asked = Pick<PresentationRequest, "id" | "partner" | "vcts" | "fields" | "purpose">;

export const newRequest = (
  secrets: MacSecrets,
  { random }: Pick<Runtime, "random">,
  asked: Asked,
  state: string,
  now: Instant,
): PresentationRequest => ({
  ...{ ...asked, stateDigest: stateDigest(secrets, state), nonce: base32(random(CHANCE_BYTES)) },
  ...{ until: plusMs(now, LIFETIME_MS), status: "OPEN", revision: 1 },
});

/** Whether a wallet that knows this state may answer a request now. */
export const isOpenTo = (
  secrets: MacSecrets,
  request: PresentationRequest | undefined,
  state: string,
  now: Instant,
): request is PresentationRequest =>
  request?.status === "OPEN" &&
  now < request.until &&
  isSameSecret(stateDigest(secrets, state), request.stateDigest);

export const declined = (request: PresentationRequest): PresentationRequest => ({
  ...{ ...request, status: "DECLINED", revision: request.revision + 1 },
});

export const answered = (request: PresentationRequest, presented: Presented): PresentationRequest => ({
  ...{ ...request, presented, status: "ANSWERED", until: plusMs(presented.at, LIFETIME_MS) },
  revision: request.revision + 1,
});

/** Without what was presented, of which nothing is kept: for an answer that nobody can read any more. */
export function emptied(request: PresentationRequest): PresentationRequest {
  const { presented: _, ...kept } = request;
  return { ...kept, revision: request.revision + 1 };
}

/** The same once it was read. */
export const read = (request: PresentationRequest): PresentationRequest => ({
  ...emptied(request),
  status: "READ",
});

export type NotRead = {
  readonly code: "PRESENTATION_AWAITED" | "PRESENTATION_DECLINED" | "PRESENTATION_OVER" | "PRESENTATION_READ";
};

/** Why a request has no answer that could be read now; undefined where it has one. */
export function whyUnread(
  { status, until, presented }: PresentationRequest,
  now: Instant,
): NotRead["code"] | undefined {
  if (status === "DECLINED") return "PRESENTATION_DECLINED";
  if (status === "READ") return "PRESENTATION_READ";
  if (now >= until) return "PRESENTATION_OVER";
  if (status === "OPEN") return "PRESENTATION_AWAITED";
  return presented ? undefined : "PRESENTATION_OVER";
}

/** The one credential that is asked for, in query and answer. */
export const QUERY_ID = "licence";

/** The platform's name for wallets that are asked (OpenID4VP 1.0, 5.9.3): the address of their answer, which TLS proves. */
export const verifierId = (credentialIssuer: string): string =>
  `redirect_uri:${callAddress(credentialIssuer, "response")}`;

/** The request by value, unsigned, as the prefix `redirect_uri` has it (OpenID4VP 1.0, 5). */
export function requestUri(
  credentialIssuer: string,
  { vcts, fields, purpose, nonce }: Pick<PresentationRequest, "vcts" | "fields" | "purpose" | "nonce">,
  state: string,
  partnerName: string,
): string {
  const claims = fields.map((field) => ({ path: ["content", field] }));
  const query = {
    credentials: [
      {
        ...{ id: QUERY_ID, format: "dc+sd-jwt", meta: { vct_values: vcts } },
        ...(claims.length > 0 ? { claims } : {}),
      },
    ],
  };
  const parameters = {
    client_id: verifierId(credentialIssuer),
    response_uri: callAddress(credentialIssuer, "response"),
    response_type: "vp_token",
    response_mode: "direct_post",
    ...{ nonce, state, dcql_query: JSON.stringify(query) },
    client_metadata: JSON.stringify({
      client_name: `${partnerName}: ${purpose}`,
      vp_formats_supported: {
        "dc+sd-jwt": { "sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"] },
      },
    }),
  };
  return `openid4vp://?${new URLSearchParams(parameters)}`;
}
