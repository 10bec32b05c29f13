import { describe, expect, it } from "vitest";
import { signLink } from "../../../services/kernel/files/s3-signature.ts";

describe("a link to S3", () => {
  it("carries the signature of the example that AWS has published", () => {
    // Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)".
    const link = signLink(
      {
        method: "GET",
        bucket: new URL("https://examplebucket.s3.amazonaws.com"),
        key: "test.txt",
        seconds: 86_400,
      },
      "us-east-1",
      { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
      new Date("2013-05-24T00:00:00Z"),
    );
    expect(link).toBe(
      "https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    );
  });
});
