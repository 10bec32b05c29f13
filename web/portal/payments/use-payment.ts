import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { BegunPaymentFragment, PaymentChannel } from "../../shared/generated/graphql.ts";
import type { Answer } from "../../shared/graphql/send.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { keepOrder, type Order, orderOf } from "./orders.ts";
import { isUnderWay } from "./payment-end.tsx";

/** A payment as the call answers that begins it, or goes on with it. */
export const BEGUN_PAYMENT = graphql(`
  fragment BegunPayment on Payment {
    status
    goOnUrl
    ...PaymentEndParts
  }
`);

/** "trouble": nobody knows how it ended, and the same call again tells. */
export type Outcome =
  | { readonly kind: "payment"; readonly payment: BegunPaymentFragment }
  | {
      readonly kind: "refused";
      readonly message: string;
      /** Where in the input, if it is about one of its values. */
      readonly path?: readonly string[];
      /** The payment that came first. */
      readonly by?: string | null;
    }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

/** A way to pay, as the reader has chosen it. */
export type Way = { readonly channel: PaymentChannel; readonly takesReturnPath: boolean };

/** The matter that is paid for, as the call that pays for it takes it. */
export type Purpose<Wish> = {
  /** Tells its payments from those for something else, in what this tab keeps. */
  readonly name: string;
  /** The address to which a channel sends the payer back. */
  readonly returnPath: string;
  readonly send: (order: Order<Wish>) => Promise<Outcome>;
  readonly isSending: boolean;
};

export type PaymentOf<Wish> = {
  readonly outcome: Outcome | undefined;
  /** The order that was sent, now or before the page was loaded, and whose end is not known. */
  readonly begun: Order<Wish> | undefined;
  readonly isSending: boolean;
  /**
   * Begins it, or goes on with the one that was begun, at the channel's own page where it has one. It never pays twice.
   * Without a way and a wish there is nothing to begin.
   */
  readonly pay: (way?: Way, wish?: Wish) => void;
  /** Asks how the one that was begun has ended. */
  readonly look: () => void;
  /** After one that has failed: begins another. */
  readonly beginAnew: () => void;
};

/**
 * A payment for this purpose, under one idempotency key. The key outlives the page, a lost network and a sign-in that ended,
 * until it is known how the payment ended.
 */
export function usePayment<Wish>({ name, returnPath, send, isSending }: Purpose<Wish>): PaymentOf<Wish> {
  const { person = "" } = useSession();
  const [outcome, setOutcome] = useState<Outcome>();
  const begun = orderOf<Wish>(person, name);

  async function sendOrder(order: Order<Wish>): Promise<Outcome> {
    keepOrder(person, name, order);
    const next = await send(order);
    if (isKnown(next)) keepOrder(person, name, undefined);
    setOutcome(next);
    return next;
  }

  async function pay(way: Way | undefined, wish: Wish | undefined): Promise<void> {
    const order = begun ?? (way && wish && newOrder(way, wish, returnPath));
    if (isSending || !order) return;
    const next = await sendOrder(order);
    const goOnUrl = next.kind === "payment" && !isKnown(next) ? next.payment.goOnUrl : undefined;
    if (goOnUrl) location.assign(goOnUrl);
  }

  async function look(): Promise<void> {
    if (!isSending && begun) await sendOrder(begun);
  }

  return {
    ...{ outcome, begun, isSending },
    pay: (way, wish) => void pay(way, wish),
    look: () => void look(),
    beginAnew: () => setOutcome(undefined),
  };
}

const newOrder = <Wish>({ channel, takesReturnPath }: Way, wish: Wish, returnPath: string): Order<Wish> => ({
  ...{ key: crypto.randomUUID(), channel, wish },
  ...(takesReturnPath ? { returnPath } : {}),
});

/** A result of a call that pays, its payment read. */
export type PayResult =
  | BegunPaymentFragment
  | { readonly message: string; readonly path?: readonly string[]; readonly payment?: string | null };

/** The outcome in an answer, of which `read` finds the call's own result at `field`. */
export function outcomeIn<T>(
  answer: Answer<T>,
  field: string,
  read: (data: T) => PayResult | null | undefined,
): Outcome {
  if (!answer.ok) return { kind: "trouble", trouble: answer.trouble };
  const result = read(answer.data);
  if (!result) {
    const trouble = troubleAt(answer.errors, [field]) ?? { kind: "fault", requestId: undefined };
    return { kind: "trouble", trouble };
  }
  if (!("message" in result)) return { kind: "payment", payment: result };
  const { message, path, payment: by } = result;
  return { kind: "refused", message, ...(path ? { path } : {}), ...(by ? { by } : {}) };
}

/** An input that is none is refused before anything is done; behind all other trouble the payment may stand. */
function isKnown(outcome: Outcome): boolean {
  if (outcome.kind === "payment") return !isUnderWay(outcome.payment.status);
  return outcome.kind === "refused" || outcome.trouble.kind === "refused";
}
