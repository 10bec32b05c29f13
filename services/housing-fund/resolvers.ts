import { readReference } from "../citizens/index.ts";
import type { Context } from "../graphql/context.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import type { NodeLoaders } from "../graphql/node.ts";
import { personalId, readPersonalId } from "../graphql/personal-id.ts";
import { connection, paging } from "../graphql/relay.ts";
import type { Prefetches } from "../graphql/server.ts";
import { dateAt } from "../platform/civil-date.ts";
import type { CitizenId } from "../platform/ids.ts";
import { totalOf } from "./contribution.ts";
import { instalmentPlan } from "./instalment-plan.ts";
import { projectInterest } from "./interest.ts";
import { rateOn } from "./loan.ts";
import {
  allContributions,
  getAccount,
  getLoan,
  listContributions,
  listLoans,
  listSettledInterest,
} from "./store.ts";

export const housingFundPrefetches: Prefetches = {
  citizen: ({ ref }, { database, secrets }, selected) => {
    const named = selected.includes("housingFund") ? readReference(String(ref), secrets) : undefined;
    // As with the consent, the mode is a guess; a failure is met again by the field's own read.
    if (named) getAccount(database, "live", named.citizen).catch(() => undefined);
  },
};

export const housingFundNodes: NodeLoaders = {
  hfa: async (id, context) => {
    const named = await readPersonalId(id, "HOUSING_FUND_READ", context);
    const account = named && (await getAccount(context.database, context.actor.mode, named.citizen));
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
      (await getAccount(database, mode, citizenId)) ?? null,
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
  },
  HousingFundContribution: { total: totalOf },
  HousingFundInterest: {
    settled: ({ citizenId }, _, context) => settledOf(citizenId, context),
    projection: async (account, _, context) => {
      const { actor, database, config, now } = context;
      const [contributions, settled] = await Promise.all([
        allContributions(database, actor.mode, account.citizenId),
        settledOf(account.citizenId, context),
      ]);
      const { housingFundDayBasis } = config;
      return projectInterest(account, contributions, settled, housingFundDayBasis, dateAt(now)) ?? null;
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

const settledOf = (citizen: CitizenId, { actor, database }: Pick<Context, "actor" | "database">) =>
  listSettledInterest(database, actor.mode, citizen);
