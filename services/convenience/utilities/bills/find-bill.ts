import type { Citizen, Partner, Scope } from "../../../kernel/actor.ts";
import { type CitizenId, isId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type OpenedConsents, readsByConsent } from "../../../people/citizens/index.ts";
import { listWards } from "../../../people/enterprises/index.ts";
import type { Bill } from "../bill.ts";
import { type BillReader, mayReadRating } from "../bill-reader.ts";
import { listReadable } from "../binding-store.ts";
import type { RatingTrace } from "../readings/meter-reading.ts";
import { getRating } from "../readings/reading-store.ts";
import { getBill, type UtilityStore } from "../store.ts";
import { type Binding, isSameTenancy } from "../utility-account.ts";

const SCOPE_TO_READ: Scope = "UTILITIES_READ";

export type UtilityReader = UtilityStore & {
  readonly now: Instant;
  readonly actor: Citizen | Partner;
  readonly consents: OpenedConsents;
};

export type BillFinder = UtilityReader & {
  /** Keeps on record what a partner reads, and of which person. */
  readonly accessLog: {
    readonly note: (citizen: CitizenId, field: string, scopes: readonly Scope[]) => void;
  };
};

/** The content of an id: a record's own id, and the person whose record it is where it was sealed for a partner. */
export type NamedRecord = { readonly record: string; readonly person: CitizenId | undefined };

/** A bill, with the person in whose name it is read. */
export type FoundBill = Bill & { readonly citizenId?: CitizenId };

/**
 * A bill for anybody who may read it: a citizen who has bound its account in the time of its holder, the guardian of a minor who
 * has, its biller, and a partner to whom such a citizen has consented. Bills are no person's by their type alone, so what is read by consent goes on record here.
 */
export async function findBill(ports: BillFinder, named: NamedRecord): Promise<FoundBill | undefined> {
  const { actor } = ports;
  if (actor.kind === "PARTNER" && !named.person) {
    const bill = await getBill(ports, named.record);
    return bill?.biller === actor.id ? bill : undefined;
  }
  const citizen = await personBehind(ports, named);
  if (!citizen) return undefined;
  const [bill, own] = await Promise.all([getBill(ports, named.record), listReadable(ports, citizen)]);
  if (!bill) return undefined;
  const isIts = (binding: Binding): boolean =>
    binding.account === bill.account && isSameTenancy(binding, bill);
  const ofWard = async (ward: CitizenId): Promise<CitizenId | undefined> =>
    (await listReadable(ports, ward)).some(isIts) ? ward : undefined;
  const owner = own.some(isIts) ? citizen : await findOfWards(ports, ofWard);
  if (!owner) return undefined;
  if (actor.kind === "PARTNER") ports.accessLog.note(owner, "Query.node.Bill", [SCOPE_TO_READ]);
  return { ...bill, citizenId: owner };
}

/** The first that is found of the minors whose guardian the caller is; nobody acts so through a partner. */
async function findOfWards<T>(
  ports: UtilityReader,
  find: (ward: CitizenId) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (ports.actor.kind !== "CITIZEN") return undefined;
  const wards = await listWards(ports, ports.actor.id, ports.now);
  return (await Promise.all(wards.map(find))).find((found) => found !== undefined);
}

/**
 * An account that a citizen has bound, for that citizen, for their guardian and for a partner to whom they have consented. Where another
 * holder's time has begun since, it shows the one before.
 */
export async function findBoundAccount(
  ports: UtilityReader,
  named: NamedRecord,
): Promise<Binding | undefined> {
  const citizen = await personBehind(ports, named);
  const boundBy = async (person: CitizenId): Promise<Binding | undefined> => {
    const found = (await listReadable(ports, person)).filter(({ account }) => account === named.record);
    return found.find(({ hasEnded }) => !hasEnded) ?? found[0];
  };
  const own = citizen && (await boundBy(citizen));
  return own ?? findOfWards(ports, boundBy);
}

/** The bill of a duty that its citizen was told of. */
export const findBillToPay = async (store: UtilityStore, about: string): Promise<Bill | undefined> =>
  isId("bill", about) ? getBill(store, about) : undefined;

/** How a bill was rated, where the reader may know; undefined for a finished bill of its biller's too. */
export const findRating = async (
  store: UtilityStore,
  bill: Bill,
  reader: BillReader,
): Promise<RatingTrace | undefined> => (mayReadRating(bill, reader) ? getRating(store, bill) : undefined);

/** The person of whom the caller may read: a citizen themselves, for a partner the one in the id that was sealed for it. */
async function personBehind(
  { actor, consents }: UtilityReader,
  { person }: NamedRecord,
): Promise<CitizenId | undefined> {
  if (actor.kind === "CITIZEN") return actor.id;
  return person && (await readsByConsent({ actor, consents }, person, SCOPE_TO_READ)) ? person : undefined;
}
