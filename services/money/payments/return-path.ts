import { err, ok, type Result } from "../../kernel/result.ts";
import type { PaymentId } from "./ids.ts";

export type ReturnProblem = {
  /** It is no path of a page; or this deployment has no pages to come back to. */
  readonly code: "RETURN_PATH_INVALID" | "RETURN_NOT_OFFERED";
  readonly path: readonly ["returnPath"];
};

const LENGTH_MAX = 200;
const PATH = /^\/[A-Za-z0-9._~/-]*$/;

/**
 * The address to which the channel sends the payer back: a page on the platform's own origin, told which payment it was.
 * A path and nothing else: no host, no query, and nothing that a browser would read as either. So nobody is sent from a
 * payment to a page of somebody else's. Errors: RETURN_PATH_INVALID, RETURN_NOT_OFFERED.
 */
export function returnUrlOf(
  returnPath: string,
  payment: PaymentId,
  siteOrigin: string | undefined,
): Result<string, ReturnProblem> {
  if (siteOrigin === undefined) return err({ code: "RETURN_NOT_OFFERED", path: ["returnPath"] });
  const segments = returnPath.split("/").slice(1);
  const isOdd = segments.some((one, i) => one.startsWith(".") || (one === "" && i < segments.length - 1));
  if (!PATH.test(returnPath) || returnPath.length > LENGTH_MAX || isOdd)
    return err({ code: "RETURN_PATH_INVALID", path: ["returnPath"] });
  return ok(`${siteOrigin}${returnPath}?payment=${payment}`);
}
