import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServedDocument } from "../../../services/kernel/documents/document.ts";
import type { PutDocument } from "../../../services/kernel/documents/publish-documents.ts";
import { openS3Documents } from "../../../services/kernel/documents/s3-documents.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { startS3Bucket } from "../../support/s3-bucket.ts";

const CREDENTIALS = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  sessionToken: "abc/+=XYZ0123456789",
};
const NOW = "2026-03-02T02:00:00.000Z" as Instant;
const KEY = "documents/licences/status/live/7";
const DOCUMENT: ServedDocument = {
  path: `/${KEY}`,
  contentType: "application/statuslist+jwt",
  maxAgeS: 60,
  body: "一页",
};

let bucket: Awaited<ReturnType<typeof startS3Bucket>>;
let put: PutDocument;
beforeAll(async () => {
  bucket = await startS3Bucket(CREDENTIALS, "ap-southeast-1", () => NOW);
  put = openS3Documents({
    url: bucket.url,
    region: async () => "ap-southeast-1",
    credentials: async () => CREDENTIALS,
    now: () => NOW,
  });
});
afterAll(() => bucket.stop());
beforeEach(() => {
  bucket.calls.splice(0);
});

describe("a document in S3", () => {
  it("stands at its path, with its type and for how long it may be kept, in place of the one before", async () => {
    await put({ ...DOCUMENT, body: "before" });
    await put(DOCUMENT);
    expect(bucket.objects.get(KEY)).toMatchObject({
      ...{ type: "application/statuslist+jwt", cacheControl: "public, max-age=60" },
      bytes: Buffer.from("一页"),
    });
    expect(bucket.calls).toEqual([`PUT /${KEY}`, `PUT /${KEY}`]);
  });

  it("is put once more where S3 fails, and then it is a fault that tells no address", async () => {
    bucket.failNext(503);
    await put(DOCUMENT);
    bucket.failNext(503, 500);
    await expect(put(DOCUMENT)).rejects.toThrow(new Error("S3 answered 500 to PUT"));
    bucket.failNext(403);
    await expect(put(DOCUMENT)).rejects.toThrow(new Error("S3 answered 403 to PUT"));
    expect(bucket.calls).toHaveLength(5);
  });
});
