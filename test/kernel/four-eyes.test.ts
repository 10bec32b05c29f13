import { describe, expect, it } from "vitest";
import { isHandOf } from "../../services/kernel/four-eyes.ts";

const OFFICER = { id: "ofc_1", person: "ctz_1" } as const;
const NAMELESS = { id: "ofc_1" } as const;

describe("a hand is an officer's", () => {
  it.each([
    ["by the officer's id", OFFICER, { by: "ofc_1", person: "ctz_1" }, true],
    ["by the person, under another officer's id", OFFICER, { by: "ofc_2", person: "ctz_1" }, true],
    ["by the id alone, of records that name no person", OFFICER, { by: "ofc_1" }, true],
    ["not where both are others", OFFICER, { by: "ofc_2", person: "ctz_2" }, false],
    ["not where another officer's record names no person", OFFICER, { by: "ofc_2" }, false],
    ["not where neither has a person", NAMELESS, { by: "ofc_2" }, false],
    ["by the id of one without a person", NAMELESS, { by: "ofc_1", person: "ctz_9" }, true],
    ["not where there is none", OFFICER, undefined, false],
  ] as const)("%s", (_, officer, hand, is) => {
    expect(isHandOf(officer, hand)).toBe(is);
  });
});
