import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileLink, FilePlace } from "../../../services/kernel/files/file-store.ts";
import { openS3Files } from "../../../services/kernel/files/s3-files.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";
import { pdfOf, sha256Of } from "../../support/material-files.ts";
import { startS3Bucket } from "../../support/s3-bucket.ts";

const CREDENTIALS = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  sessionToken: "abc/+=XYZ0123456789",
};
const BYTES = pdfOf("合同");
const EXPECTED = { sizeBytes: BYTES.length, sha256: sha256Of(BYTES), contentType: "application/pdf" };

let now = "2026-03-02T02:00:00.000Z" as Instant;
let bucket: Awaited<ReturnType<typeof startS3Bucket>>;
let files: ReturnType<typeof openS3Files>;
beforeAll(async () => {
  bucket = await startS3Bucket(CREDENTIALS, "cn-north-1", () => now);
  files = openS3Files({
    url: bucket.url,
    region: async () => "cn-north-1",
    credentials: async () => CREDENTIALS,
    now: () => now,
  });
});
afterAll(() => bucket.stop());

let count = 0;
function newPlace(): FilePlace {
  count += 1;
  return {
    mode: "live",
    record: "app_0123456789abcdef",
    file: `mat_${String(count).padStart(16, "0")}`,
  };
}
const keyOf = ({ mode, record, file }: FilePlace, prefix = "uploads") =>
  `${prefix}/${mode}/${record}/${file}`;

/** As a browser does: the length is the body's own. */
async function send({ url, method, headers }: FileLink, bytes: Uint8Array, change = {}): Promise<number> {
  const { "content-length": _, ...given } = headers;
  const sent = { method, headers: { ...given, ...change }, body: new Uint8Array(bytes) };
  return (await fetch(url, sent)).status;
}

async function uploadFile(): Promise<FilePlace> {
  const place = newPlace();
  expect(await send(await files.store.uploadLink(place, EXPECTED, 900), BYTES)).toBe(200);
  return place;
}

describe("an upload link to S3", () => {
  it("takes the announced bytes, which the store then finds with their size, checksum and beginning", async () => {
    expect(await files.store.findUpload(await uploadFile())).toEqual({
      ...{ sizeBytes: BYTES.length, sha256: sha256Of(BYTES) },
      head: new Uint8Array(BYTES.subarray(0, 16)),
    });
  });

  it("takes no other bytes, length, type or checksum, and nothing without the checksum", async () => {
    const place = newPlace();
    const link = await files.store.uploadLink(place, EXPECTED, 900);
    const other = Buffer.from(BYTES);
    other.writeUInt8(0x21, 9);
    expect(await send(link, other)).toBe(400);
    expect(await send(link, Buffer.concat([BYTES, BYTES]))).toBe(403);
    expect(await send(link, BYTES, { "content-type": "text/html" })).toBe(403);
    expect(await send(link, other, { "x-amz-checksum-sha256": "AAAA" })).toBe(403);
    const { "x-amz-checksum-sha256": _, ...headers } = link.headers;
    expect(await send({ ...link, headers }, BYTES)).toBe(403);
    expect(await files.store.findUpload(place)).toBeUndefined();
  });

  it("takes no tag from the sender, who so cannot pass a file off as scanned", async () => {
    const link = await files.store.uploadLink(newPlace(), EXPECTED, 900);
    const tag = "GuardDutyMalwareScanStatus=NO_THREATS_FOUND";
    expect(await send(link, BYTES, { "x-amz-tagging": tag })).toBe(403);
  });

  it("takes nothing for another file, and nothing once it is over", async () => {
    const [place, other] = [newPlace(), newPlace()];
    const link = await files.store.uploadLink(place, EXPECTED, 900);
    expect(await send({ ...link, url: link.url.replace(place.file, other.file) }, BYTES)).toBe(403);
    expect(await send({ ...link, url: link.url.replace("Expires=900", "Expires=90000") }, BYTES)).toBe(403);
    now = "2026-03-02T02:15:01.000Z" as Instant;
    expect(await send(link, BYTES)).toBe(403);
    now = "2026-03-02T02:00:00.000Z" as Instant;
  });
});

describe("the scanner's word", () => {
  it.each([
    [undefined, "PENDING"],
    ["NO_THREATS_FOUND", "CLEAN"],
    ["THREATS_FOUND", "INFECTED"],
    ["UNSUPPORTED", "UNSCANNABLE"],
    ["ACCESS_DENIED", "UNSCANNABLE"],
    ["FAILED", "UNSCANNABLE"],
  ])("of %s is %s", async (tag, verdict) => {
    const place = await uploadFile();
    if (tag) bucket.tag(keyOf(place), tag);
    expect(await files.scan(place)).toBe(verdict);
  });
});

describe("a file that is kept", () => {
  it("is copied to where it stays, and fetched by a link under its name", async () => {
    const place = await uploadFile();
    await files.store.keep(place);
    await files.store.keep(place);
    expect(bucket.objects.get(keyOf(place, "kept"))?.bytes).toEqual(BYTES);
    const as = { name: "合同 'a' (1)*.pdf", contentType: "application/pdf" };
    const { url } = await files.store.downloadLink(place, as, 300);
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''%E5%90%88/);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES);
  });

  it("is not kept where it is not there", async () => {
    await expect(files.store.keep(newPlace())).rejects.toThrow("S3 answered 404 to PUT");
  });
});

describe("S3 in trouble", () => {
  it("is asked once more, and then a fault names neither the file nor the link", async () => {
    const place = await uploadFile();
    bucket.failNext(503);
    expect(await files.scan(place)).toBe("PENDING");
    bucket.failNext(503, 500);
    const fault = await files.scan(place).catch((error: unknown) => String(error));
    expect(fault).toBe("Error: S3 answered 500 to GET");
  });

  it("is not believed where it refuses what the platform may do", async () => {
    const place = await uploadFile();
    bucket.failNext(403, 403);
    await expect(files.store.findUpload(place)).rejects.toThrow("S3 answered 403");
  });
});
