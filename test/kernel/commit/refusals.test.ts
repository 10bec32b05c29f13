import { expect, it } from "vitest";
import { AwsRefusal } from "../../../services/kernel/aws/json-calls.ts";
import { cancellationReasons, isContended } from "../../../services/kernel/commit/commit.ts";

const CONFLICT = ["None", "TransactionConflict"];

/** As a module has it that stands beside a bundle. */
class RefusalOfAnotherBundle extends Error {
  readonly reasons: unknown;

  constructor(reasons: unknown) {
    super("cancelled");
    this.reasons = reasons;
  }
}

it("a refusal is contended by its reasons, no matter which bundle's class it has", () => {
  const own = new AwsRefusal("TransactionCanceledException", "cancelled", 400, CONFLICT);
  const other = new RefusalOfAnotherBundle(CONFLICT);
  for (const refusal of [own, other]) {
    expect(cancellationReasons(refusal)).toEqual(CONFLICT);
    expect(isContended(refusal)).toBe(true);
  }
});

it.each([
  ["another error", new Error("no")],
  ["a refusal of no transaction", new AwsRefusal("ThrottlingException", "slow down", 400)],
  ["reasons that are no texts", new RefusalOfAnotherBundle([{ Code: "None" }])],
  ["no error at all", { reasons: CONFLICT }],
])("%s has no such reasons", (_, error) => {
  expect(cancellationReasons(error)).toBeUndefined();
  expect(isContended(error)).toBe(false);
});
