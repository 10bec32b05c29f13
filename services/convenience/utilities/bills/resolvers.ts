import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Bill } from "../bill.ts";
import { UTILITY_WORDS } from "../enum-words.ts";
import { type AmendRefusal, amendBill } from "./amend-bill.ts";
import { bindAccount } from "./bind-account.ts";
import { type CancelRefusal, cancelBill } from "./cancel-bill.ts";
import { type CorrectReadingRefusal, correctReading } from "./correct-reading.ts";
import type { TooManyRows } from "./issue-bill.ts";
import { listCitizenBills } from "./list-citizen-bills.ts";
import { lookUpBills } from "./look-up-bills.ts";
import type { ProofRefusal } from "./prove-account.ts";
import { listBoundAccounts } from "./read-accounts.ts";
import { listRegionBillers } from "./read-billers.ts";
import { setBillerProfile } from "./set-biller-profile.ts";
import { submitBills } from "./submit-bills.ts";
import { type ReadingRowProblem, submitReadings } from "./submit-readings.ts";
import { unbindAccount } from "./unbind-account.ts";

export const billResolvers: Resolvers = {
  Query: {
    billers: (_, { region }, context) => listRegionBillers(context, region),
    payableBills: async (_, proof, context) => {
      const actor = actorAs(context, "CITIZEN", "PARTNER");
      const found = await lookUpBills({ ...portsOf(context), actor }, withHolder(proof));
      return found.ok ? { __typename: "PayableBills", ...found.value } : toProofRefusal(found.error);
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
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      return rowOutcomes(await submitBills(ports, rows.map(toRow)));
    },
    submitMeterReadings: async (_, { rows }, context) => {
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      return rowOutcomes(await submitReadings(ports, rows.map(toRow)));
    },
    amendBill: async (_, { number, ...amendment }, context) => {
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      return toChangedBill(await amendBill(ports, number, amendment));
    },
    correctReading: async (_, { number, usage, timeOfUse, reason }, context) => {
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      const correction = { usage: usage ?? undefined, timeOfUse: timeOfUse ?? undefined, reason };
      return toChangedBill(await correctReading(ports, number, correction));
    },
    cancelBill: async (_, { number }, context) => {
      const ports = { ...portsOf(context), actor: actorAs(context, "PARTNER") };
      return toChangedBill(await cancelBill(ports, number));
    },
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
        : toProofRefusal(error);
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
    utilityAccounts: ({ citizenId, mode }, _, { database }) =>
      listBoundAccounts({ database, mode }, citizenId),
    bills: ({ citizenId, mode }, { status }, { database }) =>
      listCitizenBills({ database, mode }, citizenId, status),
  },
  Principal: {
    utilityAccounts: ({ subject: { citizenId }, standing, mode }, _, { database }) =>
      standing.capacity === "GUARDIAN" ? listBoundAccounts({ database, mode }, citizenId) : null,
    bills: ({ subject: { citizenId }, standing, mode }, { status }, { database }) =>
      standing.capacity === "GUARDIAN" ? listCitizenBills({ database, mode }, citizenId, status) : null,
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

const toProofRefusal = (refusal: ProofRefusal) =>
  refusal.code === "TOO_MANY_GUESSES"
    ? ({ __typename: "TooManyGuesses", ...refusal } as const)
    : ({ __typename: "NotFound", ...refusal } as const);

const BILL_STATES = {
  ...UTILITY_WORDS.BillStatus,
  PARTLY_PAID: { zh: "已部分缴纳", en: "Partly paid" },
};

function toChangedBill(changed: Result<Bill, AmendRefusal | CancelRefusal | CorrectReadingRefusal>) {
  if (changed.ok) return { __typename: "Bill", ...changed.value } as const;
  const { error } = changed;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  return error.code === "NOT_FOUND"
    ? ({ __typename: "NotFound", ...error } as const)
    : notAllowedNow(BILL_STATES, error.status, []);
}

const toRow = <R extends { readonly from: CivilDate; readonly to: CivilDate }>({ from, to, ...row }: R) => ({
  ...row,
  period: { from, to },
});

function rowOutcomes(submitted: Result<readonly Result<Bill, ReadingRowProblem>[], TooManyRows>) {
  if (submitted.ok) return submitted.value.map(rowOutcome);
  throw badInput(submitted.error.code, submitted.error.values);
}

/** The fate of the row in this place of a biller's rows. */
function rowOutcome(outcome: Result<Bill, ReadingRowProblem>, i: number) {
  if (outcome.ok) return { __typename: "Bill", ...outcome.value } as const;
  const { error } = outcome;
  if (!("path" in error)) return { __typename: "BillNumberTaken", ...error } as const;
  return { __typename: "InvalidInput", ...error, path: ["rows", String(i), ...error.path] } as const;
}
