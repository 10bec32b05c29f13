import { appealDecision } from "../../services/government/cases/applicant/appeal-decision.ts";
import { withdrawApplication } from "../../services/government/cases/applicant/withdraw-application.ts";
import { askForCorrection } from "../../services/government/cases/desk/ask-for-correction.ts";
import { decideAppeal } from "../../services/government/cases/desk/decide-appeal.ts";
import { decideApplication } from "../../services/government/cases/desk/decide-application.ts";
import { deliverResult } from "../../services/government/cases/desk/deliver-result.ts";
import { pauseClock } from "../../services/government/cases/desk/pause-clock.ts";
import { addDays, dateAt } from "../../services/kernel/civil-date.ts";
import { type Act, accept, approve, claim, handIn, review, revoke, supervise, takeStep } from "./acts.ts";
import type { DemoItemName } from "./forms.ts";
import { must } from "./onboard.ts";

const reject = (day: number): Act =>
  takeStep("decide", "decider", day, (ports, id) =>
    decideApplication(ports, id, {
      ...{ outcome: "REJECTED", reason: "在京居住不满半年" },
      ground: { law: "居住证暂行条例", article: "第二条" },
    }),
  );
const deliver = (day: number): Act =>
  takeStep("issue", "issuer", day, (ports, id) => deliverResult(ports, id, "证件已领取"));
const askCorrection = (day: number): Act =>
  takeStep("accept", "acceptor", day, (ports, id) =>
    askForCorrection(ports, id, {
      fields: [{ name: "address", note: "请填写到门牌号" }],
      materials: [{ code: "address-proof", note: "材料不清晰" }].map(({ code: name, note }) => ({
        name,
        note,
      })),
    }),
  );
const appeal =
  (day: number): Act =>
  async ({ id, asApplicant }) => {
    must(await appealDecision(asApplicant(day), id, "本人已居住满半年，有租赁登记为证"));
  };
const uphold = (day: number): Act =>
  supervise(day, (ports, id) =>
    decideAppeal(ports, id, { outcome: "UPHELD", answer: "登记日期不足半年，维持原决定" }),
  );
const overturn = (day: number): Act =>
  supervise(day, (ports, id) =>
    decideAppeal(ports, id, { outcome: "OVERTURNED", answer: "登记属实，重新审查" }),
  );
/** For so many days, as the applicant is told. */
const pause = (day: number, days: number): Act =>
  takeStep("review", "reviewer", day, (ports, id) =>
    pauseClock(ports, id, {
      ...{ reason: "APPRAISAL", note: "笔迹需鉴定" },
      until: addDays(dateAt(ports.now), days),
    }),
  );
const withdraw =
  (day: number): Act =>
  async ({ id, asApplicant }) => {
    must(await withdrawApplication(asApplicant(day), id, "已在原籍办理"));
  };

export type Life = {
  readonly item: DemoItemName;
  /** So many cases of the demo city live it. */
  readonly count: number;
  /** How many days ago the latest of them began. */
  readonly daysAgo: number;
  readonly acts: readonly Act[];
};

/**
 * The fates of the demo city's cases; the numbers are days since they began. The acts of time alone (lapse,
 * deemed acceptance, warning, overdue, archive) the clocks of cases do as soon as the platform runs.
 */
export const LIVES: readonly Life[] = [
  // By rule: granted, refused for a gap in the contributions, or left to a person.
  { item: "RENT", count: 54, daysAgo: 60, acts: [handIn(0)] },
  { item: "LOAN", count: 10, daysAgo: 50, acts: [handIn(1)] },
  { item: "RETIREMENT", count: 8, daysAgo: 40, acts: [handIn(0)] },
  // By people.
  { item: "PERMIT", count: 10, daysAgo: 12, acts: [] },
  { item: "PERMIT", count: 4, daysAgo: 100, acts: [] },
  { item: "PERMIT", count: 12, daysAgo: 5, acts: [handIn(1)] },
  { item: "PERMIT", count: 4, daysAgo: 30, acts: [handIn(1)] },
  { item: "PERMIT", count: 6, daysAgo: 9, acts: [handIn(0), askCorrection(1)] },
  { item: "PERMIT", count: 3, daysAgo: 70, acts: [handIn(0), askCorrection(2)] },
  { item: "PERMIT", count: 14, daysAgo: 8, acts: [handIn(0), accept(1)] },
  {
    item: "PERMIT",
    count: 6,
    daysAgo: 8,
    acts: [handIn(0), accept(1), claim("review", "reviewer", 2)],
  },
  { item: "PERMIT", count: 6, daysAgo: 32, acts: [handIn(0), accept(1), review(4)] },
  { item: "PERMIT", count: 3, daysAgo: 26, acts: [handIn(0), accept(1)] },
  { item: "PERMIT", count: 4, daysAgo: 15, acts: [handIn(0), accept(1), pause(3, 30)] },
  // Longer than the applicant was told.
  { item: "PERMIT", count: 1, daysAgo: 16, acts: [handIn(0), accept(1), pause(3, 7)] },
  { item: "PERMIT", count: 8, daysAgo: 14, acts: [handIn(0), accept(1), review(4), approve(6)] },
  {
    item: "PERMIT",
    count: 20,
    daysAgo: 45,
    acts: [handIn(0), accept(1), review(4), approve(6), deliver(8)],
  },
  {
    item: "PERMIT",
    count: 6,
    daysAgo: 98,
    acts: [handIn(0), accept(1), review(5), approve(7), deliver(9)],
  },
  { item: "PERMIT", count: 8, daysAgo: 30, acts: [handIn(0), accept(1), review(3), reject(5)] },
  {
    item: "PERMIT",
    count: 3,
    daysAgo: 28,
    acts: [handIn(0), accept(1), review(3), reject(5), appeal(9)],
  },
  {
    ...{ item: "PERMIT", count: 2, daysAgo: 36 },
    acts: [handIn(0), accept(1), review(3), reject(5), appeal(9), uphold(20)],
  },
  {
    ...{ item: "PERMIT", count: 2, daysAgo: 30 },
    acts: [handIn(0), accept(1), review(3), reject(5), appeal(9), overturn(22)],
  },
  { item: "PERMIT", count: 5, daysAgo: 20, acts: [handIn(0), withdraw(2)] },
  {
    ...{ item: "PERMIT", count: 2, daysAgo: 50 },
    acts: [handIn(0), accept(1), review(4), approve(6), deliver(8), revoke(30)],
  },
];
