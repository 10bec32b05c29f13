import { hash } from "node:crypto";
import { type AwsEnvironment, readAwsEnvironment } from "../../../kernel/aws/environment.ts";
import { AwsRefusal, isFinalRefusal, type JsonCall, openJsonCalls } from "../../../kernel/aws/json-calls.ts";
import type { CallLimits } from "../../../kernel/aws/post.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Environment } from "../../../kernel/settings.ts";
import { rawSignature } from "./ecdsa-signature.ts";
import { type PublicKey, p256KeyOfSpki } from "./public-key.ts";

/** A signature is made while somebody waits; all attempts are over before the function's own time is. */
const LIMITS: CallLimits = { connectTimeoutMs: 1_000, answerTimeoutMs: 1_500, attemptsMax: 3 };

/** An ARN of a key or an alias in whichever partition, or an alias' name. */
const NAME = /^(?:arn:aws(?:-[a-z]+)*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/|alias\/)[\w/-]{1,256}$/;

export type KmsProblem =
  | { readonly code: "KMS_KEY_INVALID" }
  /** KMS' own name for the reason, such as NotFoundException or AccessDeniedException. */
  | { readonly code: "ISSUER_KEY_UNREACHABLE"; readonly values: { readonly reason: string } }
  /** It is none on P-256 that signs. */
  | { readonly code: "ISSUER_KEY_UNFIT" };

/** KMS refuses to sign with a key, and will: it is disabled, is to be deleted, or is not ours. `name` is KMS' own for why. */
export class KmsKeyUnusable extends Error {
  constructor(name: string, arn: string) {
    super(`${arn} signs nothing`);
    this.name = name;
  }
}

/** Keys in AWS KMS whose private parts nobody has, and that sign for us. */
export type KmsKeys = {
  /** The key that an ARN or an alias means now. */
  readonly find: (
    name: string,
  ) => Promise<Result<{ readonly arn: string; readonly publicKey: PublicKey }, KmsProblem>>;
  /** ES256, as r and s. Throws KmsKeyUnusable, or what kept the answer back. */
  readonly sign: (arn: string, message: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
};

declare module "../../../kernel/parts.ts" {
  interface Parts {
    /** The keys that are in KMS; undefined where the process is told of no AWS, as on a developer's machine. */
    readonly kmsKeys: KmsKeys | undefined;
  }
}

const REQUIRED = ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const;

/** Calls nobody until a key is asked for. */
export const openKmsKeys = (env: Environment): KmsKeys | undefined =>
  REQUIRED.every((name) => env[name]) ? kmsKeysBy(callsOf(readAwsEnvironment(env))) : undefined;

const callsOf = ({ region, credentials, endpointOf }: AwsEnvironment): JsonCall =>
  openJsonCalls(() => ({
    ...{ name: "kms", version: "1.1", endpoint: endpointOf("kms"), region, credentials, limits: LIMITS },
  }));

type PublicKeyAnswer = {
  readonly KeyId: string;
  readonly PublicKey: string;
  readonly KeyUsage: string;
};

const kmsKeysBy = (call: JsonCall): KmsKeys => ({
  find: async (name) => {
    if (!NAME.test(name)) return err({ code: "KMS_KEY_INVALID" });
    const found = await answered(call("TrentService.GetPublicKey", JSON.stringify({ KeyId: name })));
    if (found instanceof AwsRefusal)
      return err({ code: "ISSUER_KEY_UNREACHABLE", values: { reason: found.name } });
    const { KeyId, PublicKey, KeyUsage }: PublicKeyAnswer = JSON.parse(found);
    const publicKey =
      KeyUsage === "SIGN_VERIFY" ? p256KeyOfSpki(Buffer.from(PublicKey, "base64")) : undefined;
    return publicKey ? ok({ arn: KeyId, publicKey }) : err({ code: "ISSUER_KEY_UNFIT" });
  },
  sign: async (arn, message) => {
    const body = {
      KeyId: arn,
      Message: hash("sha256", message, "base64"),
      MessageType: "DIGEST",
      SigningAlgorithm: "ECDSA_SHA_256",
    };
    const signed = await answered(call("TrentService.Sign", JSON.stringify(body)));
    if (signed instanceof AwsRefusal) throw new KmsKeyUnusable(signed.name, arn);
    const { Signature }: { readonly Signature: string } = JSON.parse(signed);
    return rawSignature(Buffer.from(Signature, "base64"));
  },
});

/** The answer, or a refusal that stands. Throws what may be otherwise in a moment: KMS is throttling, or is not well. */
async function answered(call: Promise<string>): Promise<string | AwsRefusal> {
  try {
    return await call;
  } catch (error) {
    if (isFinalRefusal(error)) return error;
    throw error;
  }
}
