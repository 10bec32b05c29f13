import { type Fields, isObject } from "../../../kernel/fields.ts";

/** A request as API Gateway hands it over. */
type Body = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
};

/** Several times what any request of the protocols takes: a presentation has at most 65,536 characters. */
const BODY_BYTES_MAX = 131_072;

/** Why a body is not read: it is too long, of another type than the protocol's, or not what it says. */
export type Unread = "TOO_LONG" | "OTHER_TYPE" | "MALFORMED";

function headerOf({ headers }: Pick<Body, "headers">, name: string): string | undefined {
  return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1];
}

function textOf(request: Body, type: string): string | Unread {
  const { body = "", isBase64Encoded } = request;
  if (headerOf(request, "content-type")?.split(";")[0]?.trim().toLowerCase() !== type) return "OTHER_TYPE";
  const text = isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
  return Buffer.byteLength(text) > BODY_BYTES_MAX ? "TOO_LONG" : text;
}

const isUnread = (text: string): text is Unread =>
  text === "TOO_LONG" || text === "OTHER_TYPE" || text === "MALFORMED";

/** The fields of a form (`application/x-www-form-urlencoded`); none of them may come twice (RFC 6749, 3.2). */
export function readForm(request: Body): Readonly<Record<string, string>> | Unread {
  const text = textOf(request, "application/x-www-form-urlencoded");
  if (isUnread(text)) return text;
  const fields = [...new URLSearchParams(text)];
  const names = new Set(fields.map(([name]) => name));
  return names.size === fields.length ? Object.fromEntries(fields) : "MALFORMED";
}

/** The fields of a JSON object. */
export function readJson(request: Body): Fields | Unread {
  const text = textOf(request, "application/json");
  if (isUnread(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : "MALFORMED";
  } catch {
    return "MALFORMED";
  }
}

/** The token of a request (RFC 6750, 2.1); undefined where it has none. */
export const bearerOf = (request: Pick<Body, "headers">): string | undefined =>
  /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(headerOf(request, "authorization") ?? "")?.[1];
