import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";

export const REFUND = `mutation ($key: ID!, $input: RefundPaymentInput!) {
  refundPayment(idempotencyKey: $key, input: $input) {
    __typename
    ... on Refund { id payment status amount bill }
    ... on Refusal { code }
    ... on InvalidInput { path }
    ... on NotRefundable { refundable }
  }
}`;

/** Gives back of a payment, as the mutation answered it, what `changes` say: an amount, and a bill where there are more. */
export async function refund(platform: TestPlatform, payment: Json, changes: object): Promise<Json> {
  const input = { payment: textAt(payment, "id"), reason: "重复缴费", ...changes };
  const token = await platform.tokens.officer({ roles: ["TREASURER"] });
  const variables = { key: newId("key", systemRuntime), input };
  return at((await platform.call({ query: REFUND, variables, token })).data, "refundPayment");
}
