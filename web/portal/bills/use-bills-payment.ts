import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { purposeOfBills } from "../payments/orders.ts";
import { BEGUN_PAYMENT, outcomeIn, type PaymentOf, usePayment } from "../payments/use-payment.ts";

const PAY_BILLS = graphql(`
  mutation PortalPayBills($key: ID!, $bills: [ID!]!, $channel: PaymentChannel!, $returnPath: String) {
    payBills(
      idempotencyKey: $key
      input: { bills: $bills, channel: $channel, returnPath: $returnPath }
    ) {
      __typename
      ... on Payment {
        ...BegunPayment
      }
      ... on Refusal {
        message
      }
      ... on BillNotPayable {
        payment
      }
    }
  }
`);

const RETURN_PATH = "/bills/paid";

/** The ids of bills. */
export type BillsWish = readonly string[];

/** A payment of these bills together. */
export function useBillsPayment(bills: BillsWish): PaymentOf<BillsWish> {
  const { send, isSending } = useChange(PAY_BILLS);
  return usePayment<BillsWish>({
    ...{ name: purposeOfBills(bills), returnPath: RETURN_PATH, isSending },
    send: async ({ wish, ...order }) =>
      outcomeIn(await send({ ...order, bills: [...wish] }), "payBills", ({ payBills }) =>
        payBills?.__typename === "Payment" ? readFragment(BEGUN_PAYMENT, payBills) : payBills,
      ),
  });
}
