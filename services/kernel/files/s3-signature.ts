import { createHmac, hash } from "node:crypto";
import type { Credentials } from "../aws/signature.ts";

/** A request to S3 that whoever holds its link may send, as it is and for so long. */
export type S3Request = {
  readonly method: "GET" | "HEAD" | "PUT";
  /** The bucket's own address. */
  readonly bucket: URL;
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Signed as headers: S3 checks a checksum only where it comes as one. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly seconds: number;
};

const ALGORITHM = "AWS4-HMAC-SHA256";

/**
 * Signs a link by AWS Signature Version 4 with query parameters. Its signature covers method, key, query and headers,
 * so a link for one size, type and checksum takes nothing else; the payload itself S3 checks against the checksum.
 */
export function signLink(
  { method, bucket, key, query = {}, headers = {}, seconds }: S3Request,
  region: string,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  at: Date,
): string {
  const time = `${at.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
  const signed = sortByName({ ...headers, host: bucket.host });
  const names = signed.map(([name]) => name).join(";");
  const parameters = sortByName({
    ...query,
    "X-Amz-Algorithm": ALGORITHM,
    "X-Amz-Credential": `${accessKeyId}/${scope}`,
    "X-Amz-Date": time,
    "X-Amz-Expires": String(seconds),
    "X-Amz-SignedHeaders": names,
    ...(sessionToken ? { "X-Amz-Security-Token": sessionToken } : {}),
  });
  const path = `/${key.split("/").map(encode).join("/")}`;
  const text = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  const lines = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join("");
  const request = `${method}\n${path}\n${text}\n${lines}\n${names}\nUNSIGNED-PAYLOAD`;
  const toSign = `${ALGORITHM}\n${time}\n${scope}\n${hash("sha256", request)}`;
  const signingKey = scope
    .split("/")
    .reduce<string | Buffer>(
      (of, part) => createHmac("sha256", of).update(part).digest(),
      `AWS4${secretAccessKey}`,
    );
  const signature = createHmac("sha256", signingKey).update(toSign).digest("hex");
  return `${bucket.origin}${path}?${text}&X-Amz-Signature=${signature}`;
}

const sortByName = (record: Readonly<Record<string, string>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** RFC 3986: all but unreserved characters. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
