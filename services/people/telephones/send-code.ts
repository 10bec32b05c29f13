import type { CitizenId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { CodePurpose } from "./code.ts";
import { type CodePorts, putCodeOut, sendTo, type TooManyCodes, type Unreachable } from "./put-code-out.ts";
import type { Telephone } from "./telephone.ts";

export type NoTelephone = { readonly code: "NO_TELEPHONE" };

/** Where a code went, masked, and how long it is good for. */
export type SentCode = { readonly to: string; readonly until: Instant };

export type CodeWish = { readonly purpose: CodePurpose; readonly text: (code: string) => string };

/**
 * Sends a new code to the telephone that the person has proven; the one before is worth nothing then. `text` makes the
 * message of the code. One that could not be sent counts as sent: it may arrive all the same, and is good then.
 * Errors: NO_TELEPHONE, TELEPHONE_UNREACHABLE, TOO_MANY_CODES.
 */
export async function sendCode(
  ports: CodePorts,
  citizen: CitizenId,
  { purpose, text }: CodeWish,
): Promise<Result<SentCode, NoTelephone | TooManyCodes | Unreachable>> {
  const put = await putCodeOut(ports, citizen, (before) =>
    before?.telephone ? ok({ purpose }) : err<NoTelephone>({ code: "NO_TELEPHONE" }),
  );
  if (!put.ok) return put;
  const { code, out, before } = put.value;
  const to = provenIn(before);
  const sent = await sendTo(ports, citizen, to, text(code));
  return sent.ok ? ok({ to: to.maskedNumber, until: out.until }) : sent;
}

function provenIn(record: { readonly telephone?: Telephone | undefined } | undefined): Telephone {
  if (!record?.telephone) throw new Error("a code was put out for nobody");
  return record.telephone;
}
