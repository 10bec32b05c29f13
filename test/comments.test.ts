import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const ROOTS = "{bench,functions,infra,local,schema,services,test,web}";
const files = globSync(`${ROOTS}/**/*.{ts,tsx,mjs,graphql}`).filter((file) => !file.includes("/generated/"));
const pages = ["README.md", ...globSync("docs/**/*.md")];

/** The words of a line's comment: of one that begins the line, or stands behind code. */
const COMMENT = /(?:^\s*(?:\/\*\*?|\*|\/\/)|[;,{})\]] \/\/)\s(.*)/;
/** The words of a line of a schema that are no code: a description or a comment. */
const DESCRIPTION = /^\s*(?:"{1,3}|#\s)?([A-Z][^:{(]*\s.*)/;
/** At the beginning of a sentence. A capital within one would be a name. */
const CLAUSE_AS_SUBJECT =
  /(?:^|[^`"'“\w])(?:What|Who|Whom|Whose|Whoever|Whatever|Which|Whichever|That which|(?:For|By|Of|On|To|With) wh(?:at|om|ose))(?: [^?]*)?$/;

const wordsOf = (file: string, line: string): string | undefined =>
  (file.endsWith(".graphql") ? DESCRIPTION : COMMENT).exec(line)?.[1]?.replaceAll(/`[^`]*`|"[^"]*"/g, "…");

const linesOf = (file: string): readonly string[] => readFileSync(file, "utf8").split("\n");

/** A page's own sentences: without its code, its headings and its labels. */
const sentencesOf = (page: string): readonly string[] => {
  let isCode = false;
  return linesOf(page).map((line) => {
    if (/^\s*```/.test(line)) isCode = !isCode;
    return isCode || /^#/.test(line) ? "" : line.replaceAll(/`[^`]*`|\*\*What:\*\*/g, "…");
  });
};

const placesIn = (file: string, lines: readonly (string | undefined)[]): readonly string[] =>
  lines.flatMap((line, i) =>
    CLAUSE_AS_SUBJECT.test(line ?? "") ? [`${file}:${i + 1}: ${line?.trim()}`] : [],
  );

describe("a sentence opens with its subject, not with a clause that asks to be read twice", () => {
  it("in each comment and each description of the schema", () => {
    expect(files.length).toBeGreaterThan(1_000);
    const found = files.flatMap((file) =>
      placesIn(
        file,
        linesOf(file).map((line) => wordsOf(file, line)),
      ),
    );
    expect(found).toEqual([]);
  });

  it("on each page", () => {
    expect(pages.flatMap((page) => placesIn(page, sentencesOf(page)))).toEqual([]);
  });

  it.each([
    ["a.ts", "/** What people read about applications. */"],
    ["a.ts", " * The keys of an issuer. What was fetched goes on serving."],
    ["a.ts", "  // Whoever asks is answered."],
    ["a.ts", "  /** Whose matter it is. */"],
    ["a.ts", "  // Which of two comes first is left to chance."],
    ["a.ts", " * It is judged anew. That which was drawn stays."],
    ["a.ts", "  /** For what is under way when the time is over. */"],
    ["a.graphql", '  "Who set it."'],
    ["a.graphql", "  What this citizen has to do, by due date."],
  ])("and one that does not is found in %s: %s", (file, line) => {
    expect(placesIn(file, [wordsOf(file, line)])).toHaveLength(1);
  });

  it("while a question may ask, and code may say anything", () => {
    const lines = ['const parts = "What,Instead of";', "/** Is it a part? What part is it? */"];
    expect(
      placesIn(
        "a.ts",
        lines.map((line) => wordsOf("a.ts", line)),
      ),
    ).toEqual([]);
  });
});
