import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSigner } from "../../../services/kernel/aws/signature.ts";

const { sha256 } = new DynamoDBClient({ region: "cn-north-1" }).config;
const CREDENTIALS = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
};

describe("a signed call", () => {
  it("carries the signature that the SDK's own signer makes, whatever the body, time and credentials", async () => {
    const sign = openSigner();
    const times = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    const tokens = fc.option(fc.string({ unit: fc.constantFrom(..."abcXYZ019/+="), minLength: 20 }), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(fc.json(), times, tokens, async (body, at, sessionToken) => {
        const credentials = { ...CREDENTIALS, ...(sessionToken ? { sessionToken } : {}) };
        const [host, region, service] = ["dynamodb.cn-north-1.amazonaws.com.cn", "cn-north-1", "dynamodb"];
        const target = "DynamoDB_20120810.GetItem";
        const headers = sign({ host, region, service, version: "1.0", target, body }, credentials, at);
        const signer = new SignatureV4({
          credentials,
          region,
          service,
          sha256,
          applyChecksum: false,
        });
        const { authorization: _, "x-amz-date": __, "x-amz-security-token": ___, ...unsigned } = headers;
        const request = {
          method: "POST",
          protocol: "https:",
          hostname: host,
          path: "/",
          headers: unsigned,
          body,
        };
        const signed = await signer.sign(request, { signingDate: at });
        expect(signed.headers).toEqual(headers);
      }),
      { numRuns: 50 },
    );
  });
});
