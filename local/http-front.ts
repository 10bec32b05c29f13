import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { prefersGzip } from "../services/api/content-coding.ts";
import { type HttpEvent, type HttpHandler, isGraphqlPath } from "../services/api/http.ts";
import { LIMITS } from "../services/api/limits.ts";
import { documentAt } from "../services/kernel/documents/document.ts";
import type { Endpoint } from "../services/kernel/service.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import type { LocalDocuments } from "./documents.ts";
import { FILES_PATH, type LocalFiles } from "./files.ts";
import type { PageResponse } from "./page-response.ts";
import type { SignIn } from "./sign-in/provider.ts";

/** The handlers that Lambda runs, and what answers for S3 and for the user pools. */
export type Handlers = {
  readonly graphql: HttpHandler;
  readonly endpoints: readonly { readonly stated: Pick<Endpoint, "routes">; readonly answer: HttpHandler }[];
  readonly files: LocalFiles["handle"];
  readonly documents: LocalDocuments["handle"];
  readonly signIn: SignIn["handle"];
};

/** Answers a GET for a path, with or without a query string; undefined for a path of somebody else's. */
export type Pages = { readonly handle: (path: string) => Promise<PageResponse | undefined> };

/**
 * Turns HTTP requests into API Gateway HTTP API v2 events for the handlers that Lambda runs, takes and gives files, and
 * serves pages: of those that are named, the first that knows a path.
 */
export function httpFront(handlers: Handlers, pages: readonly Pages[], port: number): RequestListener {
  // GraphiQL's page holds demo credentials: another name that resolves to this machine must not get it.
  const hosts = new Set(["localhost", "127.0.0.1", "[::1]"].map((host) => `${host}:${port}`));
  return (request, response) => {
    if (!hosts.has(request.headers.host ?? "")) return void response.writeHead(403).end();
    const url = URL.parse(request.url ?? "/", "http://localhost");
    if (!url) return void response.writeHead(400).end();
    const answer = answerTo(request, response, url.pathname, { handlers, pages, home: `localhost:${port}` });
    answer.catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  };
}

type Front = {
  readonly handlers: Handlers;
  readonly pages: readonly Pages[];
  /** The name under which pages are shown. */
  readonly home: string;
};

/** Pages of this machine may call the API and send files, from whatever port; GraphiQL's, with the demo keys, they cannot read. */
async function answerTo(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { handlers, pages, home }: Front,
): Promise<void> {
  const isFile = path.startsWith(FILES_PATH);
  const isApi = isGraphqlPath(path);
  const document = documentAt(path);
  if (document) return toDocument(handlers.documents(document), response);
  if (!isFile && !isApi) {
    const endpoint = handlers.endpoints.find(({ stated }) =>
      stated.routes.some((route) => path.includes(beforeGaps(route.path))),
    );
    if (endpoint) return toHandler(endpoint.answer, request, response);
    const isAnswered = await toSignIn(handlers.signIn, request, response);
    return isAnswered ? undefined : toPage(pages, request, response, home);
  }
  const preflight = preflightHeaders(request.method, request.headers, isFile ? OF_FILES : OF_API);
  if (preflight) return void response.writeHead(204, preflight).end();
  for (const [name, value] of Object.entries(corsHeaders(request.headers))) {
    if (value !== undefined) response.setHeader(name, value);
  }
  return isFile ? toFiles(handlers.files, request, response) : toHandler(handlers.graphql, request, response);
}

/** "/payment-notifications/{mode}" is "/payment-notifications/". */
const beforeGaps = (path: string): string => path.replace(/\{.*/, "");

const OF_API = { methods: "GET, POST" };
/** As the bucket says (infra/constructs/files-bucket.ts). */
const OF_FILES = { methods: "GET, PUT", allowed: ["content-type", "x-amz-checksum-sha256"] };

async function toFiles(
  handle: Handlers["files"],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url = "", headers } = request;
  const answer = await handle({ method, url, headers, body: request });
  response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
}

/** Whether the sign-in has answered. */
async function toSignIn(
  handle: Handlers["signIn"],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method = "", url = "", headers } = request;
  const body = (await bodyOf(request)).toString("utf8");
  const answer = await handle({ method, url, headers, body });
  if (answer) response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
  return answer !== undefined;
}

/** Sent under any name of this machine: a document is nobody's page. */
function toDocument(found: PageResponse | undefined, response: ServerResponse): void {
  if (!found) return void response.writeHead(404).end();
  response.writeHead(found.status, { "content-type": found.contentType, ...found.headers }).end(found.body);
}

const compress = promisify(gzip);
const isText = (contentType: string): boolean => /^text\/|json|svg/.test(contentType);

async function toPage(
  pages: readonly Pages[],
  { url = "/", headers: { host, "accept-encoding": encodings } }: IncomingMessage,
  response: ServerResponse,
  home: string,
): Promise<void> {
  for (const { handle } of pages) {
    const found = await handle(url);
    if (!found) continue;
    // The issuer has one name, and a front-end signs in at its own origin alone.
    if (host !== home) return void response.writeHead(307, { location: `http://${home}${url}` }).end();
    const headers = { "content-type": found.contentType, ...found.headers, vary: "accept-encoding" };
    // As a stage's own front does, so that a page is as fast here as it is there.
    if (!isText(found.contentType) || !prefersGzip(String(encodings ?? "")))
      return void response.writeHead(found.status, headers).end(found.body);
    response.writeHead(found.status, { ...headers, "content-encoding": "gzip" });
    return void response.end(await compress(found.body));
  }
  response.writeHead(404).end();
}

async function toHandler(
  handler: HttpHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const result = await handler(eventOf(request, await bodyOf(request)));
  const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)] as const);
  const { body = "", isBase64Encoded } = result;
  response
    .writeHead(result.statusCode ?? 200, Object.fromEntries(headers))
    .end(isBase64Encoded ? Buffer.from(body, "base64") : body);
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
