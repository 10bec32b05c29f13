import { createHmac, createSecretKey, hash, type KeyObject } from "node:crypto";

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

/** A call of one AWS service in one region: a POST to `/` without a query. */
export type SignedCall = {
  readonly host: string;
  readonly region: string;
  readonly service: string;
  /** Of the JSON protocol. */
  readonly version: string;
  readonly target: string;
  readonly body: string;
};

const SIGNED = "content-type;host;x-amz-date;x-amz-target";
const SIGNED_WITH_TOKEN = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";

export type Sign = (call: SignedCall, credentials: Credentials, at: Date) => Record<string, string>;

/**
 * Signs calls by AWS Signature Version 4 and gives the headers to send. The day's key is derived once and kept as a
 * key object: importing it anew is most of what a signer spends.
 */
export function openSigner(): Sign {
  const kept: { of?: string; key?: KeyObject } = {};
  const keyFor = (scope: string, { secretAccessKey }: Credentials): KeyObject => {
    const of = `${scope}/${secretAccessKey}`;
    if (kept.of === of && kept.key) return kept.key;
    kept.of = of;
    kept.key = signingKey(scope, secretAccessKey);
    return kept.key;
  };

  return ({ host, region, service, version, target, body }, credentials, at) => {
    const contentType = `application/x-amz-json-${version}`;
    const time = `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
    const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
    const { accessKeyId, sessionToken } = credentials;
    // In the order of their names, as the signature wants them.
    const token = sessionToken ? `x-amz-security-token:${sessionToken}\n` : "";
    const lines = `content-type:${contentType}\nhost:${host}\nx-amz-date:${time}\n${token}x-amz-target:${target}\n`;
    const names = sessionToken ? SIGNED_WITH_TOKEN : SIGNED;
    const request = `POST\n/\n\n${lines}\n${names}\n${hash("sha256", body)}`;
    const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash("sha256", request)}`;
    const signature = createHmac("sha256", keyFor(scope, credentials)).update(text).digest("hex");
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
    return {
      "content-type": contentType,
      host,
      "x-amz-date": time,
      ...(sessionToken ? { "x-amz-security-token": sessionToken } : {}),
      "x-amz-target": target,
      authorization,
    };
  };
}

function signingKey(scope: string, secret: string): KeyObject {
  const key = scope
    .split("/")
    .reduce<string | Buffer>((of, part) => createHmac("sha256", of).update(part).digest(), `AWS4${secret}`);
  return createSecretKey(Buffer.from(key));
}
