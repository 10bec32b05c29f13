import type { PayRefusal } from "./make-payment.ts";

/** The API's answer where no payment was made, whatever was to be paid. */
export function toPayRefusal(refusal: PayRefusal) {
  if ("path" in refusal)
    return { __typename: "InvalidInput", ...refusal, path: ["input", ...refusal.path] } as const;
  switch (refusal.code) {
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...refusal } as const;
    case "CHANNEL_UNKNOWN":
      return { __typename: "ChannelUnavailable", ...refusal } as const;
    case "INSUFFICIENT_FUNDS":
      return { __typename: "InsufficientFunds", ...refusal } as const;
  }
}
