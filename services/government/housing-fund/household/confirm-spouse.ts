import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type NotConfirmed, nameSpouse, type Spouse, type SpouseRecord } from "./spouse.ts";
import { getSpouse, putSpouse, type SpouseStore } from "./spouse-store.ts";

export type SpousePorts = SpouseStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

/**
 * Keeps the caller's word that somebody is their spouse, in place of what they said before. Only so does an application
 * of that person's count what the caller has drawn. Errors: ID_NUMBER_INVALID, SPOUSE_IS_CALLER, SPOUSE_TOO_YOUNG.
 */
export async function confirmSpouse(
  ports: SpousePorts & { readonly secrets: Pick<Secrets, "citizenDigest"> },
  idNumber: string,
): Promise<Result<Spouse, NotConfirmed>> {
  const { actor, database, secrets, now } = ports;
  const named = nameSpouse(actor.id, idNumber, secrets, now);
  if (!named.ok) return named;
  const spouse = named.value;
  return decideUntilWritten({
    database,
    about: "the spouse whom a person confirms",
    read: () => getSpouse(ports, actor.id),
    decide: (before) =>
      before?.spouse?.citizenId === spouse.citizenId
        ? unchanged(ok(before.spouse))
        : ok({ before, after: after(actor.id, before, spouse), answer: spouse }),
    write: (decided) => write(ports, "housing-fund.spouse.confirmed", decided),
  });
}

export type NoSpouse = { readonly code: "NO_SPOUSE_CONFIRMED" };

/** Takes that word back, so that nobody's application counts what the caller has drawn. Answers with what it was. */
export async function takeBackSpouse(ports: SpousePorts): Promise<Result<Spouse, NoSpouse>> {
  const { actor, database } = ports;
  return decideUntilWritten({
    database,
    about: "the spouse whom a person has confirmed",
    read: () => getSpouse(ports, actor.id),
    decide: (before) =>
      before?.spouse
        ? ok({ before, after: after(actor.id, before), answer: before.spouse })
        : err({ code: "NO_SPOUSE_CONFIRMED" }),
    write: (decided) => write(ports, "housing-fund.spouse.taken-back", decided),
  });
}

const after = (citizenId: CitizenId, before: SpouseRecord | undefined, spouse?: Spouse): SpouseRecord => ({
  ...{ citizenId, revision: (before?.revision ?? 0) + 1 },
  ...(spouse ? { spouse } : {}),
});

type Written = { readonly before: SpouseRecord | undefined; readonly after: SpouseRecord };

function write(ports: SpousePorts, action: string, { before, after: next }: Written) {
  const { actor, now: at, requestId, mode } = ports;
  return ports.commit({
    ...{ actor, action, at, requestId, table: recordsTable(mode) },
    aggregate: `housing-fund-spouse:${actor.id}`,
    writes: [putSpouse(ports, next, before)],
  });
}

/** The spouse whom a person has confirmed. */
export const findSpouse = async (store: SpouseStore, citizen: CitizenId): Promise<Spouse | undefined> =>
  (await getSpouse(store, citizen))?.spouse;
