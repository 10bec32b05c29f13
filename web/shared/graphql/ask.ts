import type { TypedDocumentString } from "../generated/graphql.ts";
import { currentLanguage } from "../settings/settings.ts";
import { freshToken, tokenInstead } from "../sign-in/session.ts";
import { type GivenError, type Trouble, troubleOf, troubleOfStatus } from "./trouble.ts";

/** An answer, whole or with parts that failed by themselves, or the trouble in its place. Nothing is thrown. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T; readonly errors: readonly GivenError[] }
  | { readonly ok: false; readonly trouble: Trouble };

const failed = (trouble: Trouble): { readonly ok: false; readonly trouble: Trouble } => ({
  ok: false,
  trouble,
});

/** Sends an operation to the one endpoint, as the person who is signed in, or as nobody. */
export async function ask<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const token = await freshToken();
  if (token === "offline") return failed({ kind: "offline" });
  const answer = await send<T>(String(document), variables, { token, signal });
  if (answer.ok || answer.trouble.kind !== "signed-out" || token === undefined) return answer;
  // Nothing was done, so it can be sent again by a sign-in that holds.
  const instead = await tokenInstead(token);
  return instead === undefined ? answer : send(String(document), variables, { token: instead, signal });
}

type Sent = { readonly token: string | undefined; readonly signal: AbortSignal | undefined };

async function send<T>(query: string, variables: unknown, { token, signal }: Sent): Promise<Answer<T>> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": currentLanguage(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      ...(signal ? { signal } : {}),
    });
    return await read<T>(response);
  } catch {
    return failed({ kind: "offline" });
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const trouble = troubleOfStatus(response);
  if (trouble && trouble.kind !== "fault") {
    // A body that nobody reads keeps the connection.
    await response.body?.cancel();
    return failed(trouble);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!isBody<T>(body)) return failed(trouble ?? { kind: "fault", requestId: undefined });
  const { data, errors = [] } = body;
  const [first] = errors;
  if (data === undefined || data === null)
    return failed(first ? troubleOf(first) : { kind: "fault", requestId: undefined });
  return { ok: true, data, errors };
}

type Body<T> = { readonly data?: T | null; readonly errors?: readonly GivenError[] };

const isBody = <T>(body: unknown): body is Body<T> =>
  typeof body === "object" && body !== null && ("data" in body || "errors" in body);
