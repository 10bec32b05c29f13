import type { TypedDocumentString } from "../generated/graphql.ts";
import { type GivenError, type Trouble, troubleOf, troubleOfStatus } from "./trouble.ts";

/** An answer, whole or with parts that failed by themselves, or the trouble in its place. Nothing is thrown. */
export type Answer<T> =
  | { readonly ok: true; readonly data: T; readonly errors: readonly GivenError[] }
  | { readonly ok: false; readonly trouble: Trouble };

export const failed = (trouble: Trouble): { readonly ok: false; readonly trouble: Trouble } => ({
  ok: false,
  trouble,
});

type Sent = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
};

/** Sends an operation to the one endpoint, as nobody where no header says who. */
export async function send<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  { headers = {}, signal }: Sent,
): Promise<Answer<T>> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query: String(document), variables }),
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
