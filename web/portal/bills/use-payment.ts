import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import type { Answer } from "../../shared/graphql/send.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { keep, readKept } from "../../shared/sign-in/kept.ts";
import { useSession } from "../../shared/sign-in/session.ts";

const PAY_BILLS = graphql(`
  mutation PortalPayBills($key: ID!, $bills: [ID!]!) {
    payBills(idempotencyKey: $key, input: { bills: $bills, channel: SANDBOX }) {
      __typename
      ... on Payment {
        id
        amount
        status
        createdAt
        declined
        goOnUrl
        receipt {
          ...ReceiptParts
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`);

type Result = NonNullable<ResultOf<typeof PAY_BILLS>["payBills"]>;
export type BillPayment = Extract<Result, { __typename: "Payment" }>;

/** "trouble": nobody knows how it ended, and the same call again tells. */
export type Outcome =
  | { readonly kind: "payment"; readonly payment: BillPayment }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

export type PaymentOfBills = {
  readonly outcome: Outcome | undefined;
  /** A call was sent, now or before the page was loaded, and its end is not known. */
  readonly isBegun: boolean;
  readonly isSending: boolean;
  /** Begins it, or asks how the one that was begun has ended. It never pays twice. */
  readonly pay: () => void;
  /** After one that has failed: begins another. */
  readonly beginAnew: () => void;
};

/** Those that have not come to their end. */
const UNDER_WAY: readonly string[] = ["CREATED", "PENDING", "UNKNOWN"];
export const isUnderWay = ({ status }: BillPayment): boolean => UNDER_WAY.includes(status);

/**
 * A payment of these bills, under one idempotency key. The key outlives the page, a lost network and a sign-in that ended,
 * until it is known how the payment ended.
 */
export function usePayment(bills: readonly string[]): PaymentOfBills {
  const { person = "" } = useSession();
  const { send, isSending } = useChange(PAY_BILLS);
  const [outcome, setOutcome] = useState<Outcome>();
  const name = `pay:${bills.join(",")}`;
  const begun = readKept(person, name);

  async function pay(): Promise<void> {
    if (isSending) return;
    const key = begun ?? crypto.randomUUID();
    keep(person, name, key);
    const next = outcomeOf(await send({ key, bills: [...bills] }));
    if (isKnown(next)) keep(person, name, undefined);
    setOutcome(next);
  }

  return {
    outcome,
    isBegun: begun !== undefined,
    isSending,
    pay: () => void pay(),
    beginAnew: () => setOutcome(undefined),
  };
}

function outcomeOf(answer: Answer<ResultOf<typeof PAY_BILLS>>): Outcome {
  if (!answer.ok) return { kind: "trouble", trouble: answer.trouble };
  const result = answer.data.payBills;
  if (!result) {
    const trouble = troubleAt(answer.errors, ["payBills"]) ?? { kind: "fault", requestId: undefined };
    return { kind: "trouble", trouble };
  }
  return result.__typename === "Payment"
    ? { kind: "payment", payment: result }
    : { kind: "refused", message: result.message };
}

function isKnown(outcome: Outcome): boolean {
  if (outcome.kind === "payment") return !isUnderWay(outcome.payment);
  return outcome.kind === "refused";
}
