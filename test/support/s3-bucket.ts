import { createHash } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SignatureV4 } from "@smithy/signature-v4";

type Keys = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};
type Stored = {
  readonly bytes: Buffer;
  readonly type: string;
  readonly cacheControl: string | undefined;
  readonly tags: Map<string, string>;
};

const { sha256 } = new DynamoDBClient({ region: "cn-north-1" }).config;
const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64");

/**
 * A bucket as S3's documentation has it, as far as the platform uses one: links by Signature Version 4, verified with
 * the SDK's own signer, checksums that come as headers, ranges, copies and tags. Fails on any other call.
 */
export async function startS3Bucket(credentials: Keys, region: string, now: () => string) {
  const objects = new Map<string, Stored>();
  const calls: string[] = [];
  const failures: number[] = [];

  /** Whether the link's signature is the one that the SDK makes for this very request. */
  async function isSigned(method: string, url: URL, headers: IncomingHttpHeaders): Promise<boolean> {
    const query = Object.fromEntries(url.searchParams);
    const { "X-Amz-Signature": given = "", "X-Amz-SignedHeaders": names = "", "X-Amz-Date": at = "" } = query;
    const { "X-Amz-Expires": seconds = "" } = query;
    const signingDate = new Date(at.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));
    if (Date.parse(now()) > signingDate.getTime() + Number(seconds) * 1_000) return false;
    // S3 takes no header that is not signed, least of all a tag.
    const isForeign = (name: string) => name.startsWith("x-amz-") && !names.split(";").includes(name);
    if (Object.keys(headers).some(isForeign)) return false;
    const rest = Object.entries(query).filter(([name]) => !name.startsWith("X-Amz-"));
    const signed = names.split(";").map((name) => [name, String(headers[name] ?? "")] as const);
    const signer = new SignatureV4({
      ...{ credentials, region, service: "s3", sha256, applyChecksum: false, uriEscapePath: false },
    });
    const request = {
      ...{ method, protocol: "http:", hostname: url.hostname, port: Number(url.port), path: url.pathname },
      query: Object.fromEntries(rest),
      headers: Object.fromEntries(signed),
      // Of a stream the signer knows no hash, so that its payload stands unsigned, as in every link.
      body: Readable.from([]),
    };
    const unhoistableHeaders = new Set(names.split(";"));
    const made = await signer.presign(request, {
      ...{ signingDate, expiresIn: Number(seconds), unhoistableHeaders, signableHeaders: unhoistableHeaders },
    });
    return made.query?.["X-Amz-Signature"] === given;
  }

  const server = createServer(async (request, response) => {
    const { method = "", headers } = request;
    const url = new URL(request.url ?? "/", `http://${headers.host}`);
    const body = await buffer(request);
    const answer = (status: number, text: string | Buffer = "", more: Record<string, string> = {}) =>
      response.writeHead(status, more).end(method === "HEAD" ? undefined : text);
    calls.push(`${method} ${url.pathname}${url.searchParams.has("tagging") ? "?tagging" : ""}`);
    const failure = failures.shift();
    if (failure) return answer(failure);
    if (!(await isSigned(method, url, headers))) return answer(403, "SignatureDoesNotMatch");
    const key = url.pathname.slice(1);
    const source = headers["x-amz-copy-source"];
    if (method === "PUT" && typeof source === "string") {
      const copied = objects.get(source.slice(source.indexOf("/") + 1));
      if (!copied) return answer(404, "NoSuchKey");
      objects.set(key, { ...copied, tags: new Map() });
      return answer(200, "<CopyObjectResult></CopyObjectResult>");
    }
    if (method === "PUT") {
      const checksum = headers["x-amz-checksum-sha256"];
      if (checksum !== undefined && checksum !== digest(body)) return answer(400, "BadDigest");
      const { "content-type": type = "", "cache-control": cacheControl } = headers;
      objects.set(key, { bytes: body, type, cacheControl, tags: new Map() });
      return answer(200);
    }
    const found = objects.get(key);
    if (!found) return answer(404, "NoSuchKey");
    if (url.searchParams.has("tagging")) {
      const tags = [...found.tags].map(([k, v]) => `<Tag><Key>${k}</Key><Value>${v}</Value></Tag>`).join("");
      return answer(200, `<?xml version="1.0"?><Tagging><TagSet>${tags}</TagSet></Tagging>`);
    }
    if (method === "HEAD") {
      const checksum = headers["x-amz-checksum-mode"] === "ENABLED" ? digest(found.bytes) : undefined;
      return answer(200, "", {
        "content-length": String(found.bytes.length),
        ...(checksum ? { "x-amz-checksum-sha256": checksum } : {}),
      });
    }
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? "") ?? [];
    if (from && to) return answer(206, found.bytes.subarray(Number(from), Number(to) + 1));
    return answer(200, found.bytes, {
      "content-type": url.searchParams.get("response-content-type") ?? found.type,
      "content-disposition": url.searchParams.get("response-content-disposition") ?? "inline",
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    objects,
    calls,
    /** The next calls are answered with these instead. */
    failNext: (...statuses: readonly number[]): void => void failures.push(...statuses),
    /** The work of the malware protection once it has scanned an object. */
    tag: (key: string, verdict: string): void =>
      void objects.get(key)?.tags.set("GuardDutyMalwareScanStatus", verdict),
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
