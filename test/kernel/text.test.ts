import { describe, expect, it } from "vitest";
import { checkText } from "../../services/kernel/text.ts";

describe("one line of text", () => {
  it("is trimmed and brought into its composed form", () => {
    expect(checkText("  cafe\u0301 便民  ", 1, 10)).toEqual({ ok: true, value: "café 便民" });
  });

  it("is measured in characters, whatever they take in memory", () => {
    expect(checkText("𠮷𠮷", 2, 2).ok).toBe(true);
    expect(checkText("𠮷𠮷𠮷", 1, 2)).toEqual({
      ok: false,
      error: { code: "TEXT_LENGTH", values: { min: "1", max: "2" } },
    });
    expect(checkText("   ", 1, 2).ok).toBe(false);
  });

  it.each([
    ["a line break", "京城\n便民"],
    ["NUL", "京城\u0000便民"],
    ["a line separator", "京城\u2028便民"],
    ["a paragraph separator", "京城\u2029便民"],
    ["a mark that turns the direction", "京城\u202E便民"],
    ["a space of no width", "京城\u200B便民"],
    ["a hyphen that mostly does not show", "京城\u00AD便民"],
    ["a tag", "京城\u{E0041}便民"],
    ["the first half of a character", "京城\uD800便民"],
    ["the second half of a character", "京城\uDC00便民"],
  ])("does not hold %s", (_, text) => {
    expect(checkText(text, 1, 10)).toMatchObject({ ok: false, error: { code: "CONTROL_CHARACTERS" } });
  });
});
