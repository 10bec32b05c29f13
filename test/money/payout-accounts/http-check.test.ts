import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Instant, systemRuntime } from "../../../services/kernel/runtime.ts";
import { readPeers } from "../../../services/kernel/signed-calls/peer.ts";
import type { BankAccountCheck } from "../../../services/money/payout-accounts/bank-account-check.ts";
import { CHECK_PROTOCOL, openHttpCheck } from "../../../services/money/payout-accounts/checks/http-check.ts";
import { openBankAccountChecks } from "../../../services/money/payout-accounts/index.ts";
import {
  type BankAccountChecker,
  type CheckerFault,
  startBankAccountChecker,
} from "../../support/bank-account-checker.ts";
import { PATIENT_LIMITS } from "../../support/signed-peer.ts";

const ATTEMPTS = PATIENT_LIMITS.RETRIES_MAX + 1;
const AT = "2026-11-23T02:00:00.000Z" as Instant;

const OWN = "6222020200012345678";
const OTHERS = "6217000010001234567";
const WANG = { name: "王小明", idNumber: "11010519491231002X" };
const LI = { name: "李小红", idNumber: "110105199001010013" };

let checker: BankAccountChecker;
let check: BankAccountCheck;
let logged: string[];

const ports = () => ({
  runtime: { ...systemRuntime, now: () => AT },
  log: (level: string, message: string, fields = {}) =>
    void logged.push(JSON.stringify({ level, message, ...fields })),
});
const open = (limits = PATIENT_LIMITS): BankAccountCheck => openHttpCheck(checker.peer, ports(), limits);

beforeEach(async () => {
  logged = [];
  checker = await startBankAccountChecker({ now: () => AT, slowMs: 2_000 });
  checker.owners.set(OWN, WANG).set(OTHERS, LI);
  check = open();
});
afterEach(() => checker.stop());

const ask = (accountNumber: string, as = check, who = WANG) => as({ ...who, accountNumber, since: AT });
const unknown = (reason: string) => ({ outcome: "UNKNOWN", reason });
const times = (n: number, fault: CheckerFault): readonly CheckerFault[] => Array(n).fill(fault);

describe("a check over HTTP", () => {
  it("knows an account that is the person's, by its bank, with the checker's number", async () => {
    expect(await ask(OWN)).toEqual({
      outcome: "MATCH",
      reference: expect.stringMatching(/^n-chk_/),
      bank: "示例银行",
    });
    expect(checker.questions).toEqual([{ ...WANG, accountNumber: OWN, checkId: expect.any(String) }]);
  });

  it.each([
    ["somebody else's account", OTHERS, WANG],
    ["another name", OWN, { ...WANG, name: "王小名" }],
    ["another identity number", OWN, { ...WANG, idNumber: LI.idNumber }],
  ])("says no to %s", async (_, number, who) => {
    expect(await ask(number, check, who)).toMatchObject({ outcome: "NO_MATCH" });
  });

  it("leaves open what the checker cannot tell", async () => {
    expect(await ask("6222020200099999999")).toEqual(unknown("NOT_TOLD"));
  });

  it.each(["LOST_REQUEST", "LOST_ANSWER", "SLOW_ANSWER", "ERROR_500", "BUSY_429"] as const)(
    "asks again after %s",
    async (fault) => {
      checker.fail(fault);
      expect(await ask(OWN, open({ ...PATIENT_LIMITS, ATTEMPT_TIMEOUT_MS: 1_000 }))).toMatchObject({
        outcome: "MATCH",
      });
      expect(checker.requests()).toBe(2);
    },
  );

  it.each([
    ["LOST_REQUEST", "CONNECTION_LOST", ATTEMPTS],
    ["ERROR_500", "CHANNEL_FAULT", ATTEMPTS],
    ["DENIED_403", "CALL_REFUSED", 1],
    ["REDIRECTED", "CALL_REFUSED", 1],
    ["UNSIGNED", "NOT_AUTHENTIC", 1],
    ["SIGNED_BY_ANOTHER", "NOT_AUTHENTIC", 1],
    ["SIGNED_FOR_ANOTHER_REQUEST", "NOT_AUTHENTIC", 1],
    ["SIGNED_FOR_ANOTHER_CLIENT", "NOT_AUTHENTIC", 1],
    ["SIGNED_AS_PAYMENT", "NOT_AUTHENTIC", 1],
    ["ABOUT_ANOTHER_QUESTION", "NOT_AUTHENTIC", 1],
    ["ENDLESS_ANSWER", "NOT_AUTHENTIC", 1],
  ] as const)("proves nothing by %s", async (fault, reason, requests) => {
    checker.fail(...times(ATTEMPTS, fault));
    expect(await ask(OWN)).toEqual(unknown(reason));
    expect(checker.requests()).toBe(requests);
  });

  it("proves nothing by an answer that was changed on its way", async () => {
    checker.fail("TAMPERED");
    expect(await ask(OTHERS)).toEqual(unknown("NOT_AUTHENTIC"));
  });

  it.each([
    [{ outcome: "YES" }],
    [{ outcome: null }],
    [{ outcome: ["MATCH"] }],
    [{ number: "" }],
    [{ number: 7 }],
    [{ number: "x".repeat(65) }],
    [{ bank: "" }],
    [{ bank: 7 }],
    [{ bank: "行".repeat(61) }],
    [{ bank: "a\nb" }],
  ])("proves nothing by what the protocol does not know: %o", async (answer) => {
    checker.tell(answer);
    expect(await ask(OWN)).toEqual(unknown("NOT_AUTHENTIC"));
  });

  it("leaves a checker alone that fails again and again", async () => {
    checker.fail(...times(6, "ERROR_500"));
    await ask(OWN);
    await ask(OWN);
    const asked = checker.requests();
    expect(await ask(OWN)).toEqual(unknown("CIRCUIT_OPEN"));
    expect(checker.requests()).toBe(asked);
  });

  it("logs neither whom nor what it asked about", async () => {
    checker.fail("ERROR_500", "DENIED_403");
    await ask(OWN);
    const log = logged.join("\n");
    expect(log).toContain("bank account check: no answer");
    for (const secret of [...Object.values(WANG), OWN, "account-check-signature"])
      expect(log).not.toContain(secret);
  });
});

describe("the checks of a deployment", () => {
  const checks = (settings: string | undefined, sandboxPaysLive: boolean) =>
    openBankAccountChecks(
      { bankAccountCheck: settings === undefined ? undefined : { value: settings }, sandboxPaysLive },
      ports(),
    );
  const question = { ...WANG, accountNumber: OTHERS, since: AT };

  it("ask who the settings name, in the mode that they name", async () => {
    const { live, test } = await checks(`{"live":${checker.secret}}`, false);
    expect(await live(question)).toMatchObject({ outcome: "NO_MATCH" });
    expect(await test(question)).toMatchObject({ outcome: "MATCH" });
    expect(checker.requests()).toBe(1);
  });

  it("prove no live account by a sandbox, but on a developer's machine", async () => {
    expect(await (await checks(undefined, false)).live(question)).toEqual(unknown("NOT_CONNECTED"));
    expect(await (await checks(undefined, true)).live(question)).toMatchObject({ outcome: "MATCH" });
  });

  it("prove none, and say so, where the settings make no sense", async () => {
    const { live } = await checks(`{"live":{"origin":"http://check.example.cn"}}`, false);
    expect(await live(question)).toEqual(unknown("NOT_CONNECTED"));
    expect(logged.join()).toContain("settings of the bank account check: origin is not https");
    expect(() => readPeers(`${checker.secret}!`, CHECK_PROTOCOL)).toThrow(
      /^settings of the bank account check: no JSON$/,
    );
  });
});
