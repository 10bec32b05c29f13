/**
 * The ways in which an answer does not come, each with something else for the reader to do. A refusal that a rule foresees
 * is none of them: it is data.
 */
export type Trouble =
  /** Nothing was heard: the network is down, or the answer was lost on its way. */
  | { readonly kind: "offline" }
  /** The sign-in is over, or there was none. */
  | { readonly kind: "signed-out" }
  /** Too many requests; to be tried again after so many seconds. */
  | { readonly kind: "busy"; readonly seconds: number }
  /** The change may stand, or not. */
  | { readonly kind: "unknown"; readonly requestId: string | undefined }
  /** The caller may not have it. */
  | { readonly kind: "forbidden"; readonly message: string }
  /** It cannot be asked for like this: a value is none, or too much is asked for at once. */
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "fault"; readonly requestId: string | undefined };

/** An entry of `errors` of an answer. */
export type GivenError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requestId?: string };
};

/** A wait that is not told. */
const BUSY_SECONDS = 30;
const FORBIDDEN: readonly string[] = ["FORBIDDEN", "CONSENT_REQUIRED"];
const REFUSED: readonly string[] = ["BAD_USER_INPUT", "LIMIT_EXCEEDED"];

/** Of an answer that is none of the API's, by its status: a gateway stands in front of it. */
export function troubleOfStatus(response: Response): Trouble | undefined {
  const requestId = response.headers.get("x-request-id") ?? undefined;
  if (response.status === 429)
    return { kind: "busy", seconds: secondsOf(response.headers.get("retry-after")) };
  if (response.status === 401) return { kind: "signed-out" };
  return response.status >= 500 ? { kind: "fault", requestId } : undefined;
}

const secondsOf = (header: string | null): number =>
  header !== null && /^\d{1,5}$/.test(header) ? Number(header) : BUSY_SECONDS;

export function troubleOf({ message, extensions = {} }: GivenError): Trouble {
  const { code = "", requestId } = extensions;
  if (code === "UNAUTHENTICATED") return { kind: "signed-out" };
  if (code === "OUTCOME_UNKNOWN") return { kind: "unknown", requestId };
  if (REFUSED.includes(code)) return { kind: "refused", message };
  return FORBIDDEN.includes(code) ? { kind: "forbidden", message } : { kind: "fault", requestId };
}

/** The trouble that has left the place at this path empty, or one around it; undefined where it is empty by right. */
export function troubleAt(errors: readonly GivenError[], path: readonly string[]): Trouble | undefined {
  const found = errors.find((error) =>
    (error.path ?? []).every((step, i) => i >= path.length || step === path[i]),
  );
  return found && troubleOf(found);
}
