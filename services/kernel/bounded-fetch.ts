import { err, ok, type Result } from "./result.ts";

/** Sends a request as `fetch` does. */
export type Send = (address: string, init: RequestInit) => Promise<Response>;

/** An answer of 200 has its body; undefined, and the rest left unread, where that is longer than was agreed. Of no other it is read. */
export type BoundedAnswer = Pick<Response, "status" | "headers"> & { readonly text: string | undefined };

/** A request to another side, in a time and of a length that we allow. */
export type BoundedRequest = Omit<RequestInit, "redirect" | "signal"> & {
  readonly signal: AbortSignal;
  readonly bytesMax: number;
};

const ANSWERED = 200;

/** Asks another side. A redirect is not followed: it is no answer, and the next address might be anybody's. */
export async function boundedFetch(
  send: Send,
  address: string,
  { bytesMax, signal, ...init }: BoundedRequest,
): Promise<Result<BoundedAnswer, "TIMED_OUT" | "CONNECTION_LOST">> {
  try {
    const { status, headers, body } = await send(address, { ...init, redirect: "manual", signal });
    if (status === ANSWERED) return ok({ status, headers, text: await boundedText(body, bytesMax) });
    await body?.cancel();
    return ok({ status, headers, text: undefined });
  } catch {
    return err(signal.aborted ? "TIMED_OUT" : "CONNECTION_LOST");
  }
}

async function boundedText(body: Response["body"], bytesMax: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
