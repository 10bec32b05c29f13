import { describe, expect, it } from "vitest";
import {
  ATTEMPTS_MAX,
  type Delivery,
  failDelivery,
  isDue,
  retryDelivery,
} from "../../../services/kernel/outbox/delivery.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../services/kernel/runtime.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const WAITING: Delivery = {
  table: "records-live",
  aggregate: "bill_1",
  sequence: 1,
  at: NOW,
  event: "{}",
  state: "WAITING",
  attempts: 0,
};

describe("an event that cannot be delivered", () => {
  it("is tried again later and later, for about four hours, and then parked", () => {
    let delivery = WAITING;
    let now = NOW;
    const waits: number[] = [];
    while (delivery.state === "WAITING") {
      expect(isDue(delivery, now)).toBe(true);
      const failed = failDelivery(delivery, "Error: no", now);
      const due = failed.dueAt ?? now;
      expect(isDue(failed, plusMs(due, -1))).toBe(false);
      waits.push((Date.parse(due) - Date.parse(now)) / 60_000);
      [delivery, now] = [failed, due];
    }
    expect(delivery).toMatchObject({ state: "PARKED", attempts: ATTEMPTS_MAX });
    expect(isDue(delivery, plusMs(now, 24 * HOUR_MS))).toBe(false);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
  });

  it("keeps the beginning of what was wrong", () => {
    expect(failDelivery(WAITING, "x".repeat(5_000), NOW).failure).toHaveLength(200);
  });

  it("begins anew when an operator has it tried again", () => {
    const parked = {
      ...failDelivery(WAITING, "Error: no", NOW),
      attempts: ATTEMPTS_MAX,
      state: "PARKED",
    } as const;
    const retried = retryDelivery(parked, NOW);
    expect(isDue(retried, NOW)).toBe(true);
    expect(failDelivery(retried, "Error: no", NOW)).toMatchObject({ state: "WAITING", attempts: 1 });
  });
});
