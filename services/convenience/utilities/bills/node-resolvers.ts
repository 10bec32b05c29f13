import type { Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { type PersonalRecord, personalId, readPersonalId } from "../../../api/personal-id.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { isId } from "../../../kernel/ids.ts";
import { addMoney } from "../../../kernel/money.ts";
import { type Bill, owedOn, paidParts } from "../bill.ts";
import { getBiller } from "../biller-store.ts";
import { getRating } from "../readings/reading-store.ts";
import { usageOfYear } from "../readings/view-usage.ts";
import { getBill, getUtilityAccount, listBills, listBindings } from "../store.ts";

const SCOPE = "UTILITIES_READ";

/**
 * A bill's id is the same for citizens and its biller, who pay and name it by it. Who reads it with a person's consent
 * gets one of its own, so that two partners cannot join what they know of the person.
 */
function billIdFor(bill: Bill, context: Context): string {
  const citizen = context.subjects.of(bill);
  if (context.actor.kind !== "PARTNER" || !citizen) return bill.id;
  return personalId("bill", { citizen, record: bill.id }, context);
}

export const billNodes: NodeLoaders = {
  bill: async (id, context) => {
    const { actor, database } = context;
    if (actor.kind !== "CITIZEN" && actor.kind !== "PARTNER") return undefined;
    const store = { database, mode: actor.mode };
    const stated = await getBill(store, id);
    if (actor.kind === "PARTNER" && stated) {
      return stated.biller === actor.id ? { __typename: "Bill", ...stated } : undefined;
    }
    const named = actor.kind === "CITIZEN" ? { citizen: actor.id, record: id } : await readNamed(id, context);
    const [bill, bindings] = await Promise.all([
      named && getBill(store, named.record),
      named ? listBindings(store, named.citizen) : [],
    ]);
    if (!named || !bill || !bindings.some(({ account }) => account === bill.account)) return undefined;
    note(context, named, "Query.node.Bill");
    return { __typename: "Bill", ...bill, citizenId: named.citizen };
  },
  uac: async (id, context) => {
    const { actor, database } = context;
    if (actor.kind !== "CITIZEN" && actor.kind !== "PARTNER") return undefined;
    const named = actor.kind === "CITIZEN" ? { citizen: actor.id, record: id } : await readNamed(id, context);
    const bindings = named ? await listBindings({ database, mode: actor.mode }, named.citizen) : [];
    const binding = bindings.find(({ account }) => account === named?.record);
    return binding && { __typename: "UtilityAccount", ...binding };
  },
};

const readNamed = async (id: string, context: Context): Promise<PersonalRecord | undefined> =>
  context.actor.kind === "PARTNER" && context.actor.scopes.includes(SCOPE)
    ? readPersonalId(id, SCOPE, context)
    : undefined;

/** Bills are no person's by their type alone, so what is read of them by id goes on record here. */
function note({ actor, accessLog }: Context, { citizen }: PersonalRecord, field: string): void {
  if (actor.kind === "PARTNER") accessLog.note(citizen, field, [SCOPE]);
}

const isByConsent = (bill: Bill, { actor, subjects }: Context): boolean =>
  actor.kind === "PARTNER" && subjects.of(bill) !== undefined;

export const billNodeResolvers: Resolvers = {
  Bill: {
    id: (bill, _, context) => billIdFor(bill, context),
    biller: async ({ biller }, _, { database }) => (await getBiller(database, biller)) ?? null,
    from: ({ period }) => period.from,
    to: ({ period }) => period.to,
    owed: (bill, _, { now }) => owedOn(bill, dateAt(now)),
    paid: (bill) => addMoney(...paidParts(bill).map(({ amount }) => amount)),
    // A payment is the payer's; with a consent to read bills nobody reads who paid them.
    payment: (bill, _, context) => (isByConsent(bill, context) ? null : (bill.payment?.id ?? null)),
    payments: (bill, _, context) =>
      paidParts(bill).map((part) => (isByConsent(bill, context) ? { ...part, payment: null } : part)),
    rating: async (bill, _, { actor, database, subjects }) => {
      const isBillers = actor.kind === "PARTNER" && actor.id === bill.biller;
      const isOpen = isBillers || subjects.of(bill) !== undefined;
      return isOpen ? ((await getRating({ database, mode: actor.mode }, bill)) ?? null) : null;
    },
  },
  ToDo: {
    bill: async ({ about }, _, { database, actor }) =>
      isId("bill", about) ? ((await getBill({ database, mode: actor.mode }, about)) ?? null) : null,
  },
  UtilityAccount: {
    id: ({ account, citizenId }, _, context) =>
      context.actor.kind === "PARTNER"
        ? personalId("uac", { citizen: citizenId, record: account }, context)
        : account,
    biller: async ({ biller }, _, { database }) => (await getBiller(database, biller)) ?? null,
    householdClass: async ({ account }, _, context) => (await accountOf(context, account)).householdClass,
    householdSize: async ({ account }, _, context) =>
      (await accountOf(context, account)).householdSize ?? null,
    usageOfYear: async (binding, { year }, { database, actor, now }) =>
      (await usageOfYear({ database, mode: actor.mode }, binding, year, dateAt(now))) ?? null,
    bills: ({ account }, _, { database, actor }) => listBills({ database, mode: actor.mode }, account),
  },
  BillRating: { householdSize: ({ householdSize }) => householdSize ?? null },
  UsageOfYear: { tierReached: (view) => view.tierReached ?? null },
};

async function accountOf(context: Context, id: Parameters<typeof getUtilityAccount>[1]) {
  const account = await getUtilityAccount({ database: context.database, mode: context.actor.mode }, id);
  if (!account) throw new Error("a bound account is gone");
  return account;
}
