import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../services/api/errors.ts";
import { LIMITS } from "../../services/api/limits.ts";
import { PAGE_SIZE_MAX } from "../../services/api/relay.ts";
import { PERSONAL_SCOPES, SCOPES } from "../../services/kernel/actor.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { textOf } from "./blocks.ts";

const OPERATORS = textOf("docs/operators.md");
const PARTNERS = textOf("docs/partners.md");

/** The cells of the table under a heading, without its head, and without marks. */
function tableUnder(heading: string, page: string): string[][] {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`)).split("\n## ")[1] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}

describe("the documents", () => {
  it("name every limit with the value that holds", () => {
    const values = tableUnder("Limits", PARTNERS).map(([, value = ""]) =>
      Number(value.replace(/[^\d]/g, "")),
    );
    expect(values).toEqual([
      LIMITS.BODY_BYTES_MAX,
      LIMITS.TOKENS_MAX,
      LIMITS.NESTING_MAX,
      LIMITS.DEPTH_MAX,
      LIMITS.ALIASES_MAX,
      LIMITS.ROOT_FIELDS_MAX,
      LIMITS.DIRECTIVES_MAX,
      LIMITS.ERRORS_MAX,
      PAGE_SIZE_MAX,
    ]);
  });

  it("name every error code that a partner can meet", () => {
    const codes = tableUnder("Errors", PARTNERS).map(([code]) => code);
    expect(codes).toEqual(ERROR_CODES.filter((code) => code !== "NOT_FOUND"));
  });

  it("name every scope, and which of them need a consent", () => {
    const scopes = tableUnder("Scopes", PARTNERS).map(([scope, , consent]) => [scope, consent === "yes"]);
    expect(scopes).toEqual(SCOPES.map((scope) => [scope, PERSONAL_SCOPES.includes(scope)]));
  });

  it("name every setting of a function", () => {
    const settings = tableUnder("Configuration of a function", OPERATORS).map(([name]) => name);
    expect(settings.filter((name) => name?.startsWith("CIVIGRAPH_"))).toEqual(Object.values(CONFIG));
  });
});
