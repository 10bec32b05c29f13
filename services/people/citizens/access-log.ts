import type { Actor, Officer, Partner, Scope } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { eachOf } from "../../kernel/each-of.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Consent } from "./consent.ts";
import type { DataAccess, OfficeAccess, PartnerAccess } from "./data-access.ts";
import { dataAccessRecord } from "./store.ts";

type Sources = {
  readonly database: Pick<Database, "observe">;
  readonly consents: { readonly consentsOf: (citizen: CitizenId) => readonly Consent[] };
  readonly actor: () => Actor;
  readonly now: Instant;
  readonly requestId: string;
  /** So many people's data one request may open; what is thrown where it comes to one more. */
  readonly personsMax: number;
  readonly tooMany: () => Error;
};

/** A case: its id, and the code of its department. */
type Case = { readonly id: string; readonly department: string };

type Noted = {
  readonly fields: Set<string>;
  readonly scopes: Set<Scope>;
  /** The departments of cases by their ids. */
  readonly cases: Map<string, string>;
};

/** The API's record of one request's accesses: an entry for each person, written before the answer leaves. */
export function openAccessLog({ database, consents, actor, now, requestId, personsMax, tooMany }: Sources) {
  const noted = new Map<CitizenId, Noted>();

  const accessOf = (citizen: CitizenId, of: Noted): DataAccess => {
    const reader = actor();
    const reading = { at: now, requestId, fields: [...of.fields] };
    if (reader.kind === "PARTNER")
      return { ...reading, ...asPartner(reader, of.scopes, consents.consentsOf(citizen)) };
    if (reader.kind === "OFFICER") return { ...reading, ...asOfficer(reader, of.cases) };
    throw new Error("only reads of partners and officers are recorded");
  };

  return {
    note: (citizen: CitizenId, field: string, scopes: readonly Scope[], matter?: Case): void => {
      const known = noted.get(citizen);
      if (!known && noted.size >= personsMax) throw tooMany();
      const note = known ?? { fields: new Set(), scopes: new Set(), cases: new Map() };
      noted.set(citizen, note);
      note.fields.add(field);
      for (const scope of scopes) note.scopes.add(scope);
      if (matter) note.cases.set(matter.id, matter.department);
    },
    write: async (): Promise<void> => {
      await eachOf([...noted], ([citizen, of]) =>
        database.observe({
          table: recordsTable(actor().mode),
          item: dataAccessRecord(citizen, accessOf(citizen, of)),
        }),
      );
    },
  };
}

function asPartner(
  { id, name, creditCode, keyId }: Partner,
  scopes: ReadonlySet<Scope>,
  inForce: readonly Consent[],
): Omit<PartnerAccess, "at" | "requestId" | "fields"> {
  const used = inForce.filter((consent) => consent.scopes.some((scope) => scopes.has(scope)));
  return {
    ...{ partnerId: id, partnerName: name, partnerCreditCode: creditCode, keyId },
    scopes: [...scopes],
    consentIds: used.map((consent) => consent.id),
    purposes: [...new Set(used.map(({ purpose }) => purpose))],
  };
}

/** An officer of several departments reads for the one whose case it is. */
function asOfficer(
  { id, roles, jurisdiction }: Officer,
  cases: ReadonlyMap<string, string>,
): Omit<OfficeAccess, "at" | "requestId" | "fields"> {
  const [ofCase] = cases.values();
  const [own, ...others] = jurisdiction.departments;
  const department = ofCase ?? (others.length === 0 ? own : undefined);
  return { officerId: id, roles, department, applications: [...cases.keys()] };
}
