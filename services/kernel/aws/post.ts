import type { ClientRequest } from "node:http";

/** How long a call may take, and how often it is made. */
export type CallLimits = {
  readonly connectTimeoutMs: number;
  /** From the request to the end of its answer, once there is a connection. */
  readonly answerTimeoutMs: number;
  readonly attemptsMax: number;
};

export type Answer = { readonly status: number; readonly text: string };
export type Post = (headers: Readonly<Record<string, string>>, body: string) => Promise<Answer>;

/** There was no connection, or no answer, in time. */
class NoAnswer extends Error {
  readonly code = "ETIMEDOUT";

  constructor(what: string, ms: number) {
    super(`${what} took longer than ${ms} ms`);
    this.name = "NoAnswer";
  }
}

/** Posts to the root of one address, over connections that are kept. Throws where there is no answer. */
export function openPost({ protocol, hostname, port }: URL, limits: Omit<CallLimits, "attemptsMax">): Post {
  // Not imported: an import of node:http reads each of its exports, and one of them loads all that `fetch` stands on.
  const { Agent, request } = process.getBuiltinModule(protocol === "http:" ? "node:http" : "node:https");
  const agent = new Agent({ keepAlive: true });
  const options = { agent, hostname, port, method: "POST", path: "/" };
  return (headers, body) =>
    new Promise((resolve, reject) => {
      const length = String(Buffer.byteLength(body));
      const sent = request({ ...options, headers: { ...headers, "content-length": length } }, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          text += part;
        });
        answer.once("end", () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.once("error", reject);
      });
      sent.once("error", reject);
      bound(sent, limits);
      sent.end(body);
    });
}

function bound(
  sent: ClientRequest,
  { connectTimeoutMs, answerTimeoutMs }: Omit<CallLimits, "attemptsMax">,
): void {
  const giveUp = (what: string, ms: number): NodeJS.Timeout =>
    setTimeout(() => sent.destroy(new NoAnswer(what, ms)), ms);
  let timer: NodeJS.Timeout | undefined;
  sent.once("close", () => clearTimeout(timer));
  sent.once("socket", (socket) => {
    if (!socket.connecting) {
      timer = giveUp("an answer", answerTimeoutMs);
      return;
    }
    timer = giveUp("a connection", connectTimeoutMs);
    socket.once("connect", () => {
      clearTimeout(timer);
      timer = giveUp("an answer", answerTimeoutMs);
    });
  });
}
