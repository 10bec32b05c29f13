import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { weighted } from "./weighted.ts";

const compress = promisify(gzip);

/**
 * The answer, gzip'd where Accept-Encoding prefers that to bytes as they are. Lambda hands on text only, so what is
 * compressed travels to the gateway as base64.
 */
export async function encoded(
  answer: APIGatewayProxyStructuredResultV2 & { readonly body: string },
  acceptEncoding: string | undefined,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (!prefersGzip(acceptEncoding)) return answer;
  const bytes = await compress(answer.body);
  return {
    ...answer,
    headers: { ...answer.headers, "content-encoding": "gzip" },
    body: bytes.toString("base64"),
    isBase64Encoded: true,
  };
}

/** By RFC 9110, 12.5.3. A client that names neither gets the bytes as they are. */
export function prefersGzip(acceptEncoding: string | undefined): boolean {
  const codings = weighted(acceptEncoding);
  const weightOf = (...names: readonly string[]): number | undefined =>
    codings.find(({ value }) => names.includes(value))?.weight;
  const gzipped = weightOf("gzip", "x-gzip") ?? weightOf("*") ?? 0;
  return gzipped > 0 && gzipped >= (weightOf("identity") ?? 0);
}
