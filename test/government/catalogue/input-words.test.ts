import { describe, expect, it } from "vitest";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { inputWords } from "../../../services/government/catalogue/input-words.ts";
import { FUND_FACT_WORDS } from "../../../services/government/housing-fund/withdrawals/fact-words.ts";
import { FUND_FACTS } from "../../../services/government/housing-fund/withdrawals/withdrawal-facts.ts";

const TERMS = { form: rentWithdrawal.draft.form, group: { ...FUND_FACTS, words: FUND_FACT_WORDS } };

describe("a value that a check has read", () => {
  it.each([
    ["facts.housingFund.status", "SEALED", "账户状态", "已封存", "Sealed"],
    ["facts.housingFund.drawableFen", 123_456, "现可提取（元）", "1234.56", "1234.56"],
    ["facts.housingFund.hasLoan", false, "有未结清的公积金贷款", "否", "No"],
    ["facts.housingFund.unbrokenMonths", 7, "连续缴存月数", "7", "7"],
    ["facts.housingFund.unbrokenMonths", null, "连续缴存月数", "（无记录）", "(not on record)"],
    ["facts.identity.isOwn", true, "证件号码为申请人本人的", "是", "Yes"],
    ["form.hasHomeInCity", false, "本人及配偶在本市无自有住房", "是", "Yes"],
    ["form.hasHomeInCity", true, "本人及配偶在本市无自有住房", "否", "No"],
    ["form.leaseKind", "未备案", "租赁合同", "未备案", "Not registered"],
    ["form.monthlyRent", "4500.00", "月租金（元）", "4500.00", "4500.00"],
    ["form.monthlyRent", "…", "月租金（元）", "…", "…"],
  ])("is told by its name and in words: %s %j", (path, value, name, zh, en) => {
    expect(inputWords(path, value, TERMS)).toMatchObject({ name: { zh: name }, text: { zh, en } });
  });

  it("is told by a name in both languages where the fund's records tell it", () => {
    for (const fact of Object.keys(FUND_FACTS.facts)) {
      const { name } = inputWords(`facts.housingFund.${fact}`, null, TERMS);
      expect(name.zh).toMatch(/[一-龥]/);
      expect(name.en).not.toBe(fact);
    }
  });
});
