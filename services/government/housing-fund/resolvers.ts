import { actorAs, type Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { personalId, readPersonalId } from "../../api/personal-id.ts";
import type { Prefetches } from "../../api/prefetch.ts";
import { connection, paging } from "../../api/relay.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import { readReference } from "../../people/citizens/index.ts";
import { totalOf } from "./contribution.ts";
import { confirmSpouse, findSpouse, takeBackSpouse } from "./household/confirm-spouse.ts";
import { instalmentPlan } from "./instalment-plan.ts";
import { rateOn } from "./loan.ts";
import { endOrder } from "./orders/end-order.ts";
import { NOT_DRAWN_TEXTS, ORDER_END_TEXTS } from "./orders/order-texts.ts";
import { everyMonthsOf, findOrders } from "./orders/read-orders.ts";
import {
  findAccount,
  findContributions,
  findLoan,
  findLoans,
  findWithdrawals,
  readPayout,
} from "./read-account.ts";
import { findProjection, findSettledInterest } from "./read-interest.ts";
import { findProspects } from "./withdrawals/prospects.ts";

export const housingFundPrefetches: Prefetches = {
  citizen: ({ ref }, { database, secrets }, selected) => {
    const named = selected.includes("housingFund") ? readReference(String(ref), secrets) : undefined;
    // As with the consent, the mode is a guess; a failure is met again by the field's own read.
    if (named) findAccount({ database, mode: "live" }, named.citizen).catch(() => undefined);
  },
};

export const housingFundNodes: NodeLoaders = {
  hfa: async (id, context) => {
    const named = await readPersonalId(id, "HOUSING_FUND_READ", context);
    const account = named && (await findAccount(storeOf(context), named.citizen));
    return account && { __typename: "HousingFundAccount", ...account };
  },
  hfl: async (id, context) => {
    const named = await readPersonalId(id, "HOUSING_FUND_LOANS_READ", context);
    const loan = named && (await findLoan(storeOf(context), named.citizen, named.record));
    return loan && { __typename: "HousingFundLoan", ...loan };
  },
};

export const housingFundResolvers: Resolvers = {
  Mutation: {
    confirmHousingFundSpouse: async (_, { idNumber }, context) => {
      const confirmed = await confirmSpouse({ ...ownPorts(context), secrets: context.secrets }, idNumber);
      return confirmed.ok
        ? { __typename: "HousingFundSpouse", ...confirmed.value }
        : { __typename: "InvalidInput", ...confirmed.error };
    },
    takeBackHousingFundSpouse: async (_, __, context) => {
      const ended = await takeBackSpouse(ownPorts(context));
      return ended.ok
        ? { __typename: "HousingFundSpouse", ...ended.value }
        : { __typename: "NotFound", ...ended.error };
    },
    endHousingFundOrder: async (_, { application }, context) => {
      const ended = await endOrder(ownPorts(context), application);
      return ended.ok
        ? { __typename: "HousingFundOrder", ...ended.value }
        : { __typename: "NotFound", ...ended.error };
    },
  },
  Citizen: {
    housingFundSpouse: async ({ citizenId, mode }, _, { database }) =>
      (await findSpouse({ database, mode }, citizenId)) ?? null,
    housingFund: async ({ citizenId, mode }, _, { database }) =>
      (await findAccount({ database, mode }, citizenId)) ?? null,
  },
  HousingFundAccount: {
    id: ({ citizenId }, _, context) => personalId("hfa", { citizen: citizenId, record: "" }, context),
    contributions: async ({ citizenId }, args, context) => {
      const { actor, secrets } = context;
      const list = `contributions ${actor.mode} ${citizenId}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await findContributions(storeOf(context), citizenId, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
    loans: async ({ citizenId }, _, context) => [...(await findLoans(storeOf(context), citizenId))],
    interest: (account) => account,
    withdrawals: async ({ citizenId }, _, context) => [
      ...(await findWithdrawals(storeOf(context), citizenId)),
    ],
    orders: async ({ citizenId }, _, context) => [...(await findOrders(storeOf(context), citizenId))],
    prospects: async ({ citizenId }, _, context) => {
      const found = await findProspects({ ...storeOf(context), now: context.now }, citizenId);
      return found ? [...found] : null;
    },
  },
  HousingFundProspect: {
    atMost: ({ atMost }) => atMost ?? null,
    because: ({ because: { code, values } }, _, { say }) => say(code, values),
  },
  HousingFundWithdrawal: {
    takenBackOn: ({ takenBackOn }) => takenBackOn ?? null,
    payout: (withdrawal, _, context) => readPayout(storeOf(context), withdrawal),
  },
  HousingFundOrder: {
    everyMonths: ({ region, agreedOn }) => everyMonthsOf(region, agreedOn),
    nextOn: ({ ended, nextOn }) => (ended ? null : nextOn),
    endsOn: ({ endsOn }) => endsOn ?? null,
    last: ({ last }) => last ?? null,
    ended: ({ ended }) => ended ?? null,
  },
  HousingFundOrderDraw: {
    from: ({ period }) => period.from,
    to: ({ period }) => period.to,
    amount: ({ amount }) => amount ?? null,
    because: (draw) => (draw.because ? (draw.check?.finding ?? NOT_DRAWN_TEXTS[draw.because]) : null),
  },
  HousingFundOrderEnded: { because: ({ because }) => ORDER_END_TEXTS[because] },
  HousingFundContribution: { total: totalOf },
  HousingFundInterest: {
    settled: async ({ citizenId }, _, context) => [
      ...(await findSettledInterest(storeOf(context), citizenId)),
    ],
    projection: async ({ citizenId }, _, context) => {
      const { config, now } = context;
      const ports = { ...storeOf(context), dayBasis: config.housingFundDayBasis, now };
      return (await findProjection(ports, citizenId)) ?? null;
    },
  },
  HousingFundLoan: {
    id: ({ citizenId, loanNumber }, _, context) =>
      personalId("hfl", { citizen: citizenId, record: loanNumber }, context),
    rate: (loan, _, { now }) => rateOn(loan, dateAt(now)).rate,
    instalmentPlan: (loan, args, { actor, secrets }) => {
      const dueFrom = args.dueFrom ?? loan.startedOn;
      const list = `instalments ${actor.mode} ${loan.citizenId} ${loan.loanNumber} ${dueFrom}`;
      const page = paging<number>(args, list, secrets);
      const { first, after = 0 } = page;
      const ahead = instalmentPlan(loan).filter(({ dueOn, number }) => dueOn >= dueFrom && number > after);
      const entries = ahead.slice(0, first).map((node) => ({ node, position: node.number }));
      return connection(entries, first < ahead.length, { list, ...page }, secrets);
    },
  },
};

function ownPorts(context: Context) {
  const { commit, now, requestId } = context;
  return { ...storeOf(context), actor: actorAs(context, "CITIZEN"), commit, now, requestId };
}

const storeOf = ({ database, actor }: Pick<Context, "actor" | "database">) => ({
  ...{ database, mode: actor.mode },
});
