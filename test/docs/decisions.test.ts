import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = "docs/decisions";
const text = (page: string): string => readFileSync(page, "utf8");
const all = globSync(`${FOLDER}/*.md`);
const areas = all.filter((page) => !/(README|idempotency-keys)\.md$/.test(page));

const sections = areas.flatMap((page) =>
  text(page)
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ page, heading: section.split("\n", 1)[0] ?? "", section })),
);

describe("a decision", () => {
  it("says what, instead of what, and why, each once and in this order", () => {
    expect(sections.length).toBeGreaterThan(150);
    const parts = ({ section }: { readonly section: string }) =>
      [...section.matchAll(/^- \*\*([\w ]+):\*\* \S/gm)].map(([, part]) => part);
    const others = sections.filter((each) => parts(each).join() !== "What,Instead of,Why");
    expect(others.map(({ page, heading }) => `${page}: ${heading}`)).toEqual([]);
  });

  it("stands once, under a heading of its own", () => {
    const headings = sections.map(({ heading }) => heading);
    expect(headings).toEqual([...new Set(headings)]);
  });
});

describe("a page of decisions", () => {
  it("stands in the index", () => {
    const listed = [...text(`${FOLDER}/README.md`).matchAll(/^\| \[.+\]\((.+)\) \|/gm)].map(
      ([, page]) => page,
    );
    const pages = all.map((page) => page.slice(FOLDER.length + 1)).filter((page) => page !== "README.md");
    expect(listed.sort()).toEqual(pages.sort());
  });
});

describe("a link to a page of ours", () => {
  it("leads to one that is there", () => {
    const dead = ["README.md", ...globSync("docs/**/*.md")].flatMap((page) =>
      [...text(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, link = ""]) => link)
        .filter((link) => !existsSync(join(dirname(page), link)))
        .map((link) => `${page}: ${link}`),
    );
    expect(dead).toEqual([]);
  });
});
