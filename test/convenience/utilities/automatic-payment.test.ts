import { describe, expect, it } from "vitest";
import { afterTry, firstTryAt, taskFor } from "../../../services/convenience/utilities/automatic-payment.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { Instant } from "../../../services/kernel/runtime.ts";

const NOW = "2026-11-20T02:00:00.000Z" as Instant;
const BILL = { id: "bill_0123456789abcdef", dueOn: date("2026-11-30") } as const;

describe("a bill that is paid by itself", () => {
  it.each([
    ["2026-11-30", "2026-11-27T01:00:00.000Z"],
    ["2026-11-23", NOW],
    ["2026-11-24", "2026-11-21T01:00:00.000Z"],
    ["2026-11-01", NOW],
  ])(
    "and is due on %s is first tried at %s: nine in the morning of Beijing, three days before",
    (dueOn, at) => {
      expect(firstTryAt({ dueOn: date(dueOn) }, NOW)).toBe(at);
    },
  );

  it("is tried on three mornings where it is declined, and then no more", () => {
    const decline = (task: ReturnType<typeof taskFor>, now: string) =>
      afterTry(task, "DECLINED", now as Instant);
    const first = decline(taskFor(BILL, NOW), "2026-11-27T01:00:05.000Z");
    expect(first).toMatchObject({ status: "WAITING", declined: 1, dueAt: "2026-11-28T01:00:00.000Z" });
    const second = decline(first, "2026-11-28T01:10:00.000Z");
    expect(second).toMatchObject({ status: "WAITING", declined: 2, dueAt: "2026-11-29T01:00:00.000Z" });
    expect(decline(second, "2026-11-29T01:00:00.000Z")).toMatchObject({ status: "GIVEN_UP", declined: 3 });
  });

  it("is looked at again after ten minutes while a payment has not ended", () => {
    expect(afterTry(taskFor(BILL, NOW), "OPEN", NOW)).toMatchObject({
      ...{ status: "WAITING", declined: 0, dueAt: "2026-11-20T02:10:00.000Z", revision: 2 },
    });
  });

  it.each(["PAID", "ABOVE_CEILING", "NOT_NEEDED"] as const)("waits no more once it is %s", (tried) => {
    expect(afterTry(taskFor(BILL, NOW), tried, NOW)).toMatchObject({ status: tried });
  });
});
