import { FILE_PREFIXES } from "../process/config.ts";
import {
  FILE_HEAD_BYTES,
  type FilePlace,
  type Files,
  filePath,
  type ScanVerdict,
  type StoredFile,
} from "./file-store.ts";
import { type Bucket, openS3Calls, type S3Call } from "./s3-calls.ts";

/** A confirmation makes four calls, two of them together; all attempts end before the function does. */
const CALL_LIMITS = { timeoutMs: 1_300, attemptsMax: 2 };

/** Hangs on an object once GuardDuty Malware Protection for S3 has scanned it. */
const SCAN_TAG = /<Key>GuardDutyMalwareScanStatus<\/Key>\s*<Value>([A-Z_]+)<\/Value>/;
const VERDICTS: Readonly<Record<string, ScanVerdict>> = {
  NO_THREATS_FOUND: "CLEAN",
  THREATS_FOUND: "INFECTED",
};

const upload = (place: FilePlace): string => filePath(FILE_PREFIXES.uploads, place);
const keptPath = (place: FilePlace): string => filePath(FILE_PREFIXES.kept, place);

/**
 * Files in an S3 bucket. A front-end that uploads sends exactly the announced bytes: length, type and checksum are
 * signed as headers, and S3 compares the checksum with what arrives. Throws where S3 does not answer as it should.
 */
export function openS3Files(bucket: Bucket): Files {
  const { link, call } = openS3Calls(bucket, CALL_LIMITS);
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
      keep: (place) => copy(call, `${nameOf(bucket.url)}/${upload(place)}`, keptPath(place)),
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

async function findUpload(call: S3Call, key: string): Promise<StoredFile | undefined> {
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

async function copy(call: S3Call, from: string, key: string): Promise<void> {
  // The scanner's tag is left behind: it speaks of what was put, and only what is clean is copied.
  const headers = { "x-amz-copy-source": from, "x-amz-tagging-directive": "REPLACE" };
  const { body } = await call({ method: "PUT", key, headers }, 200);
  // A copy that fails on its way answers 200 as well.
  if (!Buffer.from(body).includes("<CopyObjectResult")) throw new Error("S3 did not copy a file");
}

async function readVerdict(call: S3Call, key: string): Promise<ScanVerdict> {
  const { body } = await call({ method: "GET", key, query: { tagging: "" } }, 200);
  const verdict = SCAN_TAG.exec(Buffer.from(body).toString("utf8"))?.[1];
  return verdict === undefined ? "PENDING" : (VERDICTS[verdict] ?? "UNSCANNABLE");
}
