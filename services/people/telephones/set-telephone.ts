import type { Citizen } from "../../kernel/actor.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { keepNumber, type MobileInvalid } from "./mobile.ts";
import { type CodePorts, putCodeOut, sendTo, type TooManyCodes, type Unreachable } from "./put-code-out.ts";
import type { SentCode } from "./send-code.ts";

export type TelephoneWish = {
  readonly mobile: string;
  /** The message with the code, for the new number. */
  readonly text: (code: string) => string;
  /** The message to the number that was proven before. */
  readonly warning: string;
};

/**
 * Sends a code to the number that the caller wants to have as their telephone. It counts for nothing until the code comes
 * back; the one that was proven before stays until then, and is told. Errors: MOBILE_INVALID, TELEPHONE_UNREACHABLE,
 * TOO_MANY_CODES.
 */
export async function setTelephone(
  ports: CodePorts & { readonly actor: Citizen },
  { mobile, text, warning }: TelephoneWish,
): Promise<Result<SentCode, MobileInvalid | TooManyCodes | Unreachable>> {
  const { actor, secrets } = ports;
  const kept = keepNumber(mobile, actor.id, secrets);
  if (!kept.ok) return kept;
  const put = await putCodeOut<never>(ports, actor.id, () => ok({ proving: kept.value }));
  if (!put.ok) return put;
  const { code, out, before } = put.value;
  const known = before?.telephone;
  const [sent] = await Promise.all([
    sendTo(ports, actor.id, kept.value, text(code)),
    known && known.number !== kept.value.number && sendTo(ports, actor.id, known, warning),
  ]);
  return sent.ok ? ok({ to: kept.value.maskedNumber, until: out.until }) : sent;
}
