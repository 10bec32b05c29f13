import { describe, expect, it } from "vitest";
import { answerRows } from "../../web/shared/forms/answer-rows.ts";
import { changesToSend, isAsked, withValueAt } from "../../web/shared/forms/answers.ts";
import type { FormField } from "../../web/shared/forms/form-parts.ts";
import { toSummary } from "../../web/shared/forms/form-view.ts";

const field = (path: string, widget: FormField["widget"], more: Partial<FormField> = {}): FormField => ({
  ...{ name: path.split("/").at(-1) ?? "", path: path.split("/"), widget, required: true },
  ...{ label: { zh: path, en: path }, hint: null, choices: [], when: [], example: null },
  ...{ confirms: null, pattern: null, maxItems: null, notBefore: null, notAfter: null },
  ...more,
});

const FIELDS = [
  field("name", "TEXT"),
  field("rent", "MONEY"),
  field("idNumber", "ID_NUMBER"),
  field("rooms", "NUMBER"),
  field("married", "YES_NO"),
  field("spouse", "GROUP", { when: [{ path: ["married"], values: ["true"] }] }),
  field("spouse/name", "TEXT"),
  field("spouse/works", "YES_NO", { required: false }),
  field("spouse/employer", "TEXT", { when: [{ path: ["spouse", "works"], values: ["true"] }] }),
  field("guardian", "GROUP", { required: false }),
  field("guardian/name", "TEXT"),
  field("children", "LIST", { required: false }),
  field("children/*/name", "TEXT"),
  field("agrees", "CONFIRM", { confirms: true }),
];

const NAMES = FIELDS.filter(({ path }) => path.length === 1).map(({ name }) => name);

const sent = (answers: Record<string, unknown>, held: readonly string[] = []) =>
  changesToSend(NAMES, { fields: FIELDS, answers, isHeld: (at) => held.includes(at.join("/")) });

describe("what is sent of a form", () => {
  it("is written as the platform has it, whatever people put between digits", () => {
    expect(
      sent({ rent: " ¥4,500 元", idNumber: "110105 19491231 002x", rooms: "3", name: "  王小明 " }),
    ).toMatchObject({
      ...{ rent: "4500.00", idNumber: "11010519491231002X", rooms: 3, name: "王小明" },
    });
    // A text that cannot be told is the platform's to judge, as it was typed.
    expect(sent({ rent: "about 4500", rooms: "three" })).toMatchObject({
      rent: "about 4500",
      rooms: "three",
    });
  });

  it("empties what was emptied, and is silent of what the platform fills in", () => {
    const changes = sent({ name: "王小明", rent: "" }, ["name"]);
    expect(changes).toMatchObject({ rent: null, rooms: null });
    expect(changes).not.toHaveProperty("name");
  });

  it("asks for each field of a group that has to be filled in, and for none of one that need not be", () => {
    expect(sent({ married: true, spouse: { name: "" } })).toMatchObject({ spouse: {}, guardian: null });
    expect(sent({ married: false, spouse: { name: "" } })).toMatchObject({ spouse: null });
  });

  it("has no entry of a list in which nothing stands", () => {
    expect(sent({ children: [{ name: "" }, { name: "小红" }] })).toMatchObject({
      children: [{ name: "小红" }],
    });
    expect(sent({ children: [{ name: "" }] })).toMatchObject({ children: null });
  });

  it("changes nothing but what was changed", () => {
    const before = { spouse: { name: "李梅", works: true }, children: [{ name: "小红" }] };
    expect(withValueAt(before, ["children", "0", "name"], "小兰")).toEqual({
      ...before,
      children: [{ name: "小兰" }],
    });
    expect(withValueAt(before, ["spouse", "works"], undefined)).toEqual({
      ...before,
      spouse: { name: "李梅" },
    });
  });
});

describe("a field with a condition", () => {
  const asked = (path: string, answers: Record<string, unknown>) => {
    const one = FIELDS.find((each) => each.path.join("/") === path);
    return one && isAsked(one, one.path, { fields: FIELDS, answers });
  };

  it("is asked where it holds", () => {
    expect(asked("spouse", { married: true })).toBe(true);
    expect(asked("spouse", { married: false })).toBe(false);
    expect(asked("spouse", {})).toBe(false);
    expect(asked("spouse/employer", { spouse: { works: true } })).toBe(true);
  });
});

describe("the answers, as people read them,", () => {
  const say = ({ en }: { readonly en: string }): string => en;
  const offered = { accounts: [], regions: [] };
  const read = (name: string, answers: Record<string, unknown>) => {
    const one = FIELDS.find(({ path }) => path.join("/") === name);
    const view = { fields: FIELDS, answers, held: [{ path: ["idNumber"], shown: "1101**002X" }], offered };
    const rows = one ? answerRows(one, one.path, { view, reading: { say, language: "en", offered } }) : [];
    return rows.map(({ label, text }) => [label, text]);
  };

  it("name the groups and the entries around them", () => {
    const spouse = { name: "李梅", works: false };
    expect(read("spouse", { married: true, spouse })).toEqual([
      ["spouse · spouse/name", "李梅"],
      ["spouse · spouse/works", "No"],
    ]);
    expect(read("children", { children: [{ name: "小红" }, {}] })).toEqual([
      ["children: entry 1 · children/*/name", "小红"],
      ["children: entry 2 · children/*/name", undefined],
    ]);
  });

  it("say of a group that was left out that it was, once, and nothing of what is not asked", () => {
    expect(read("guardian", {})).toEqual([["guardian", undefined]]);
    expect(read("spouse", { married: false, spouse: { name: "李梅" } })).toEqual([]);
  });

  it("show amounts as such, and of what the platform holds what may be seen", () => {
    expect(read("rent", { rent: "4500.00" })).toEqual([["rent", "¥4,500.00"]]);
    expect(read("idNumber", {})).toEqual([["idNumber", "1101**002X"]]);
  });
});

describe("a summary of problems", () => {
  const told = (path: readonly string[]) =>
    toSummary([{ path: [...path], message: "name: Fill this in.", label: { zh: "n", en: "n" } }], {
      fields: FIELDS,
      say: ({ en }) => en,
    })[0];

  it("leads to the field, and tells entries of a list apart", () => {
    expect(told(["form", "name"])).toEqual({ field: "form-name", text: "name: Fill this in." });
    expect(told(["form", "children", "1", "name"])).toEqual({
      field: "form-children-1-name",
      text: "children: entry 2 · name: Fill this in.",
    });
  });

  it("says of a box that it is to be ticked, and not by which value", () => {
    expect(told(["form", "agrees"])?.text).toBe("Tick the box to confirm: n");
  });
});
