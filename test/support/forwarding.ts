import { type Agent, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { FaultAnswer } from "./fault-answers.ts";

/** By its events: an iterator costs several times as much, at two messages for each call of the database. */
export function textOf(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    message.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    message.once("end", () => resolve(text)).once("error", reject);
  });
}

const OPERATION = "x-amz-target";

export const operationOf = ({ headers }: IncomingMessage): string =>
  String(headers[OPERATION] ?? "").replace(/^.*\./, "");

/** The header in which a client says where its database is. */
export const FORWARD_TO = "x-forward-to";

export function destinationOf({ headers }: IncomingMessage): URL | undefined {
  const place = headers[FORWARD_TO];
  return typeof place === "string" ? new URL(place) : undefined;
}

/** Sends a call on with this body, or another call that the same client could have made. */
export function forward(
  { host, hostname, port }: URL,
  agent: Agent,
  { method, headers }: IncomingMessage,
  { operation, body }: { readonly operation: string; readonly body: string },
): Promise<FaultAnswer> {
  return new Promise((resolve, reject) => {
    const target = String(headers[OPERATION] ?? "").replace(/[^.]*$/, operation);
    const own = { ...headers, host, [OPERATION]: target, "content-length": String(Buffer.byteLength(body)) };
    const sent = request({ hostname, port, method, agent, headers: own }, (answer) => {
      textOf(answer).then(
        (text) =>
          resolve({
            status: answer.statusCode ?? 502,
            type: answer.headers["content-type"] ?? "",
            body: text,
            checksum: answer.headers["x-amz-crc32"],
          }),
        reject,
      );
    });
    sent.once("error", reject).end(body);
  });
}

export function reply(outgoing: ServerResponse, { status, type, body, checksum }: FaultAnswer): void {
  outgoing
    .writeHead(status, {
      "content-type": type,
      ...(typeof checksum === "string" ? { "x-amz-crc32": checksum } : {}),
    })
    .end(body);
}
