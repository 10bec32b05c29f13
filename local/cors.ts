import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

/**
 * The headers that a front-end may send, and read of an answer. Deployed, the gateway says the same
 * (infra/service-stack.ts).
 */
export const CORS = {
  headers: [
    ...["accept-language", "authorization", "content-type", "x-api-key"],
    // Headers that Apollo Client sends of itself.
    ...["apollo-require-preflight", "apollographql-client-name", "apollographql-client-version"],
    "x-apollo-operation-name",
  ],
  exposed: ["x-request-id", "www-authenticate"],
} as const;

const MAX_AGE_SECONDS = 3_600;

/** Whether an origin is of this machine: any port, and any name that leads to the loopback. */
export function isLoopback(origin: string): boolean {
  const url = URL.parse(origin);
  if (!url || url.origin !== origin || !["http:", "https:"].includes(url.protocol)) return false;
  return /^(?:(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

/** The headers of an answer to a browser that asks for a page of this machine; nothing to any other. */
export function corsHeaders({ origin }: IncomingHttpHeaders): OutgoingHttpHeaders {
  if (origin === undefined || !isLoopback(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": CORS.exposed.join(", "),
  };
}

/** The answer to a preflight; undefined for a request that is none, or comes from elsewhere. */
export function preflightHeaders(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  { methods, allowed = CORS.headers }: { readonly methods: string; readonly allowed?: readonly string[] },
): OutgoingHttpHeaders | undefined {
  const { origin, "access-control-request-method": wanted } = headers;
  if (method !== "OPTIONS" || wanted === undefined || origin === undefined || !isLoopback(origin))
    return undefined;
  return {
    ...corsHeaders(headers),
    vary: "origin",
    "access-control-allow-methods": methods,
    "access-control-allow-headers": allowed.join(", "),
    "access-control-max-age": String(MAX_AGE_SECONDS),
  };
}
