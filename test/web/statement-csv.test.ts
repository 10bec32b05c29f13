import { describe, expect, it } from "vitest";
import { csvOf } from "../../web/console/accounts/statement-csv.ts";

const LINE = {
  ...{ id: "tfr_1", bookedAt: "2026-11-01T00:00:00.000Z", amount: "-12.50" },
  ...{ reason: "payments.payment.succeeded", cause: "pay_1", reverses: null },
};

/** Its lines after the first, which names the columns. */
const linesOf = (cause: string): string =>
  csvOf([{ ...LINE, cause }])
    .split("\r\n")
    .slice(1)
    .join("\r\n");

describe("a statement as a file", () => {
  it("names its columns, and keeps an amount that is taken away a number", () => {
    expect(csvOf([LINE])).toBe(
      "\uFEFFid,bookedAt,amount,reason,cause,reverses\r\n" +
        "tfr_1,2026-11-01T00:00:00.000Z,-12.50,payments.payment.succeeded,pay_1,\r\n",
    );
  });

  it.each(["=HYPERLINK(1)", "+1-2", "-2+3", "@SUM(A1)", "\t=1"])(
    "holds nothing that a spreadsheet would run: %j",
    (cause) => {
      expect(linesOf(cause)).toContain(`,'${cause},`);
    },
  );

  it("puts quotes around a text that has commas, quotes or lines", () => {
    expect(linesOf('=1,"2"')).toContain(`,"'=1,""2""",`);
  });
});
