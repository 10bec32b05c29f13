import { at, type TestPlatform, textAt } from "../../support/platform.ts";
import { CHAOYANG, desk, mutateCase, type TestOfficer } from "./casework.ts";

const INSISTS_MAX = 40;
const FUND_CENTRE = "BJ-GJJ";

/** Repeats a call that fails, as somebody does who was not told how it went. */
async function insist<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt === INSISTS_MAX) throw error;
    }
  }
}

/**
 * Two officers grant all that waits for people at the fund centre's desk: one accepts and reviews, the other decides,
 * and what can no longer be paid is refused. Answers with how many cases there were.
 */
export async function grantAll(
  platform: TestPlatform,
  [reviewer, decider]: readonly [TestOfficer, TestOfficer],
): Promise<number> {
  const list = `workQueue(region: "${CHAOYANG}", department: "${FUND_CENTRE}", first: 100)`;
  const waiting = await insist(() => desk(platform, reviewer.token, list));
  for (const { id } of waiting) {
    const act = (officer: TestOfficer, mutation: string) =>
      insist(() => mutateCase(platform, officer.token, mutation));
    const take = (officer: TestOfficer, step: string) =>
      act(officer, `claimStep(id: "${id}", step: "${step}")`);
    await take(reviewer, "accept");
    await act(reviewer, `acceptApplication(id: "${id}")`);
    await take(reviewer, "review");
    await act(reviewer, `finishStep(id: "${id}", opinion: "情况属实")`);
    await take(decider, "decide");
    const granted = await act(decider, `approveApplication(id: "${id}", reason: "符合条件")`);
    if (textAt(granted, "__typename") !== "InvalidInput") continue;
    if (at(granted, "code") !== "NOTHING_DRAWABLE") throw new Error(JSON.stringify(granted));
    const ground = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
    await act(decider, `rejectApplication(id: "${id}", reason: "限额已用完", ${ground})`);
  }
  return waiting.length;
}
