import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { purposeOfTopUp } from "../payments/orders.ts";
import { BEGUN_PAYMENT, outcomeIn, type PaymentOf, usePayment } from "../payments/use-payment.ts";

const TOP_UP = graphql(`
  mutation PortalTopUp(
    $key: ID!
    $cardNumber: String!
    $amount: Money!
    $channel: PaymentChannel!
    $returnPath: String
  ) {
    topUpTransitCard(
      idempotencyKey: $key
      input: { cardNumber: $cardNumber, amount: $amount, channel: $channel, returnPath: $returnPath }
    ) {
      __typename
      ... on Payment {
        ...BegunPayment
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const RETURN_PATH = "/cards/topped-up";

export type TopUpWish = { readonly cardNumber: string; readonly amount: string };

/** A payment that tops this card up. */
export function useTopUp(card: string): PaymentOf<TopUpWish> {
  const { send, isSending } = useChange(TOP_UP);
  return usePayment<TopUpWish>({
    ...{ name: purposeOfTopUp(card), returnPath: RETURN_PATH, isSending },
    send: async ({ wish, ...order }) =>
      outcomeIn(await send({ ...order, ...wish }), "topUpTransitCard", ({ topUpTransitCard: result }) =>
        result?.__typename === "Payment" ? readFragment(BEGUN_PAYMENT, result) : result,
      ),
  });
}
