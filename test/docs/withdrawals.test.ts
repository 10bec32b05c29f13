import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DEMO_ITEMS } from "../../local/demo/service-items.ts";
import type { RegionCode } from "../../services/field/region.ts";
import { ruleOn } from "../../services/government/cases/ruling/ruling.ts";
import { readsOf } from "../../services/government/catalogue/index.ts";
import { ACCOUNT_STATUSES } from "../../services/government/housing-fund/account.ts";
import { WITHDRAWAL_REASONS } from "../../services/government/housing-fund/withdrawal.ts";
import { isPaidFrom } from "../../services/government/housing-fund/withdrawals/terms.ts";
import { date } from "../../services/kernel/civil-date.ts";

const page = readFileSync(new URL("../../docs/service-items.md", import.meta.url), "utf8");
const rows = page
  .slice(page.indexOf("## Withdrawals from the housing fund"))
  .split("\n")
  .filter((line) => line.startsWith("| ("))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const BEIJING = "110105" as RegionCode;
const TODAY = date("2026-03-02");
const OUTCOMES = { APPROVED: "rule", ROUTED: "person", REJECTED: "refused" } as const;

/** The cell of an item and a status, by the item's checks on the status alone, and by what a grant pays from. */
function cellOf(code: string, status: string): string {
  const item = DEMO_ITEMS.find(({ draft }) => draft.code === code)?.draft;
  const reason = WITHDRAWAL_REASONS.find((one) => item?.effect === `HOUSING_FUND_${one}`);
  if (!item?.rule || !reason) throw new Error(`no withdrawal ${code}`);
  const checks = item.rule.checks.filter(({ holds }) =>
    readsOf(holds).every((read) => read === "facts.housingFund.status"),
  );
  const outcome = OUTCOMES[ruleOn(checks, { form: {}, facts: { housingFund: { status } } }).outcome];
  const known = ACCOUNT_STATUSES.find((one) => one === status);
  const isPaid = known !== undefined && isPaidFrom(reason, { status: known, region: BEIJING }, TODAY);
  if (outcome === "rule") expect(isPaid, `${code} from ${status}`).toBe(true);
  return outcome === "person" && !isPaid ? "person, unpaid" : outcome;
}

it("every reason of art. 24 has its row", () => {
  const articles = rows.map(([article]) => article);
  expect(articles).toEqual(["(1) 1", "(1) 2, (2)", "(1) 3, (2)", "(1) 4, (2)", "(1) 5", "(1) 6", "(3)"]);
});

it("the table of withdrawals is what the items' rules and a grant make of each status", () => {
  const withItem = rows.flatMap(([, , item = "", ...cells]) => {
    const code = /^`(.+)`$/.exec(item)?.[1];
    return code === undefined ? [] : [{ code, cells }];
  });
  expect(withItem).toHaveLength(WITHDRAWAL_REASONS.length);
  for (const { code, cells } of withItem) {
    expect(cells, code).toEqual(["ACTIVE", "SEALED", "CLOSED", "NONE"].map((status) => cellOf(code, status)));
  }
});
