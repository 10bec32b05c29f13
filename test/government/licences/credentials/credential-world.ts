import { createHash, createHmac } from "node:crypto";
import { type CreditCode, isCreditCode } from "../../../../services/field/credit-code.ts";
import type { TrustedIssuer } from "../../../../services/government/licences/credentials/check-issuer.ts";
import {
  deviceSigner,
  ES256,
  newDeviceKeys,
} from "../../../../services/government/licences/credentials/es256.ts";
import type { ListedStatus } from "../../../../services/government/licences/credentials/listed-status.ts";
import { type PresentedTo, present } from "../../../../services/government/licences/credentials/present.ts";
import type {
  HolderSigner,
  IssuerKey,
  LicenceSigner,
} from "../../../../services/government/licences/credentials/signing.ts";
import { newVerifierMemory } from "../../../../services/government/licences/credentials/verifier-memory.ts";
import {
  type CredentialTerms,
  type StatedVersion,
  writeCredential,
} from "../../../../services/government/licences/credentials/write-credential.ts";
import {
  type Expected,
  type Known,
  type Verification,
  verifyPresentation,
} from "../../../../services/government/licences/verify.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { type Instant, plusMs } from "../../../../services/kernel/runtime.ts";

export const at = (text: string): Instant => new Date(text).toISOString() as Instant;

const creditCode = (text: string): CreditCode => {
  if (!isCreditCode(text)) throw new Error(`${text} is no credit code`);
  return text;
};

/** Half past eleven in Shanghai. */
export const NOW = at("2026-11-30T03:30:00Z");
export const BASE = "https://licences.example";
export const ISSUER = creditCode("11100000000013338W");
export const OTHER_ISSUER = creditCode("11220000013544541J");
export const VCT = "https://licences.example/types/food-business-licence";
export const AUDIENCE = "https://counter.example";
const NONCE = "bm9uY2Utb2YtdGhlLWNvdW50ZXI";
export const LIST = `${BASE}/status-lists/7`;

export const VERSION: StatedVersion = {
  identifier: "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
  ...{ number: "JY11105050876919", version: 1 },
  type: {
    vct: VCT,
    disclosures: [
      { field: "operator", disclosure: "MINIMAL" },
      { field: "premises", disclosure: "ORDINARY" },
      { field: "items", disclosure: "ORDINARY" },
      { field: "legalRepresentative", disclosure: "SENSITIVE" },
    ],
  },
  content: {
    operator: "北京京味小馆",
    premises: { region: "110105", line: "朝阳区建国路1号" },
    items: ["HOT_FOOD", "COLD_FOOD"],
    legalRepresentative: "11010519491231002X",
  },
  issuer: {
    department: { code: "BJ-MARKET", name: { zh: "北京市市场监督管理局", en: "Market supervision" } },
    creditCode: ISSUER,
  },
  ...{ issuedOn: date("2026-01-15"), validUntil: date("2031-01-14") },
  place: { list: 7, index: 4711 },
};

export const saltOf = (field: string): string =>
  createHmac("sha256", "a root secret")
    .update(`licence 1 ${field}`)
    .digest()
    .subarray(0, 16)
    .toString("base64url");

/** An issuer's key pair, as its two sides have it. */
export async function issuerKey(changes: Partial<IssuerKey> = {}): Promise<{
  readonly signer: LicenceSigner;
  readonly key: IssuerKey;
}> {
  const { algorithm, sign, publicKey } = await deviceSigner(await newDeviceKeys());
  const key = {
    ...{ keyId: "bj-2026", algorithm, publicKey, issuer: ISSUER },
    ...{ from: at("2026-01-01T00:00:00Z"), ...changes },
  };
  return { signer: { algorithm, keyId: key.keyId, sign }, key };
}

const TRUST: readonly TrustedIssuer[] = [
  { issuer: ISSUER, types: [{ vct: VCT, from: at("2020-01-01T00:00:00Z") }] },
];

export const FRESH: ListedStatus = {
  ...{ status: 0, sequence: 12, fetchedAt: plusMs(NOW, -100_000), ttlS: 300 },
};

export type Told = { readonly reason?: string; readonly verdict: string };
/** An answer's verdict and its cause. */
export const told = (answer: Verification): Told =>
  "reason" in answer ? { verdict: answer.verdict, reason: answer.reason } : { verdict: answer.verdict };

/** A platform, a phone and a counter, each with its own knowledge. */
export async function openWorld() {
  const platform = await issuerKey();
  const phone: HolderSigner = await deviceSigner(await newDeviceKeys());
  const known: Known = {
    keys: { value: [platform.key], fetchedAt: plusMs(NOW, -3_600_000) },
    trust: { value: TRUST, fetchedAt: plusMs(NOW, -7_200_000) },
    statusOf: ({ uri, index }) => (uri === LIST && index === 4711 ? FRESH : undefined),
    algorithms: [ES256],
    memory: newVerifierMemory(),
  };
  const expected: Expected = { types: [VCT], binding: { audience: AUDIENCE, nonce: NONCE } };
  const terms: CredentialTerms = {
    ...{ signer: platform.signer, now: plusMs(NOW, -86_400_000), base: BASE, saltOf },
    ...{ listAddress: (list) => `${BASE}/status-lists/${list}`, deviceKey: phone.publicKey },
  };
  const issue = (version: Partial<StatedVersion> = {}, changes: Partial<CredentialTerms> = {}) =>
    writeCredential({ ...VERSION, ...version }, { ...terms, ...changes });
  const show = (credential: string, fields = ["premises"], to: Partial<PresentedTo> = {}, by = phone) =>
    present(credential, fields, { audience: AUDIENCE, nonce: NONCE, now: NOW, ...to }, by);
  /** By a counter that has seen nothing before. */
  const verify = (text: string, has: Partial<Known> = {}, asked = expected, now = NOW) =>
    verifyPresentation(text, now, asked, { ...known, memory: newVerifierMemory(), ...has });
  return { platform, phone, known, expected, terms, issue, show, verify };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A holder's signature under any text, by hand (RFC 9901, section 4.3), with whatever a test changes. */
export async function bound(
  text: string,
  { publicKey: _, algorithm, sign }: HolderSigner,
  changes: Readonly<Record<string, unknown>> = {},
  typ = "kb+jwt",
): Promise<string> {
  const payload = {
    ...{ iat: Date.parse(NOW) / 1_000, aud: AUDIENCE, nonce: NONCE },
    ...{ sd_hash: createHash("sha256").update(text).digest("base64url"), ...changes },
  };
  return `${text}${await jws({ typ, alg: algorithm }, payload, sign)}`;
}

/** A JWS in compact form. */
export async function jws(header: object, payload: object, sign: LicenceSigner["sign"]): Promise<string> {
  const text = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${Buffer.from(await sign(new TextEncoder().encode(text))).toString("base64url")}`;
}

/** The same part of a text, with some of its JSON changed. */
export function rewritten(part: string, change: (json: Record<string, unknown>) => unknown): string {
  const json: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
  const changed = change(json as Record<string, unknown>);
  return Buffer.from(JSON.stringify(changed)).toString("base64url");
}

/** The claims that an issuer has signed, as they stand there. */
export const payloadOf = (text: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString());
