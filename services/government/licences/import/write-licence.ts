import { createHash } from "node:crypto";
import type { CreditCode } from "../../../field/credit-code.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { base32 } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import {
  electronicLicenceByNumber,
  putElectronicLicence,
  putPointers,
  type Repository,
} from "../repository/repository-store.ts";
import {
  outcomeOf,
  type StatedLicence,
  type StatedOutcome,
  type StatementRefused,
} from "../repository/stated-licence.ts";
import { placeWrites, versionWrites } from "../repository/version-places.ts";
import { findPlace } from "../status/find-place.ts";

/** The things that a row can come to, but for one that says what the platform has. */
export const IMPORTED = ["new", "version", "standing"] as const;
export type Imported = (typeof IMPORTED)[number];

const IMPORTED_AS = { NEW: "new", VERSION: "version", STANDING: "standing" } as const;

export type WritePorts = Repository & {
  readonly commit: Commit;
  readonly now: Instant;
  readonly requestId: string;
  /** Readers of the audit trail are told. */
  readonly reason: string;
  /** The one authority whose licences are stated; all where it is left out. */
  readonly authority?: CreditCode | undefined;
};

/** An operator who runs an import has the tables' credentials and needs no other right. */
const IMPORTER: Officer = {
  kind: "OFFICER",
  mode: "live",
  id: "ofc_licenceimport",
  roles: [],
  jurisdiction: { regionPrefix: "", departments: [] },
};

const ID_BYTES = 10;

/** A number that is imported twice at once is one licence. */
function idOf({ typeCode, number }: StatedLicence): LicenceId {
  const digest = createHash("sha256").update(`imported licence\n${typeCode}\n${number}`).digest();
  return `lic_${base32(digest.subarray(0, ID_BYTES))}`;
}

/** Takes a register's statement in one commit; "same" where there is nothing to write, as when it is taken again. */
export const writeLicence = (
  stated: StatedLicence,
  ports: WritePorts,
): Promise<Result<Imported | "same", StatementRefused>> => {
  const { database, commit, now: at, requestId, reason, mode, authority } = ports;
  return decideUntilWritten({
    database,
    about: `licence ${stated.number} of ${stated.type}`,
    read: async () => {
      const before = await electronicLicenceByNumber(ports, stated.typeCode, stated.number);
      const id = before?.id ?? idOf(stated);
      const place = await findPlace(ports, { licence: id, version: (before?.current.version ?? 0) + 1 });
      return { before, id, place };
    },
    decide: ({ before, id, place }) => {
      if (before && authority !== undefined && before.current.issuer.creditCode !== authority)
        return err({ code: "ISSUER_DIFFERS" });
      const outcome = outcomeOf(stated, before, { id, at, place });
      if (!outcome.ok) return outcome;
      const { value: after } = outcome;
      return after.how === "SAME"
        ? unchanged(ok("same" as const))
        : ok({ before: undefined, after, answer: IMPORTED_AS[after.how] });
    },
    write: ({ after }) =>
      commit({
        ...{ actor: IMPORTER, action: "licences.licence.imported", reason, at, requestId },
        ...{ aggregate: after.licence.id, table: recordsTable(mode), revision: after.licence.revision },
        writes: writesOf(ports, after),
      }),
  });
};

function writesOf(
  store: Repository,
  outcome: Exclude<StatedOutcome, { readonly how: "SAME" }>,
): readonly TransactItem[] {
  const licence = putElectronicLicence(store, outcome.licence);
  switch (outcome.how) {
    case "NEW":
      return [
        licence,
        ...putPointers(store, outcome.licence),
        ...placeWrites(store, undefined, outcome.licence),
      ];
    case "VERSION":
      return versionWrites(store, outcome.before, outcome.licence);
    case "STANDING":
      return [licence, ...placeWrites(store, outcome.before, outcome.licence)];
  }
}
