import { createECDH, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Environment } from "../../services/kernel/settings.ts";

const REGION = "cn-north-1";
const CREDENTIALS = {
  ...{ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
  sessionToken: "session",
};
const { sha256 } = new DynamoDBClient({ region: REGION }).config;

type State = "Enabled" | "Disabled" | "PendingDeletion";
type Key = {
  readonly arn: string;
  readonly usage: string;
  readonly publicKey: KeyObject;
  privateKey: KeyObject;
  state: State;
};
type Failure = "ThrottlingException" | "KMSInternalException" | "hang up";
type Body = Readonly<Record<string, string>>;
type Answer = { readonly status: number; readonly body: object };

const refusal = (name: string, status = 400): Answer => ({
  status,
  body: { __type: name, message: "no" },
});

/**
 * AWS KMS as its API reference has it, as far as the platform uses it: GetPublicKey and Sign of asymmetric keys by ARN and
 * alias. Verifies each call's Signature Version 4 with the SDK's own signer, signs digests with real keys and answers in DER.
 * Fails on any other call.
 */
export async function startKms() {
  const keys = new Map<string, Key>();
  const aliases = new Map<string, string>();
  const calls: string[] = [];
  const failures: Failure[] = [];

  const handle = (target: string, body: Body): Answer => {
    const { KeyId = "" } = body;
    const key = keys.get(aliases.get(KeyId) ?? KeyId);
    // Of keys that are none of the caller's KMS does not say whether there are any.
    if (!key) return refusal(KeyId.startsWith("alias/") ? "NotFoundException" : "AccessDeniedException");
    if (key.state === "Disabled") return refusal("DisabledException");
    if (key.state === "PendingDeletion") return refusal("KMSInvalidStateException");
    if (target === "TrentService.GetPublicKey") return publicKeyOf(key);
    if (target === "TrentService.Sign") return signatureOf(key, body);
    return refusal("UnknownOperationException");
  };

  const server = createServer(async (request, response) => {
    const { headers, method } = request;
    const body = await text(request);
    const target = String(headers["x-amz-target"]);
    calls.push(target);
    const failure = failures.shift();
    if (failure === "hang up") return void request.socket.destroy();
    const answer = failure
      ? refusal(failure, failure === "KMSInternalException" ? 500 : 400)
      : method === "POST" && request.url === "/" && (await isSigned(headers, body))
        ? handle(target, JSON.parse(body))
        : refusal("IncompleteSignature");
    response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // One that nobody stops keeps no process.
  server.unref();
  const { port } = server.address() as AddressInfo;

  const keyPair = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve });
  return {
    /** As Lambda tells a function. */
    env: {
      ...{ AWS_REGION: REGION, AWS_ENDPOINT_URL_KMS: `http://127.0.0.1:${port}` },
      ...{ AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId, AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey },
      AWS_SESSION_TOKEN: CREDENTIALS.sessionToken,
    } satisfies Environment,
    calls,
    addKey: ({ alias = "", curve = "P-256", usage = "SIGN_VERIFY" } = {}): string => {
      const arn = `arn:aws-cn:kms:${REGION}:111122223333:key/${randomUUID()}`;
      keys.set(arn, { ...keyPair(curve), arn, usage, state: "Enabled" });
      if (alias) aliases.set(alias, arn);
      return arn;
    },
    setState: (arn: string, state: State): void => {
      const key = keys.get(arn);
      if (key) key.state = state;
    },
    /** From now on it signs with another private part than its public one belongs to. */
    mistake: (arn: string): void => {
      const key = keys.get(arn);
      if (key) key.privateKey = keyPair("P-256").privateKey;
    },
    /** The next calls meet these. */
    failNext: (...next: readonly Failure[]): void => void failures.push(...next),
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const publicKeyOf = ({ arn, publicKey, usage }: Key): Answer => ({
  status: 200,
  body: {
    ...{ KeyId: arn, KeyUsage: usage, KeySpec: "ECC_NIST_P256", SigningAlgorithms: ["ECDSA_SHA_256"] },
    PublicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  },
});

function signatureOf({ arn, privateKey, usage }: Key, body: Body): Answer {
  if (usage !== "SIGN_VERIFY") return refusal("InvalidKeyUsageException");
  const { Message = "", MessageType, SigningAlgorithm } = body;
  const digest = Buffer.from(Message, "base64");
  if (MessageType !== "DIGEST" || SigningAlgorithm !== "ECDSA_SHA_256" || digest.length !== 32)
    return refusal("ValidationException");
  return {
    status: 200,
    body: { KeyId: arn, SigningAlgorithm, Signature: signDigest(privateKey, digest).toString("base64") },
  };
}

/** The order of P-256. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);

/** ECDSA (FIPS 186-5, 6.4) of a digest as it is, in DER: Node would hash it once more. */
function signDigest(key: KeyObject, digest: Buffer): Buffer {
  const d = numberOf(Buffer.from(String(key.export({ format: "jwk" }).d), "base64url"));
  const once = createECDH("prime256v1");
  const point = once.generateKeys();
  const r = numberOf(point.subarray(1, 33)) % ORDER;
  const s = (inverse(numberOf(once.getPrivateKey())) * (numberOf(digest) + r * d)) % ORDER;
  const numbers = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.from([0x30, numbers.length]), numbers]);
}

/** By Fermat's little theorem. */
function inverse(of: bigint): bigint {
  let [result, base] = [1n, of % ORDER];
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER;
    base = (base * base) % ORDER;
  }
  return result;
}

function derInteger(number: bigint): Buffer {
  const hex = number.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const digits = Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
  return Buffer.concat([Buffer.from([0x02, digits.length]), digits]);
}

/** Whether the call's signature is the one that the SDK makes for this very call. */
async function isSigned(headers: IncomingHttpHeaders, body: string): Promise<boolean> {
  const signer = new SignatureV4({
    ...{ credentials: CREDENTIALS, region: REGION, service: "kms", sha256, applyChecksum: false },
  });
  const names = /SignedHeaders=([\w;-]+)/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
  const at = String(headers["x-amz-date"]).replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z");
  const made = new Set(["x-amz-date", "x-amz-security-token"]);
  const signed = await signer.sign(
    {
      ...{ method: "POST", protocol: "http:", hostname: "127.0.0.1", path: "/", body },
      headers: Object.fromEntries(
        names.filter((name) => !made.has(name)).map((name) => [name, String(headers[name])]),
      ),
    },
    { signingDate: new Date(at) },
  );
  return signed.headers["authorization"] === headers.authorization;
}
