import { describe, expect, it } from "vitest";
import { ERROR_CODES } from "../../services/api/errors.ts";
import { LIMITS } from "../../services/api/limits.ts";
import { PAGE_SIZE_MAX } from "../../services/api/relay.ts";
import { SETTINGS } from "../../services/app/settings.ts";
import { PERSONAL_SCOPES, SCOPES } from "../../services/kernel/actor.ts";
import { CONFIG } from "../../services/kernel/process/config.ts";
import { idVariableOf, type SettingStatement } from "../../services/kernel/settings.ts";
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

/** The rows of a setting, without marks. */
function rowsOf(setting: SettingStatement): string[][] {
  const { kind, variable } = setting;
  const row = (text: string): string[] => [variable, text.replaceAll("`", "")];
  if (kind === "yes or no") return [row(`yes ${setting.means}`)];
  if (kind === "secret") {
    const { holds, without } = setting;
    const [, kept = ""] = row(`${holds} in Secrets Manager; without any, ${without}`);
    return [
      [idVariableOf(setting), kept],
      row("the settings themselves, for development and tests; npm start takes them too"),
    ];
  }
  if (kind === "origin") return [row(`${setting.means}; without it, ${setting.without}`)];
  const [first, ...others] = setting.values;
  return [row(`${setting.means}, ${[`${first} (default)`, ...others].join(" or ")}`)];
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

  it("name every setting of a function, and say of those of services what they state", () => {
    const rows = tableUnder("Configuration of a function", OPERATORS);
    const settings = rows.filter(([name]) => name?.startsWith("CIVIGRAPH_"));
    const common = Object.values(CONFIG);
    expect(settings.slice(0, common.length).map(([name]) => name)).toEqual(common);
    const stated: readonly SettingStatement[] = Object.values(SETTINGS);
    expect(settings.slice(common.length)).toEqual(stated.flatMap(rowsOf));
  });
});
