import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PaymentChannel } from "../../shared/generated/graphql.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import type { Answer } from "../../shared/graphql/send.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { keep, readKept } from "../../shared/sign-in/kept.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { isUnderWay } from "./payment-end.tsx";

const PAY_BILLS = graphql(`
  mutation PortalPayBills($key: ID!, $bills: [ID!]!, $channel: PaymentChannel!, $returnPath: String) {
    payBills(
      idempotencyKey: $key
      input: { bills: $bills, channel: $channel, returnPath: $returnPath }
    ) {
      __typename
      ... on Payment {
        status
        goOnUrl
        ...PaymentEndParts
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** The address to which a channel sends the payer back. */
const RETURN_PATH = "/bills/paid";

type Result = NonNullable<ResultOf<typeof PAY_BILLS>["payBills"]>;
export type BillPayment = Extract<Result, { __typename: "Payment" }>;

/** "trouble": nobody knows how it ended, and the same call again tells. */
export type Outcome =
  | { readonly kind: "payment"; readonly payment: BillPayment }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** A way to pay, as the reader has chosen it. */
type Way = { readonly channel: PaymentChannel; readonly takesReturnPath: boolean };

/** A payment as it was begun: exactly the same, sent again, is the same payment. */
type Order = {
  readonly key: string;
  readonly channel: PaymentChannel;
  readonly returnPath?: string;
};

export type PaymentOfBills = {
  readonly outcome: Outcome | undefined;
  /** The channel of the call that was sent, now or before the page was loaded, and whose end is not known. */
  readonly begunBy: PaymentChannel | undefined;
  readonly isSending: boolean;
  /** Begins it, or goes on with the one that was begun, at the channel's own page where it has one. It never pays twice. */
  readonly pay: (way: Way | undefined) => void;
  /** Asks how the one that was begun has ended. */
  readonly look: () => void;
  /** After one that has failed: begins another. */
  readonly beginAnew: () => void;
};

const nameOf = (bills: readonly string[]): string => `pay:${[...bills].sort().join(",")}`;

function orderOf(person: string, bills: readonly string[]): Order | undefined {
  const text = readKept(person, nameOf(bills));
  return text === undefined ? undefined : JSON.parse(text);
}

/** It is known how the payment of these bills has ended, so the next one is another. */
export const forgetOrder = (person: string, bills: readonly string[]): void =>
  keep(person, nameOf(bills), undefined);

const newOrder = ({ channel, takesReturnPath }: Way): Order => ({
  ...{ key: crypto.randomUUID(), channel },
  ...(takesReturnPath ? { returnPath: RETURN_PATH } : {}),
});

/**
 * A payment of these bills, under one idempotency key. The key outlives the page, a lost network and a sign-in that ended,
 * until it is known how the payment ended.
 */
export function usePayment(bills: readonly string[]): PaymentOfBills {
  const { person = "" } = useSession();
  const { send, isSending } = useChange(PAY_BILLS);
  const [outcome, setOutcome] = useState<Outcome>();
  const begun = orderOf(person, bills);

  async function sendOrder(order: Order): Promise<Outcome> {
    keep(person, nameOf(bills), JSON.stringify(order));
    const next = outcomeOf(await send({ ...order, bills: [...bills] }));
    if (isKnown(next)) forgetOrder(person, bills);
    setOutcome(next);
    return next;
  }

  async function pay(way: Way | undefined): Promise<void> {
    const order = begun ?? (way && newOrder(way));
    if (isSending || !order) return;
    const next = await sendOrder(order);
    const goOnUrl = next.kind === "payment" && !isKnown(next) ? next.payment.goOnUrl : undefined;
    if (goOnUrl) location.assign(goOnUrl);
  }

  async function look(): Promise<void> {
    if (!isSending && begun) await sendOrder(begun);
  }

  return {
    outcome,
    begunBy: begun?.channel,
    isSending,
    pay: (way) => void pay(way),
    look: () => void look(),
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
  if (outcome.kind === "payment") return !isUnderWay(outcome.payment.status);
  return outcome.kind === "refused";
}
