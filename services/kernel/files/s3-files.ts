import { handleAll } from "cockatiel";
import type { Credentials } from "../aws/signature.ts";
import { isFields } from "../fields.ts";
import { FILE_PREFIXES } from "../process/config.ts";
import { repeating } from "../repeat.ts";
import type { Instant } from "../runtime.ts";
import {
  FILE_HEAD_BYTES,
  type FilePlace,
  type Files,
  filePath,
  type ScanVerdict,
  type StoredFile,
} from "./file-store.ts";
import { type S3Request, signLink } from "./s3-signature.ts";

export type Bucket = {
  /** The bucket's own address. */
  readonly url: URL;
  readonly region: () => Promise<string>;
  readonly credentials: () => Promise<Credentials>;
  readonly now: () => Instant;
};

/** A confirmation makes four calls, two of them together; all attempts end before the function does. */
const CALL_TIMEOUT_MS = 1_300;
const ATTEMPTS_MAX = 2;
const BACKOFF_MS = 100;
/** Of the platform's own calls, which are sent at once. */
const CALL_SECONDS = 60;

/** Hangs on an object once GuardDuty Malware Protection for S3 has scanned it. */
const SCAN_TAG = /<Key>GuardDutyMalwareScanStatus<\/Key>\s*<Value>([A-Z_]+)<\/Value>/;
const VERDICTS: Readonly<Record<string, ScanVerdict>> = {
  NO_THREATS_FOUND: "CLEAN",
  THREATS_FOUND: "INFECTED",
};

type Answer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array };
type Request = Omit<S3Request, "bucket" | "seconds">;
type Call = (request: Request, ...taken: readonly number[]) => Promise<Answer>;

const upload = (place: FilePlace): string => filePath(FILE_PREFIXES.uploads, place);
const keptPath = (place: FilePlace): string => filePath(FILE_PREFIXES.kept, place);

/**
 * Files in an S3 bucket. A front-end that uploads sends exactly the announced bytes: length, type and checksum are
 * signed as headers, and S3 compares the checksum with what arrives. Throws where S3 does not answer as it should.
 */
export function openS3Files({ url: bucket, region, credentials, now }: Bucket): Files {
  const link = async (request: Request, seconds: number): Promise<string> => {
    const [where, by] = await Promise.all([region(), credentials()]);
    return signLink({ ...request, bucket, seconds }, where, by, new Date(now()));
  };
  const call: Call = async (request, ...taken) => {
    const { status, ...answer } = await onceMore.execute(async () =>
      send(await link(request, CALL_SECONDS), request),
    );
    // Neither the key nor the link: both tell of somebody's case.
    if (!taken.includes(status)) throw new Error(`S3 answered ${status} to ${request.method}`);
    return { status, ...answer };
  };
  return {
    store: {
      uploadLink: async (place, { sizeBytes, sha256, contentType }, seconds) => {
        const headers = {
          "content-length": String(sizeBytes),
          "content-type": contentType,
          "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64"),
        };
        const url = await link({ method: "PUT", key: upload(place), headers }, seconds);
        return { method: "PUT", url, headers };
      },
      findUpload: (place) => findUpload(call, upload(place)),
      keep: (place) => copy(call, `${nameOf(bucket)}/${upload(place)}`, keptPath(place)),
      downloadLink: async (place, { name, contentType }, seconds) => {
        const query = {
          "response-content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          "response-content-type": contentType,
        };
        const url = await link({ method: "GET", key: keptPath(place), query }, seconds);
        return { method: "GET", url, headers: {} };
      },
    },
    scan: (place) => readVerdict(call, upload(place)),
  };
}

/** Of `https://{name}.s3.{region}.amazonaws.com`. */
const nameOf = ({ hostname }: URL): string => hostname.split(".s3.", 1).join("");

async function findUpload(call: Call, key: string): Promise<StoredFile | undefined> {
  const [whole, start] = await Promise.all([
    call({ method: "HEAD", key, headers: { "x-amz-checksum-mode": "ENABLED" } }, 200, 404),
    call({ method: "GET", key, headers: { range: `bytes=0-${FILE_HEAD_BYTES - 1}` } }, 200, 206, 404),
  ]);
  if (whole.status === 404 || start.status === 404) return undefined;
  const checksum = whole.headers.get("x-amz-checksum-sha256");
  return {
    sizeBytes: Number(whole.headers.get("content-length")),
    sha256: checksum === null ? undefined : Buffer.from(checksum, "base64").toString("hex"),
    head: start.body,
  };
}

async function copy(call: Call, from: string, key: string): Promise<void> {
  // The scanner's tag is left behind: it speaks of what was put, and only what is clean is copied.
  const headers = { "x-amz-copy-source": from, "x-amz-tagging-directive": "REPLACE" };
  const { body } = await call({ method: "PUT", key, headers }, 200);
  // A copy that fails on its way answers 200 as well.
  if (!Buffer.from(body).includes("<CopyObjectResult")) throw new Error("S3 did not copy a file");
}

async function readVerdict(call: Call, key: string): Promise<ScanVerdict> {
  const { body } = await call({ method: "GET", key, query: { tagging: "" } }, 200);
  const verdict = SCAN_TAG.exec(Buffer.from(body).toString("utf8"))?.[1];
  return verdict === undefined ? "PENDING" : (VERDICTS[verdict] ?? "UNSCANNABLE");
}

async function send(url: string, { method, headers = {} }: Request): Promise<Answer> {
  const signal = AbortSignal.timeout(CALL_TIMEOUT_MS);
  const answer = await fetch(url, { method, headers: { ...headers }, redirect: "error", signal });
  return {
    status: answer.status,
    headers: answer.headers,
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

/** The library says of an answer no more than that there is one. */
const isFaultOfS3 = (answer: unknown): boolean => isFields(answer) && Number(answer["status"]) >= 500;

/** Asks again where a call failed on its way, or on the side of S3. */
const onceMore = repeating({
  on: handleAll.orWhenResult(isFaultOfS3),
  attemptsMax: ATTEMPTS_MAX,
  backoffMs: BACKOFF_MS,
});
