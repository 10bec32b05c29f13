import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AwsRefusal } from "../../services/kernel/aws/json-calls.ts";
import { date } from "../../services/kernel/civil-date.ts";
import { OutcomeUnknown } from "../../services/kernel/database/transaction.ts";
import { nameFaults } from "../../services/kernel/each-of.ts";
import { describeFault, nameFault } from "../../services/kernel/fault.ts";
import { readTablePrefix } from "../../services/kernel/process/config.ts";

/** The errors and the places where they are thrown. */
function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return expect.fail("nothing was thrown");
}

const own = thrown(() => readTablePrefix({}));
const refused = new AwsRefusal("ValidationException", "the key citizen#ctz_0123456789abcdef", 400);

describe("a fault in the log", () => {
  it("says what we say, and at which line of which file it arose", () => {
    const [label, first] = describeFault(own).split("\n");
    expect(label).toBe("Error: configuration: CIVIGRAPH_TABLE_PREFIX is not set");
    expect(first).toMatch(/^ {4}at services\/kernel\/process\/config\.ts:\d+:\d+$/);
    expect(nameFault(own)).toBe(label);
  });

  it("says of others only which they are", () => {
    const system = Object.assign(new Error("connect ECONNREFUSED 10.0.17.4:443"), { code: "ECONNREFUSED" });
    expect(nameFault(system)).toBe("Error ECONNREFUSED");
    expect(nameFault(refused)).toBe("ValidationException");
    expect(nameFault(thrown(() => JSON.parse('{"name":李明}')))).toBe("SyntaxError");
    expect(nameFault(thrown(() => BigInt("李明")))).toBe("SyntaxError");
    expect(nameFault("李明")).toBe("unknown");
    expect(nameFault(Object.assign(new Error("x"), { code: "no code: 李明" }))).toBe("Error");
  });

  it("says what it was caused by, under the same rule", () => {
    const lost = describeFault(new OutcomeUnknown(refused));
    expect(lost).toMatch(/^OutcomeUnknown\n {4}at /);
    expect(lost).toMatch(/\ncaused by: ValidationException(\n {4}at |$)/);
    expect(lost).not.toContain("ctz_");
    const circle = new Error("round");
    circle.cause = circle;
    expect(describeFault(circle).split("caused by").length).toBe(3);
  });

  it("says of many how many there are, and the first", () => {
    expect(nameFaults([refused, own])).toBe("2 failed, first: ValidationException");
    expect(nameFaults([own])).toBe(`1 failed, first: ${nameFault(own)}`);
  });

  it("follows each of the errors that one stands for, up to five", () => {
    const many = describeFault(new AggregateError([refused, own], "ctz_0123456789abcdef"));
    expect(many).toMatch(/^AggregateError\n/);
    expect(many).toContain("caused by: ValidationException");
    expect(many).toContain(`caused by: ${nameFault(own)}`);
    expect(many).not.toContain("ctz_");
    expect(describeFault(new AggregateError(Array(9).fill(own))).split("caused by").length).toBe(6);
  });

  it("leaves long numbers out, should one get into what we say", () => {
    expect(nameFault(thrown(() => date("110101199003074477")))).toBe("Error: … is no date");
  });

  it("never repeats what was in an error that is not ours", () => {
    const kinds = [Error, TypeError, RangeError, SyntaxError];
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom(...kinds), (text, Kind) => {
        const secret = `§${text}`;
        const error = new Kind(secret, { cause: new Error(secret) });
        expect(describeFault(error)).not.toContain("§");
      }),
    );
  });
});
