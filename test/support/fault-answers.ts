import type { Random } from "../../local/generate/random.ts";
import type { Fault, OperationKind } from "./fault-proxy.ts";

/** An answer of the database: its own, or one that the proxy makes up. */
export type FaultAnswer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly checksum?: string | readonly string[] | undefined;
};

const TYPE = "application/x-amz-json-1.0";
const MODEL = "com.amazonaws.dynamodb.v20120810#";

/** In DynamoDB's own words. */
const MESSAGES = {
  InternalServerError: "Internal server error",
  ProvisionedThroughputExceededException:
    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.",
  ThrottlingException: "Throughput exceeds the current capacity of your table or index.",
  TransactionConflictException: "Transaction is ongoing for the item",
  TransactionInProgressException: "Transaction with the given token is already in progress.",
} as const;

const REASONS = {
  TransactionConflict: "Transaction is ongoing for the item",
  ThrottlingError: "Throughput exceeds the current capacity of your table or index.",
} as const;

/** The answer of DynamoDB to a call of this kind that meets such a fault. */
export function refusalAs(fault: Fault, kind: OperationKind | undefined, body: string, random: Random) {
  switch (fault) {
    case "throttled":
      return refusal(random.pick(["ProvisionedThroughputExceededException", "ThrottlingException"]));
    case "in-progress":
      return refusal("TransactionInProgressException");
    case "conflict":
      return kind === "transaction"
        ? cancellation("TransactionConflict", body, random)
        : refusal("TransactionConflictException");
    case "cancelled-by-throttling":
      return cancellation("ThrottlingError", body, random);
    default:
      return refusal("InternalServerError", 500);
  }
}

const refusal = (name: keyof typeof MESSAGES, status = 400): FaultAnswer => ({
  status,
  type: TYPE,
  body: JSON.stringify({ __type: `${MODEL}${name}`, message: MESSAGES[name] }),
});

/** One reason for each item, in their order; at least one is the code. */
function cancellation(code: keyof typeof REASONS, body: string, random: Random): FaultAnswer {
  const { TransactItems: items = [] }: { TransactItems?: readonly unknown[] } = JSON.parse(body);
  const certain = random.int(0, items.length - 1);
  const reasons = items.map((_, i) =>
    i === certain || random.chance(30) ? { Code: code, Message: REASONS[code] } : { Code: "None" },
  );
  const codes = reasons.map(({ Code }) => Code).join(", ");
  return {
    status: 400,
    type: TYPE,
    body: JSON.stringify({
      __type: `${MODEL}TransactionCanceledException`,
      CancellationReasons: reasons,
      Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    }),
  };
}
