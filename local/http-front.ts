import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { GRAPHQL_PATH, type HttpEvent, type HttpHandler } from "../services/api/http.ts";
import { LIMITS } from "../services/api/limits.ts";
import { NOTIFICATIONS_PATH } from "../services/money/payments/notification-endpoint.ts";
import { FILES_PATH, type LocalFiles } from "./files.ts";
import type { GraphiqlPage } from "./graphiql/serve.ts";

/** The handlers that Lambda runs, and what answers for S3. */
export type Handlers = {
  readonly graphql: HttpHandler;
  readonly notifications: HttpHandler;
  readonly files: LocalFiles["handle"];
};

/**
 * Turns HTTP requests into API Gateway HTTP API v2 events for the handlers that Lambda runs, takes and gives files, and
 * serves GraphiQL.
 */
export function httpFront(handlers: Handlers, page: GraphiqlPage, port: number): RequestListener {
  // The page holds demo credentials: another name that resolves to this machine must not get it.
  const hosts = new Set(["localhost", "127.0.0.1", "[::1]"].map((host) => `${host}:${port}`));
  return (request, response) => {
    if (!hosts.has(request.headers.host ?? "")) return void response.writeHead(403).end();
    const url = URL.parse(request.url ?? "/", "http://localhost");
    if (!url) return void response.writeHead(400).end();
    const { pathname } = url;
    const handler = handlerOf(handlers, pathname);
    const answer = pathname.startsWith(FILES_PATH)
      ? toFiles(handlers.files, request, response)
      : handler
        ? toHandler(handler, request, response)
        : toPage(page, pathname, response);
    answer.catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  };
}

function handlerOf({ graphql, notifications }: Handlers, path: string): HttpHandler | undefined {
  if (path === GRAPHQL_PATH) return graphql;
  return path.startsWith(NOTIFICATIONS_PATH) ? notifications : undefined;
}

async function toFiles(
  handle: Handlers["files"],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url = "", headers } = request;
  const answer = await handle({ method, url, headers, body: request });
  response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
}

async function toPage(page: GraphiqlPage, path: string, response: ServerResponse): Promise<void> {
  const found = await page.handle(path);
  if (!found) return void response.writeHead(404).end();
  response.writeHead(found.status, { "content-type": found.contentType, ...found.headers }).end(found.body);
}

async function toHandler(
  handler: HttpHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const result = await handler(eventOf(request, await bodyOf(request)));
  const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)] as const);
  response.writeHead(result.statusCode ?? 200, Object.fromEntries(headers)).end(result.body);
}

/** One byte over the limit is enough for the handler to refuse it; the rest is read and dropped. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (size <= LIMITS.BODY_BYTES_MAX) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

function eventOf(request: IncomingMessage, body: Buffer): HttpEvent {
  const url = new URL(request.url ?? "/", "http://localhost");
  const now = new Date();
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    requestContext: {
      accountId: "local",
      apiId: "local",
      domainName: "localhost",
      domainPrefix: "localhost",
      http: {
        method: request.method ?? "GET",
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 ? { body: body.toString("utf8") } : {}),
    isBase64Encoded: false,
  };
}
