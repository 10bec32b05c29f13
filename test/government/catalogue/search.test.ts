import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft } from "../../../services/government/catalogue/draft.ts";
import { matches, searchText, termsOf } from "../../../services/government/catalogue/search.ts";
import { must } from "../../support/must.ts";
import { draftOf } from "./items.ts";

const text = searchText(must(checkDraft(draftOf({ code: "BJ-GJJ-ZFTQ-001" }))));
const finds = (search: string): boolean => matches(text, termsOf(search));

describe("租房提取住房公积金 is found by", () => {
  it.each([
    ["its whole name", "租房提取住房公积金"],
    ["a word of it", "租房"],
    ["two words in another order", "公积金租房"],
    ["the same with a space", "公积金 租房"],
    ["a single character", "租"],
    ["its department", "管理中心"],
    ["a material", "身份证"],
    ["words of its name and a material", "租房 身份证"],
    ["its name between book-title marks", "《住房公积金》、租房"],
    ["English, in any case", "HOUSING Rent"],
    ["a part of an English word", "withdraw"],
    ["its code, in any case", "bj-gjj-zftq"],
    ["full-width letters", "ＢＪ－ＧＪＪ"],
    ["Chinese and English in one word", "租房rent"],
    ["nothing at all", "  "],
  ])("%s: %s", (_, search) => expect(finds(search)).toBe(true));

  it.each([
    ["another word", "购房"],
    ["a word and a wrong one", "租房购车"],
    ["one term of two that is not there", "租房 居住证"],
    ["characters of it that stand apart", "租金"],
    ["pairs across the end of a name", "金北"],
    ["a character that it does not have", "税"],
    ["another English word", "licence"],
    ["another code", "bj-gjj-9"],
  ])("not by %s: %s", (_, search) => expect(finds(search)).toBe(false));
});

describe("a search", () => {
  it("finds every item by any stretch of its own text", () => {
    const name = "离休、退休提取住房公积金（新办）";
    const item = must(checkDraft(draftOf({ name: { zh: name, en: "Retirement" } })));
    const inside = fc
      .tuple(fc.nat(name.length - 1), fc.nat(name.length))
      .map(([from, to]) => name.slice(from, to));
    fc.assert(fc.property(inside, (part) => matches(searchText(item), termsOf(part))));
  });
});
