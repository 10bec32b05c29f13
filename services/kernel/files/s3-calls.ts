import { handleAll } from "cockatiel";
import type { Credentials } from "../aws/signature.ts";
import { isFields } from "../fields.ts";
import { repeating } from "../repeat.ts";
import type { Instant } from "../runtime.ts";
import { type S3Request, signLink } from "./s3-signature.ts";

export type Bucket = {
  /** The bucket's own address. */
  readonly url: URL;
  readonly region: () => Promise<string>;
  readonly credentials: () => Promise<Credentials>;
  readonly now: () => Instant;
};

export type S3Answer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array };

type Request = Omit<S3Request, "bucket" | "seconds">;
type Sent = Request & { readonly body?: string };

/** Calls S3 and throws where it answers with a status that is not among those taken. */
export type S3Call = (request: Sent, ...taken: readonly number[]) => Promise<S3Answer>;

/** How long each attempt of a call may take, and how many there are. */
export type S3Limits = { readonly timeoutMs: number; readonly attemptsMax: number };

const BACKOFF_MS = 100;
/** Of the platform's own calls, which are sent at once. */
const CALL_SECONDS = 60;

/** Links to a bucket's objects for others, and calls of the platform's own: each is sent to a link of its own. */
export function openS3Calls(
  { url: bucket, region, credentials, now }: Bucket,
  { timeoutMs, attemptsMax }: S3Limits,
) {
  const link = async (request: Request, seconds: number): Promise<string> => {
    const [where, by] = await Promise.all([region(), credentials()]);
    return signLink({ ...request, bucket, seconds }, where, by, new Date(now()));
  };
  /** Asks again where a call failed on its way, or on the side of S3. */
  const onceMore = repeating({
    on: handleAll.orWhenResult(isFaultOfS3),
    attemptsMax,
    backoffMs: BACKOFF_MS,
  });
  const call: S3Call = async (request, ...taken) => {
    const { status, ...answer } = await onceMore.execute(async () =>
      send(await link(request, CALL_SECONDS), request, timeoutMs),
    );
    // Neither the key nor the link: both tell of somebody's case.
    if (!taken.includes(status)) throw new Error(`S3 answered ${status} to ${request.method}`);
    return { status, ...answer };
  };
  return { link, call };
}

async function send(url: string, { method, headers = {}, body }: Sent, timeoutMs: number): Promise<S3Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const sent = { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
  const answer = await fetch(url, { ...sent, redirect: "error", signal });
  return {
    status: answer.status,
    headers: answer.headers,
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

/** The library says of an answer no more than that there is one. */
const isFaultOfS3 = (answer: unknown): boolean => isFields(answer) && Number(answer["status"]) >= 500;
