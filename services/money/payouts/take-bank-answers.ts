import { eachOf } from "../../kernel/each-of.ts";
import { isId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Payout } from "./payout.ts";
import { type PayoutPorts, type RecordPayoutRefusal, recordPayout } from "./record-payout.ts";
import { type RefusePayoutRefusal, refusePayout } from "./refuse-payout.ts";
import { type ReturnPayoutRefusal, returnPayout } from "./return-payout.ts";
import { getPayout } from "./store.ts";

/** A row of the bank's file about a payout that it was told to make. */
export type BankAnswer = {
  readonly payout: string;
  readonly outcome: "PAID" | "REFUSED" | "RETURNED";
  readonly amount: Fen;
  /** The bank's own number of the transfer, of one that it has made, also where that has come back. */
  readonly bankReference: string;
  /** Why not, of one that it has refused or sent back. */
  readonly reason: string;
};

export type BankAnswerRefusal =
  | RecordPayoutRefusal
  | RefusePayoutRefusal
  | ReturnPayoutRefusal
  /** The bank tells of another amount than it was told to pay: a person looks at it. */
  | { readonly code: "BANK_AMOUNT_DIFFERS"; readonly path: readonly string[] };

export type TooManyAnswers = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

const ANSWERS_MAX = 50;

/**
 * Takes the rows of the bank's file, each for itself: one that is refused stops no other, and one that was taken before
 * changes nothing, so that a file can be sent again.
 */
export async function takeBankAnswers(
  ports: PayoutPorts,
  rows: readonly BankAnswer[],
): Promise<Result<readonly Result<Payout, BankAnswerRefusal>[], TooManyAnswers>> {
  if (rows.length > ANSWERS_MAX) return err({ code: "TOO_MANY", values: { max: String(ANSWERS_MAX) } });
  const taken = new Map<BankAnswer, Result<Payout, BankAnswerRefusal>>();
  // The bank's words about one payout are taken in their order: paid, and sent back.
  const together = Map.groupBy(rows, ({ payout }) => payout);
  await eachOf([...together.values()], async (ofOne) => {
    for (const row of ofOne) taken.set(row, await takeAnswer(ports, row));
  });
  return ok(rows.flatMap((row) => taken.get(row) ?? []));
}

async function takeAnswer(
  ports: PayoutPorts,
  { payout: id, outcome, amount, bankReference, reason }: BankAnswer,
): Promise<Result<Payout, BankAnswerRefusal>> {
  const payout = isId("pyo", id) ? await getPayout(ports, id) : undefined;
  if (!payout) return err({ code: "NOT_FOUND" });
  if (payout.amount !== amount) return err({ code: "BANK_AMOUNT_DIFFERS", path: ["amount"] });
  switch (outcome) {
    case "PAID":
      return recordPayout(ports, id, bankReference);
    case "REFUSED":
      return refusePayout(ports, id, reason);
    case "RETURNED":
      return returnPayout(ports, id, { bankReference, reason });
  }
}
