import type { Books } from "../../support/books.ts";
import { type Json, textAt } from "../../support/platform.ts";
import type { Told, Wish } from "./random-payers.ts";

/** The reasons for which a caller may be refused; anything else that is no payment or refund is a broken promise. */
const FORESEEN: Readonly<Record<Wish["kind"], readonly string[]>> = {
  pay: ["BillNotPayable", "InsufficientFunds"],
  refund: ["NotRefundable"],
};
const ENDED = ["SUCCEEDED", "FAILED", "REFUNDING", "PARTLY_REFUNDED", "REFUNDED"];

const typeOf = (answer: Json): string => textAt(answer, "__typename");
const isDone = ({ answer }: Told): boolean =>
  answer !== undefined && (typeOf(answer) === "Payment" || typeOf(answer) === "Refund");
const idIn = ({ answer }: Told): string => textAt(answer ?? null, "id");
const statusIn = ({ answer }: Told): string => textAt(answer ?? null, "status");

/** Where callers were told what does not hold; `books` are those after all has settled. */
export function brokenPromises(history: readonly Told[], books: Books): readonly string[] {
  const byKey = Map.groupBy(history, ({ wish }) => wish.key);
  return [
    ...history.flatMap(brokenByItself),
    ...[...byKey.values()].flatMap(brokenReplays),
    ...history.filter(isDone).flatMap((told) => lostOf(told, books)),
  ];
}

function brokenByItself({ wish, answer, error }: Told): readonly string[] {
  if (error) {
    return error["retryable"] === true ? [] : [`${wish.key} failed for good: ${String(error["code"])}`];
  }
  const type = typeOf(answer ?? null);
  const isForeseen = type === "Payment" || type === "Refund" || FORESEEN[wish.kind].includes(type);
  return isForeseen ? [] : [`${wish.key} was answered with ${type}`];
}

/** A caller who asks again after an answer is told the same: the same payment, and how it ended. */
function brokenReplays(calls: readonly Told[]): readonly string[] {
  return calls.filter(isDone).flatMap((first) =>
    calls
      .filter(({ from, answer }) => from > first.to && answer !== undefined)
      .flatMap((later) => {
        const said = `${first.wish.key}: ${idIn(first)} ${statusIn(first)}, later`;
        if (!isDone(later)) return [`${said} refused as ${typeOf(later.answer ?? null)}`];
        if (idIn(later) !== idIn(first)) return [`${said} ${idIn(later)}`];
        const hasMoved = ENDED.includes(statusIn(first)) && group(later) !== group(first);
        return hasMoved ? [`${said} ${statusIn(later)}`] : [];
      }),
  );
}

/** Whether money has come, not come, or nobody knows. */
function group(told: Told): string {
  const status = statusIn(told);
  if (!ENDED.includes(status)) return "OPEN";
  return status === "FAILED" ? "FAILED" : "MOVED";
}

function lostOf(told: Told, { payments, refunds }: Books): readonly string[] {
  const [id, all] = [idIn(told), told.wish.kind === "pay" ? payments : refunds];
  const found = all.find((each) => each.id === id);
  if (!found) return [`${id} was acknowledged and is not there`];
  const cents = Math.round(Number(textAt(told.answer ?? null, "amount")) * 100);
  if (found.amount !== cents) return [`${id} was acknowledged with ${cents} fen and has ${found.amount}`];
  const isSame =
    !ENDED.includes(statusIn(told)) || (statusIn(told) === "FAILED") === (found.status === "FAILED");
  return isSame ? [] : [`${id} was acknowledged as ${statusIn(told)} and is ${found.status}`];
}
