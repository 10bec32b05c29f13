import { hash } from "node:crypto";
import { type Bucket, openS3Calls } from "../files/s3-calls.ts";
import { cacheControlOf } from "./document.ts";
import type { PutDocument } from "./publish-documents.ts";

/** One that did not come through is put again by the next run. */
const CALL_LIMITS = { timeoutMs: 3_000, attemptsMax: 2 };

/**
 * Documents in an S3 bucket, from which an edge serves them. S3 replaces an object at once and whole, and compares what arrives
 * with its checksum. Throws where S3 does not answer as it should.
 */
export function openS3Documents(bucket: Bucket): PutDocument {
  const { call } = openS3Calls(bucket, CALL_LIMITS);
  return async ({ path, contentType, maxAgeS, body }) => {
    const headers = {
      "cache-control": cacheControlOf(maxAgeS),
      "content-type": contentType,
      "x-amz-checksum-sha256": hash("sha256", body, "base64"),
    };
    await call({ method: "PUT", key: path.slice(1), headers, body }, 200);
  };
}
