import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Bill } from "../bill.ts";
import { listBillers } from "../biller-store.ts";
import { listBindings } from "../store.ts";
import { bindAccount, unbindAccount } from "./bind-account.ts";
import { changeBill } from "./change-bill.ts";
import { ROWS_MAX } from "./issue-bill.ts";
import { listCitizenBills } from "./list-citizen-bills.ts";
import { lookUpBills, type ProofRefusal } from "./look-up-bills.ts";
import { setBillerProfile } from "./set-biller-profile.ts";
import { submitBills } from "./submit-bills.ts";
import { type ReadingRowProblem, submitReadings } from "./submit-readings.ts";

export const billResolvers: Resolvers = {
  Query: {
    billers: (_, { region }, { database }) => listBillers(database, region),
    payableBills: async (_, proof, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const found = await lookUpBills({ ...portsOf(context), actor }, withHolder(proof));
      return found.ok ? { __typename: "PayableBills", ...found.value } : unproven(found.error);
    },
  },
  Mutation: {
    setBillerProfile: async (_, { partner, profile }, context) => {
      const by = { actor: actorAs(context, "OFFICER"), now: context.now };
      const { lateFee, ...plain } = profile;
      const stated = { ...plain, lateFee: lateFee ?? undefined };
      const set = await setBillerProfile(partner, stated, by, context);
      if (set.ok) return { __typename: "Biller", ...set.value };
      const { error } = set;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      return { __typename: "NotFound", ...error };
    },
    submitBills: async (_, { rows }, context) => {
      if (rows.length > ROWS_MAX) throw badInput("TOO_MANY", { max: String(ROWS_MAX) });
      const stated = rows.map(({ from, to, ...row }) => ({ ...row, period: { from, to } }));
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      return (await submitBills(ports, stated)).map(rowOutcome);
    },
    submitMeterReadings: async (_, { rows }, context) => {
      if (rows.length > ROWS_MAX) throw badInput("TOO_MANY", { max: String(ROWS_MAX) });
      const stated = rows.map(({ from, to, ...row }) => ({ ...row, period: { from, to } }));
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      return (await submitReadings(ports, stated)).map(rowOutcome);
    },
    amendBill: (_, { number, ...amendment }, context) => changed(context, number, amendment),
    cancelBill: (_, { number }, context) => changed(context, number, "CANCELLED"),
    bindUtilityAccount: async (_, { input: { alias, ...proof } }, context) => {
      const actor = actorAs(context, "CITIZEN");
      const bound = await bindAccount({ ...portsOf(context), actor }, withHolder(proof), alias);
      if (bound.ok) return { __typename: "UtilityAccount", ...bound.value };
      const { error } = bound;
      if ("path" in error) {
        return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      }
      return error.code === "ACCOUNT_BOUND_BY_MANY"
        ? { __typename: "InvalidInput", ...error, path: ["input", "accountNumber"] }
        : unproven(error);
    },
    unbindUtilityAccount: async (_, { id }, context) => {
      const actor = actorAs(context, "CITIZEN");
      const binding = await unbindAccount({ ...portsOf(context), actor }, id);
      return binding
        ? { __typename: "UtilityAccount", ...binding }
        : { __typename: "NotFound", code: "NOT_FOUND" };
    },
  },
  Citizen: {
    utilityAccounts: ({ citizenId, mode }, _, { database }) => listBindings({ database, mode }, citizenId),
    bills: ({ citizenId, mode }, { status }, { database }) =>
      listCitizenBills({ database, mode }, citizenId, status),
  },
  Biller: {
    id: ({ partnerId }) => partnerId,
    partPayments: ({ partPayments }) => partPayments ?? false,
    lateFee: ({ lateFee }) => lateFee ?? null,
  },
  PayableBills: { holder: ({ account }) => account.holder },
};

const portsOf = (context: Context) => ({
  ...{ database: context.database, commit: context.commit, secrets: context.secrets },
  ...{ mode: context.actor.mode satisfies Mode, now: context.now, requestId: context.requestId },
});

type StatedProof = {
  readonly biller: string;
  readonly accountNumber: string;
  readonly holderName?: string | null | undefined;
};

const withHolder = ({ holderName, ...proof }: StatedProof) => ({
  ...proof,
  holderName: holderName ?? undefined,
});

const unproven = (refusal: ProofRefusal) =>
  refusal.code === "TOO_MANY_GUESSES"
    ? ({ __typename: "TooManyGuesses", ...refusal } as const)
    : ({ __typename: "NotFound", ...refusal } as const);

async function changed(context: Context, number: string, to: Parameters<typeof changeBill>[2]) {
  const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
  const done = await changeBill(ports, number, to);
  if (done.ok) return { __typename: "Bill", ...done.value } as const;
  const { error } = done;
  switch (error.code) {
    case "NOT_FOUND":
      return { __typename: "NotFound", ...error } as const;
    case "AMOUNT_NOT_POSITIVE":
    case "RATED_BY_TARIFF":
      return { __typename: "InvalidInput", ...error } as const;
    case "BILL_NOT_DUE":
      return notAllowedNow(error.status, []);
  }
}

/** What became of the row in this place of a biller's rows. */
function rowOutcome(outcome: Result<Bill, ReadingRowProblem>, i: number) {
  if (outcome.ok) return { __typename: "Bill", ...outcome.value } as const;
  const { error } = outcome;
  if (!("path" in error)) return { __typename: "BillNumberTaken", ...error } as const;
  return { __typename: "InvalidInput", ...error, path: ["rows", String(i), ...error.path] } as const;
}
