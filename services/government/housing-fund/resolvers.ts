import type { Context } from "../../api/context.ts";
import type { Resolvers } from "../../api/generated/types.ts";
import type { NodeLoaders } from "../../api/node.ts";
import { personalId, readPersonalId } from "../../api/personal-id.ts";
import { connection, paging } from "../../api/relay.ts";
import type { Prefetches } from "../../api/server.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { getPayout } from "../../money/payouts/index.ts";
import { readReference } from "../../people/citizens/index.ts";
import { getAccount } from "./account-store.ts";
import { totalOf } from "./contribution.ts";
import { instalmentPlan } from "./instalment-plan.ts";
import { projectInterest } from "./interest.ts";
import { rateOn } from "./loan.ts";
import { allContributions, getLoan, listContributions, listLoans, listSettledInterest } from "./store.ts";
import { drawnOf, standingOf } from "./withdrawal.ts";
import { type FundStore, getBook } from "./withdrawals/withdrawal-store.ts";

export const housingFundPrefetches: Prefetches = {
  citizen: ({ ref }, { database, secrets }, selected) => {
    const named = selected.includes("housingFund") ? readReference(String(ref), secrets) : undefined;
    // As with the consent, the mode is a guess; a failure is met again by the field's own read.
    if (named) getStanding({ database, mode: "live" }, named.citizen).catch(() => undefined);
  },
};

export const housingFundNodes: NodeLoaders = {
  hfa: async (id, context) => {
    const named = await readPersonalId(id, "HOUSING_FUND_READ", context);
    const store = { database: context.database, mode: context.actor.mode };
    const account = named && (await getStanding(store, named.citizen));
    return account && { __typename: "HousingFundAccount", ...account };
  },
  hfl: async (id, context) => {
    const named = await readPersonalId(id, "HOUSING_FUND_LOANS_READ", context);
    const { database, actor } = context;
    const loan = named && (await getLoan(database, actor.mode, named.citizen, named.record));
    return loan && { __typename: "HousingFundLoan", ...loan };
  },
};

export const housingFundResolvers: Resolvers = {
  Citizen: {
    housingFund: async ({ citizenId, mode }, _, { database }) =>
      (await getStanding({ database, mode }, citizenId)) ?? null,
  },
  HousingFundAccount: {
    id: ({ citizenId }, _, context) => personalId("hfa", { citizen: citizenId, record: "" }, context),
    contributions: async ({ citizenId }, args, { actor, database, secrets }) => {
      const list = `contributions ${actor.mode} ${citizenId}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listContributions(database, actor.mode, citizenId, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
    loans: ({ citizenId }, _, { actor, database }) => listLoans(database, actor.mode, citizenId),
    interest: (account) => account,
    withdrawals: async ({ citizenId }, _, { actor, database }) => [
      ...(await getBook({ database, mode: actor.mode }, citizenId)).withdrawals,
    ],
  },
  HousingFundWithdrawal: {
    takenBackOn: ({ takenBackOn }) => takenBackOn ?? null,
    payout: async ({ payout }, _, { actor, database }) => {
      const found = await getPayout({ database, mode: actor.mode }, payout);
      if (!found) throw new Error(`payout ${payout} is gone`);
      return found;
    },
  },
  HousingFundContribution: { total: totalOf },
  HousingFundInterest: {
    settled: ({ citizenId }, _, context) => settledOf(citizenId, context),
    projection: async ({ citizenId }, _, context) => {
      const { actor, database, config, now } = context;
      const [account, contributions, settled, book] = await Promise.all([
        getAccount(database, actor.mode, citizenId),
        allContributions(database, actor.mode, citizenId),
        settledOf(citizenId, context),
        getBook({ database, mode: actor.mode }, citizenId),
      ]);
      if (!account || standingOf(account, account.unstated).status === "CLOSED") return null;
      const { housingFundDayBasis: basis } = config;
      const drawn = drawnOf(book);
      return projectInterest(account, contributions, settled, basis, dateAt(now), drawn) ?? null;
    },
  },
  HousingFundLoan: {
    id: ({ citizenId, loanNumber }, _, context) =>
      personalId("hfl", { citizen: citizenId, record: loanNumber }, context),
    rate: (loan, _, { now }) => rateOn(loan, dateAt(now)).rate,
    instalmentPlan: (loan, args, { actor, secrets }) => {
      const list = `instalments ${actor.mode} ${loan.citizenId} ${loan.loanNumber}`;
      const page = paging<number>(args, list, secrets);
      const { first, after = 0 } = page;
      const plan = instalmentPlan(loan);
      const shown = plan.slice(after, after + first);
      const entries = shown.map((node) => ({ node, position: node.number }));
      return connection(entries, after + first < plan.length, { list, ...page }, secrets);
    },
  },
};

/** The account as it stands: stated by the fund centre, less what was drawn since. */
async function getStanding({ database, mode }: FundStore, citizen: CitizenId) {
  const account = await getAccount(database, mode, citizen);
  return account && standingOf(account, account.unstated);
}

const settledOf = (citizen: CitizenId, { actor, database }: Pick<Context, "actor" | "database">) =>
  listSettledInterest(database, actor.mode, citizen);
