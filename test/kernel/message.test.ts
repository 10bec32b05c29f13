import { describe, expect, it } from "vitest";
import { sayFrom } from "../../services/kernel/message.ts";

const HALLS = { SLOT_TOO_FAR: { zh: "只能预约 {days} 天以内的时段。", en: "Up to {days} days ahead." } };
const TICKETS = { NOBODY_WAITS: { zh: "当前无人排队。", en: "Nobody is waiting." } };

describe("what is said", () => {
  const sayIn = sayFrom([HALLS, TICKETS]);

  it("is said in the language that is asked for, with its gaps filled", () => {
    expect(sayIn("zh")("SLOT_TOO_FAR", { days: "14" })).toBe("只能预约 14 天以内的时段。");
    expect(sayIn("en")("SLOT_TOO_FAR", { days: "14" })).toBe("Up to 14 days ahead.");
    expect(sayIn("en")("NOBODY_WAITS")).toBe("Nobody is waiting.");
  });

  it("leaves a gap empty that nothing fills", () => {
    expect(sayIn("en")("SLOT_TOO_FAR")).toBe("Up to  days ahead.");
  });

  it("has one text for a code, whoever brings it", () => {
    expect(() => sayFrom([HALLS, TICKETS, { NOBODY_WAITS: { zh: "无人。", en: "Nobody." } }])).toThrow(
      "two messages for NOBODY_WAITS",
    );
  });

  it("is never made up", () => {
    // @ts-expect-error: neither has a text for it
    expect(() => sayIn("en")("toString")).toThrow("no message for toString");
  });
});
