import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { namedBy, personalId } from "../../../api/personal-id.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { ZERO } from "../../../kernel/money.ts";
import { type Bill, owedOn, paidOf } from "../bill.ts";
import { type BillReader, partsFor, paymentFor, readsAsStranger } from "../bill-reader.ts";
import { classOn, householdOn, sizeOn } from "../household.ts";
import { currentHousehold } from "../readings/rate-anew.ts";
import { usageOfYear } from "../readings/view-usage.ts";
import { findBill, findBillToPay, findBoundAccount, findRating, type NamedRecord } from "./find-bill.ts";
import { listAccountBills, readAccount } from "./read-accounts.ts";
import { findBiller } from "./read-billers.ts";

export const billNodes: NodeLoaders = {
  bill: async (id, context) => {
    const ports = readerPorts(context);
    const bill =
      ports && (await findBill({ ...ports, accessLog: context.accessLog }, recordNamed(id, context)));
    return bill && { __typename: "Bill", ...bill };
  },
  uac: async (id, context) => {
    const ports = readerPorts(context);
    const binding = ports && (await findBoundAccount(ports, recordNamed(id, context)));
    return binding && { __typename: "UtilityAccount", ...binding };
  },
};

function readerPorts(context: Context) {
  const { kind } = context.actor;
  if (kind !== "CITIZEN" && kind !== "PARTNER") return undefined;
  const { consents, now } = context;
  return { ...storeOf(context), actor: actorAs(context, "CITIZEN", "PARTNER"), consents, now };
}

/** Partners know a person's records by ids that were sealed for them; all others are the records' own. */
function recordNamed(id: string, context: Context): NamedRecord {
  const named = context.actor.kind === "PARTNER" ? namedBy(id, context) : undefined;
  return { record: named?.record ?? id, person: named?.citizen };
}

const storeOf = ({ database, actor }: Pick<Context, "database" | "actor">) => ({
  ...{ database, mode: actor.mode },
});

const readerOf = (bill: Bill, { actor, subjects }: Context): BillReader => ({
  ...{ actor, citizen: subjects.of(bill) },
});

/**
 * A bill's id is the same for citizens and its biller, who pay and name it by it. A partner that reads it with a person's
 * consent gets one of its own, so that two partners cannot join what they know of the person.
 */
function billIdFor(bill: Bill, context: Context): string {
  const reader = readerOf(bill, context);
  if (!reader.citizen || !readsAsStranger(reader)) return bill.id;
  return personalId("bill", { citizen: reader.citizen, record: bill.id }, context);
}

export const billNodeResolvers: Resolvers = {
  Bill: {
    id: (bill, _, context) => billIdFor(bill, context),
    biller: async ({ biller }, _, context) => (await findBiller(context, biller)) ?? null,
    from: ({ period }) => period.from,
    to: ({ period }) => period.to,
    owed: (bill, _, { now }) => owedOn(bill, dateAt(now)),
    paid: paidOf,
    carried: ({ carried }) => carried ?? null,
    corrected: ({ corrected }) => corrected ?? null,
    isEstimated: ({ isEstimated }) => isEstimated ?? false,
    payment: (bill, _, context) => paymentFor(bill, readerOf(bill, context)) ?? null,
    payments: (bill, _, context) => partsFor(bill, readerOf(bill, context)),
    rating: async (bill, _, context) =>
      (await findRating(storeOf(context), bill, readerOf(bill, context))) ?? null,
  },
  ToDo: {
    bill: async ({ about }, _, context) => (await findBillToPay(storeOf(context), about)) ?? null,
  },
  UtilityAccount: {
    id: ({ account, citizenId }, _, context) =>
      context.actor.kind === "PARTNER"
        ? personalId("uac", { citizen: citizenId, record: account }, context)
        : account,
    biller: async ({ biller }, _, context) => (await findBiller(context, biller)) ?? null,
    householdClass: async (binding, _, context) =>
      classOn(await readAccount(storeOf(context), binding), dateAt(context.now)),
    endedOn: async (binding, _, context) => (await readAccount(storeOf(context), binding)).until ?? null,
    householdSize: async (binding, _, context) =>
      sizeOn(await readAccount(storeOf(context), binding), dateAt(context.now)) ?? null,
    usageOfYear: async (binding, { year }, context) =>
      (await usageOfYear(storeOf(context), binding, year, dateAt(context.now))) ?? null,
    household: async (binding, _, context) =>
      householdOn(await readAccount(storeOf(context), binding), dateAt(context.now)) ?? null,
    carriedForward: async (binding, _, context) =>
      (await readAccount(storeOf(context), binding)).waiting ?? ZERO,
    bills: (binding, _, context) => listAccountBills(storeOf(context), binding),
  },
  BillRating: {
    householdSize: ({ householdSize }) => householdSize ?? null,
    from: ({ from }) => from ?? null,
    unreadFrom: ({ unreadFrom }) => unreadFrom ?? null,
    months: ({ months }) => months ?? null,
    registers: ({ registers }) => registers ?? null,
    corrected: (trace) => (trace.anew ? { ...trace.anew, ...currentHousehold(trace) } : null),
  },
  CorrectedRating: { householdSize: ({ householdSize }) => householdSize ?? null },
  CountedRegister: { band: ({ band }) => band ?? null },
  UsageOfYear: { tierReached: (view) => view.tierReached ?? null },
};
