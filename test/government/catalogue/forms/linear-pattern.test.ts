import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPattern } from "../../../../services/government/catalogue/forms/linear-pattern.ts";
import { startAnswerTime } from "../../../support/answer-time.ts";
import { must } from "../../../support/must.ts";

const TEXT_LENGTH_MAX = 4_000;
const TIME_MAX_MS = 250;

const matches = (pattern: string, text: string): boolean => must(readPattern(pattern)).matches(text);

const problemOf = (pattern: string): unknown => {
  const read = readPattern(pattern);
  return read.ok ? undefined : read.error;
};

describe("a pattern is matched in linear time", () => {
  it.each([
    ["^(a+)+$", "a"],
    ["^(a|a)*$", "a"],
    ["^(a|aa)+$", "a"],
    ["^(\\w+\\s?)*$", "a"],
    ["^([a-z0-9]+[.-]?)+@x$", "a"],
    ["(x+x+)+y", "x"],
    ["(.*a){20}b", "a"],
    ["a*a*a*a*a*a*b", "a"],
    ["^(?:a?){60}a{60}$", "a"],
    ["^(([^,]*),)*([^,]*);$", ","],
    ["\\s+$", " "],
    ["^((a{0,20}){0,20})$", "a"],
  ])("%s, whatever stands in the field", (pattern, letter) => {
    const { matches: inTime } = must(readPattern(pattern));
    const texts = ["", "!", "\u{20bb7}"].flatMap((end) => [
      letter.repeat(34) + end,
      letter.repeat(TEXT_LENGTH_MAX - 2) + end,
    ]);
    const takenMs = startAnswerTime();
    for (const text of texts) inTime(text);
    expect(takenMs()).toBeLessThan(TIME_MAX_MS * texts.length);
  });

  it.each([
    ["looks ahead", "^(?=.*\\d).+$"],
    ["looks ahead for what must not come", "^(?!0)\\d+$"],
    ["looks behind", "(?<=a)b"],
    ["looks behind for what must not have been", "(?<!a)b"],
    ["looks back at what it has matched", "(a)\\1"],
    ["looks back by name", "(?<a>x)\\k<a>"],
    ["asks for the edge of a word", "\\bfoo"],
    ["changes what letters mean", "(?i:a)"],
  ])("and one that %s is refused", (_, pattern) => expect(problemOf(pattern)).toBe("NOT_LINEAR"));

  it.each([
    ["a pattern that is none", "(", "NOT_REGULAR"],
    ["one that refers to a group that there is not", "a\\1", "NOT_REGULAR"],
    ["one that is too long", "a".repeat(501), "TOO_LARGE"],
    ["one whose repetitions make it too large", "(?:a{50}){50}", "TOO_LARGE"],
    ["one that repeats more often than a number can say", `a{${"9".repeat(400)}}`, "TOO_LARGE"],
    ["one that repeats nothing, but often", "(?:){9999}", "TOO_LARGE"],
  ])("and so is %s", (_, pattern, problem) => expect(problemOf(pattern)).toBe(problem));
});

describe("a pattern means what ECMAScript says that it means", () => {
  it.each([
    ["^\\d{17}[\\dX]$", ["11010519491231002X"], ["11010519491231002x", "1"]],
    ["^[\\u4e00-\\u9fa5·]{2,4}$", ["王小明"], ["王", "Wang"]],
    ["^\\p{Script=Han}+$", ["王小明", "\u{20bb7}"], ["a"]],
    ["^.$", ["\u{20bb7}", "\ud83d"], ["\n", "ab"]],
    ["^\\uD83D\\uDE00$", ["\u{1f600}"], ["\ud83d"]],
    ["^\\u{1f600}?$", ["\u{1f600}", ""], ["x"]],
    ["b|^a$", ["a", "xbx"], ["aa"]],
    ["^[\\]^\\-\\\\]+$", ["]^-\\"], ["a"]],
    ["^[^\\n]*$", ["a"], ["a\n"]],
    ["^(?<year>\\d{4})-\\x41\\cJ\\0$", ["2026-A\n\0"], ["2026-A"]],
    ["", ["", "a"], []],
    ["$", ["", "a"], []],
    ["[]", [], ["", "a"]],
    ["^(?:(?:)*|a)*?$", ["", "aa"], ["b"]],
  ])("%s", (pattern, taken, refused) => {
    for (const text of taken) expect(matches(pattern, text), text).toBe(true);
    for (const text of refused) expect(matches(pattern, text), text).toBe(false);
  });

  const atom = fc.constantFrom(
    "a",
    "b",
    ".",
    "\\d",
    "[ab]",
    "[^a]",
    "\\w",
    "\u{20bb7}",
    "(?:)",
    "\\$",
    "[a-c1]",
  );
  const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 4 },
      atom,
      atom,
      fc.tuple(tie("pattern"), fc.constantFrom("(", "(?:")).map(([inner, open]) => `${open}${inner})`),
      fc
        .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "*?", "{2}", "{0,2}", "{1,}", "{0}"))
        .map(([inner, often]) => `(?:${inner})${often}`),
    ),
    pattern: fc
      .tuple(
        fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join("")),
        fc.constantFrom("", "", "^", "|", "|^"),
        fc.constantFrom("", "", "$", "|b", "$|a"),
      )
      .map(([inner, before, after]) => `${before}${inner}${after}`),
  }));

  it("as its own matcher does, for patterns and texts by chance", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "b", "c", "1", "$", "\n", "\u{20bb7}"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(pattern, fc.array(text, { maxLength: 6 }), (source, texts) => {
        const read = readPattern(source);
        if (!read.ok) {
          expect(read.error).toBe("TOO_LARGE");
          return;
        }
        const native = new RegExp(source, "u");
        for (const one of texts) expect(read.value.matches(one), one).toBe(native.test(one));
      }),
      { numRuns: 2_000 },
    );
  });
});
