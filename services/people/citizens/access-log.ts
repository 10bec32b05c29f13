import type { Actor, Scope } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Consent } from "./consent.ts";
import { dataAccessRecord } from "./store.ts";

type Sources = {
  readonly database: Pick<Database, "observe">;
  readonly consents: { readonly consentsOf: (citizen: CitizenId) => readonly Consent[] };
  readonly actor: () => Actor;
  readonly now: Instant;
  readonly requestId: string;
};

type Noted = { readonly fields: Set<string>; readonly scopes: Set<Scope> };

/** The API's record of one request's accesses: an entry for each person, with the consents that they stand on. */
export function openAccessLog({ database, consents, actor, now, requestId }: Sources) {
  const noted = new Map<CitizenId, Noted>();

  const itemOf = (citizen: CitizenId, fields: ReadonlySet<string>, scopes: ReadonlySet<Scope>) => {
    const reader = actor();
    if (reader.kind !== "PARTNER") throw new Error("only a partner's reads are recorded");
    const used = consents
      .consentsOf(citizen)
      .filter((consent) => consent.scopes.some((scope) => scopes.has(scope)));
    const access = {
      at: now,
      requestId,
      partnerId: reader.id,
      partnerName: reader.name,
      partnerCreditCode: reader.creditCode,
      keyId: reader.keyId,
      fields: [...fields],
      scopes: [...scopes],
      consentIds: used.map(({ id }) => id),
      purposes: [...new Set(used.map(({ purpose }) => purpose))],
    };
    return dataAccessRecord(citizen, access);
  };

  return {
    note: (citizen: CitizenId, field: string, scopes: readonly Scope[]): void => {
      const known = noted.get(citizen) ?? { fields: new Set(), scopes: new Set() };
      noted.set(citizen, known);
      known.fields.add(field);
      for (const scope of scopes) known.scopes.add(scope);
    },
    write: async (): Promise<void> => {
      const writes = [...noted].map(([citizen, { fields, scopes }]) =>
        database.observe({ table: recordsTable(actor().mode), item: itemOf(citizen, fields, scopes) }),
      );
      await Promise.all(writes);
    },
  };
}
