import type { Mode } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/runtime.ts";
import { askAboutRefund } from "./ask-about-refund.ts";
import { ASKED_AFTER_MS, type FollowUp, isAskable } from "./follow-up-payment.ts";
import { openPayments, type PaymentEnvironment } from "./open-payments.ts";
import { isOpenRefund } from "./refund.ts";
import { paymentOf } from "./settle-refund.ts";
import { getRefund } from "./store.ts";

/** How a refund has ended; one that nobody waits for any more is asked about at its payment's channel. */
export async function followUpRefund(
  environment: PaymentEnvironment,
  { refund: id, mode, now }: { readonly refund: string; readonly mode: Mode; readonly now: Instant },
): Promise<FollowUp> {
  const ports = openPayments(environment, mode, { kind: "SYSTEM", mode, name: "follow-up" });
  const refund = isId("rfd", id) ? await getRefund(ports, id) : undefined;
  const charged = refund && (refund.unexpected ?? (await paymentOf(ports, refund)));
  if (!refund || !charged) throw new Error("the refund of an event is not there");
  const isFresh = now < plusMs(refund.createdAt, ASKED_AFTER_MS);
  const known = isFresh || !isAskable(ports, charged) ? refund : await askAboutRefund(ports, refund);
  if (isOpenRefund(known)) return "OPEN";
  return known.status === "SUCCEEDED" ? "SUCCEEDED" : "FAILED";
}
