import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Actor } from "../kernel/actor.ts";
import type { MessageCode, SayIn } from "../kernel/message.ts";
import type { Log } from "../kernel/process/log.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { encoded } from "./content-coding.ts";
import type { Context } from "./context.ts";
import { type ErrorCode, PlatformError, present } from "./errors.ts";
import { languageOf } from "./language.ts";
import { brokenLimit, LIMITS } from "./limits.ts";
import { newNotes, requestFields } from "./request-line.ts";
import { inRequestScope, type RequestScope } from "./request-scope.ts";

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpResult = APIGatewayProxyStructuredResultV2;
export type HttpHandler = (event: HttpEvent) => Promise<HttpResult>;

export const GRAPHQL_PATH = "/graphql";

/**
 * Whether a path is the API's. A custom domain's mapping, or a stage, stands before it: `/api/graphql`,
 * `/prod/graphql`.
 */
export const isGraphqlPath = (path: string): boolean => /^(?:\/[^/]+)*\/graphql$/.test(path);

/** The headers on which an answer depends, beside its address. */
const VARY = "accept, accept-encoding, accept-language, authorization, x-api-key";

/** From API Gateway HTTP API v2 events to GraphQL and back; every answer is JSON and carries the request id. */
export function createHttpHandler(
  server: ApolloServer<Context>,
  contextOf: (event: HttpEvent) => Context,
  sayIn: SayIn,
  { log, metricsNamespace: namespace }: { readonly log: Log; readonly metricsNamespace: string },
): HttpHandler {
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return (event) => {
    const { requestId } = event.requestContext;
    const scope: RequestScope = {
      requestId,
      notes: newNotes(),
      say: sayIn(languageOf(event.headers["accept-language"])),
    };
    const started = performance.now();
    return inRequestScope(scope, async () => {
      const body = withinLimits(event, bodyOf(event));
      // Opened by Apollo once the request itself is in order, and only then.
      const opened: Context[] = [];
      const open = (): Context => {
        const context = contextOf(event);
        opened.push(context);
        return context;
      };
      const result = body.ok ? await execute(server, event, body.value, open) : refusal(body.error, scope);
      log("INFO", "request", {
        requestId,
        status: result.statusCode,
        durationMs: Math.round(performance.now() - started),
        ...opened[0]?.database.usage(),
        ...requestFields(scope.notes, await callerIn(opened[0]), { epochMs: Date.now(), namespace }),
      });
      const headers = {
        ...result.headers,
        ...challenge(result.statusCode, event),
        ...{ "x-request-id": requestId, "cache-control": "no-store", vary: VARY },
      };
      return encoded({ ...result, headers }, event.headers["accept-encoding"]);
    });
  };
}

/** The caller, if a credential held or none was sent; nobody whose request was refused before it was looked at. */
const callerIn = (context: Context | undefined): Promise<Actor | undefined> =>
  context?.authentication.catch(() => undefined) ?? Promise.resolve(undefined);

async function execute(
  server: ApolloServer<Context>,
  event: HttpEvent,
  body: unknown,
  open: () => Context,
): Promise<Answer> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(event.headers))
    if (value !== undefined) headers.set(name, value);
  const response = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: event.requestContext.http.method.toUpperCase(),
      headers,
      search: event.rawQueryString,
      body,
    },
    context: async () => open(),
  });
  if (response.body.kind !== "complete") throw new Error("answers in parts are not supported");
  return {
    statusCode: response.status ?? 200,
    headers: Object.fromEntries(response.headers),
    body: response.body.string,
  };
}

/** RFC 9110, 15.5.2, wants it with every 401; `error` after RFC 6750 only where something was sent that does not hold. */
function challenge(status: number, { headers }: HttpEvent): Readonly<Record<string, string>> {
  if (status !== 401) return {};
  const isSent = headers["authorization"] !== undefined || headers["x-api-key"] !== undefined;
  return { "www-authenticate": `Bearer realm="civigraph"${isSent ? ', error="invalid_token"' : ""}` };
}

type Answer = HttpResult & { readonly statusCode: number; readonly body: string };

type Problem = { readonly status: number; readonly error: PlatformError };

const problem = (status: number, code: ErrorCode, reason: MessageCode, limit?: string, max = 0) =>
  err({
    status,
    error: limit
      ? new PlatformError(code, reason, { limit, max: String(max) }, { limit, max })
      : new PlatformError(code, reason),
  });

/** The body, parsed, or what can be said against a request before anything of it is interpreted. */
function bodyOf({
  rawPath,
  body,
  headers,
  isBase64Encoded,
  requestContext,
}: HttpEvent): Result<unknown, Problem> {
  if (!isGraphqlPath(rawPath)) return problem(404, "NOT_FOUND", "UNKNOWN_PATH");
  if (requestContext.http.method !== "POST" || body === undefined) return ok("");
  const text = isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
  const max = LIMITS.BODY_BYTES_MAX;
  if (Buffer.byteLength(text) > max)
    return problem(413, "LIMIT_EXCEEDED", "LIMIT_EXCEEDED", "body bytes", max);
  if (!headers["content-type"]?.toLowerCase().startsWith("application/json")) {
    return problem(415, "BAD_USER_INPUT", "CONTENT_TYPE");
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed))
      return problem(400, "LIMIT_EXCEEDED", "BATCHING_OFF", "operations in a request", 1);
    return typeof parsed === "object" && parsed !== null
      ? ok(parsed)
      : problem(400, "BAD_USER_INPUT", "NOT_AN_OBJECT");
  } catch {
    return problem(400, "BAD_USER_INPUT", "MALFORMED_JSON");
  }
}

function withinLimits(event: HttpEvent, body: Result<unknown, Problem>): Result<unknown, Problem> {
  const broken = body.ok ? brokenLimit(documentOf(event, body.value)) : undefined;
  return broken ? problem(400, "LIMIT_EXCEEDED", "LIMIT_EXCEEDED", broken.limit, broken.max) : body;
}

function documentOf({ requestContext, rawQueryString }: HttpEvent, body: unknown): string {
  if (requestContext.http.method === "GET") return new URLSearchParams(rawQueryString).get("query") ?? "";
  const isDocument = typeof body === "object" && body !== null && "query" in body;
  return isDocument && typeof body.query === "string" ? body.query : "";
}

function refusal({ status, error }: Problem, scope: RequestScope): Answer {
  const { code: _, ...extensions } = error.extensions;
  scope.notes.codes.add(error.code);
  return {
    statusCode: status,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ errors: [present({ message: error.message, extensions }, error, scope)] }),
  };
}
