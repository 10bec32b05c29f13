import { describe, expect, it } from "vitest";
import { loanRepaymentWithdrawal } from "../../../local/demo/items/loan-repayment-withdrawal.ts";
import { rentWithdrawal } from "../../../local/demo/items/rent-withdrawal.ts";
import { retirementWithdrawal } from "../../../local/demo/items/retirement-withdrawal.ts";
import { DEMO_ITEMS } from "../../../local/demo/service-items.ts";
import { applyRuling, ruleOn } from "../../../services/government/cases/ruling/ruling.ts";
import { ruleViolations } from "../../../services/government/catalogue/approval-rule.ts";
import type { RuleCheck } from "../../../services/government/catalogue/index.ts";
import { readRule } from "../../../services/government/catalogue/stored-rule.ts";
import { withdrawalEffects } from "../../../services/government/housing-fund/withdrawals/effects.ts";
import { FUND_FACT_WORDS } from "../../../services/government/housing-fund/withdrawals/fact-words.ts";

const WORDS = { words: FUND_FACT_WORDS };
const CHECKS: readonly RuleCheck[] = [
  ...DEMO_ITEMS.flatMap(({ draft }) => (draft.rule ? draft.rule.checks : [])),
  ...withdrawalEffects.flatMap(({ checks = [] }) => checks),
];

/** A check as it reads these facts, made to fail whatever it asks. */
const failing = (check: RuleCheck, facts: object) =>
  ruleOn([{ ...check, holds: { "===": [1, 2] } }], { form: {}, facts: { housingFund: facts } }, WORDS);

const FACTS = [
  { status: "SEALED", unbrokenMonths: 1, drawableFen: 0, payoutCaution: "ADDED_LATELY" },
  { status: "NONE", unbrokenMonths: 0, drawableFen: 123_45, payoutCaution: "NOT_FOUND" },
  {},
];

describe("the sentence of a check that failed", () => {
  it("is looked at in each rule that there is", () => {
    expect(CHECKS.length).toBeGreaterThan(12);
  });

  it.each(CHECKS.map((check) => [check.code, check] as const))(
    "is never the passed one, and says what can be done, in words: %s",
    (_, check) => {
      for (const facts of FACTS) {
        const [trace] = failing(check, facts).checks;
        for (const language of ["zh", "en"] as const) {
          const finding = trace?.finding[language] ?? "";
          expect(finding).not.toContain(check.name[language]);
          expect(finding).toContain(check.advice[language]);
          // No gap is left, and nobody reads a code.
          expect(finding).not.toMatch(/[{}]|[A-Z]{2,}_?[A-Z]+/);
        }
      }
    },
  );

  it("says the facts by their words, and amounts in yuan", () => {
    const finding = (code: string, facts: object) => {
      const check = rentWithdrawal.draft.rule?.checks.find((one) => one.code === code);
      return check && failing(check, facts).checks[0]?.finding;
    };
    expect(finding("active-account", { status: "SEALED" })).toMatchObject({
      zh: expect.stringContaining("账户：已封存。"),
      en: expect.stringContaining("found to be: Sealed."),
    });
    expect(finding("something-to-draw", { drawableFen: 5 })?.zh).toContain("可提取 0.05 元");
  });

  it("is that it is not met, where its rule was stored before both sentences were asked for", () => {
    const checks = rentWithdrawal.draft.rule?.checks.map(({ failed: _, advice: __, ...check }) => check);
    const rule = readRule(JSON.stringify({ ...rentWithdrawal.draft.rule, checks }));
    for (const check of rule.checks)
      expect(failing(check, {}).checks[0]?.finding).toEqual({
        zh: `未满足“${check.name.zh}”。`,
        en: `Not met: ${check.name.en}.`,
      });
    // Published anew, it has to say what can be done.
    const missing = ruleViolations(rule, undefined).filter(({ code }) => code === "TEXT_MISSING");
    expect(missing).toHaveLength(rule.checks.length);
    const whole = rentWithdrawal.draft.rule;
    expect(readRule(JSON.stringify(whole))).toEqual(whole);
  });

  it("is not said of what could not be told: then a person looks, and that is said", () => {
    const [check] = CHECKS;
    const unclear = check && ruleOn([{ ...check, holds: { "===": [{ var: "facts.no.fact" }, 1] } }], {});
    expect(unclear?.checks[0]).toMatchObject({
      result: "UNCLEAR",
      finding: { en: expect.stringMatching(/^A person looks/) },
    });
  });
});

describe("a refusal by rule", () => {
  const facts = { now: "2026-03-02T02:00:00.000Z", steps: [] } as unknown as Parameters<
    typeof applyRuling
  >[2];
  const SUBMITTED = {
    status: "SUBMITTED",
    ruling: "PENDING",
    clock: { pauses: [], promisedWorkingDays: 3, statutoryWorkingDays: 3 },
    tasks: [],
    finished: [],
  };
  const decided = (checks: readonly RuleCheck[], told: object) => {
    const ruling = ruleOn(checks, { form: {}, facts: told }, WORDS);
    const application = SUBMITTED as unknown as Parameters<typeof applyRuling>[0];
    return { ruling, decision: applyRuling(application, ruling, facts).decision };
  };
  const only = (item: typeof rentWithdrawal, ...codes: readonly string[]) =>
    (item.draft.rule ? item.draft.rule.checks : []).filter(({ code }) => codes.includes(code));

  it("says each check that failed, one after the other, and none that passed", () => {
    const checks = only(rentWithdrawal, "active-account", "unbroken-contributions", "something-to-draw");
    const told = { housingFund: { status: "SEALED", unbrokenMonths: 2, drawableFen: 10 } };
    const { decision } = decided(checks, told);
    expect(decision).toMatchObject({ outcome: "REJECTED" });
    const reason = typeof decision?.reason === "object" ? decision.reason.zh : "";
    expect(reason).toMatch(/已封存.*连续缴存了 2 个月/);
    expect(reason).not.toContain("可提取");
  });

  it("tells a partner what is not met and what can be done, and nothing that was found in records", () => {
    for (const item of [rentWithdrawal, retirementWithdrawal, loanRepaymentWithdrawal]) {
      const checks = only(
        item,
        item === rentWithdrawal ? "active-account" : "open-account",
        "something-to-draw",
      );
      const { decision } = decided(checks, { housingFund: { status: "CLOSED", drawableFen: 0 } });
      const forPartners = JSON.stringify(decision?.reasonForPartners);
      expect(forPartners).not.toMatch(/Closed|已销户|0\.00/);
      for (const { advice } of checks) expect(forPartners).toContain(advice.en);
    }
  });
});

it("a check without both sentences and what to do does not compile", () => {
  const law = { law: "条例", article: "第一条" };
  const rest = { code: "one", holds: {}, otherwise: "REJECT", ground: law } as const;
  const text = { zh: "是", en: "So" };
  // @ts-expect-error The sentence where it failed is missing.
  const withoutFailed: RuleCheck = { ...rest, name: text, advice: text };
  // @ts-expect-error The advice is missing.
  const withoutAdvice: RuleCheck = { ...rest, name: text, failed: text };
  // @ts-expect-error The sentence where it passed is missing.
  const withoutName: RuleCheck = { ...rest, failed: text, advice: text };
  expect([withoutFailed, withoutAdvice, withoutName]).toHaveLength(3);
});
