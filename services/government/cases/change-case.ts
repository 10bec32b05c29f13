import { randomInt } from "node:crypto";
import type { Author } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import {
  type Change,
  type Commit,
  type LastEntry,
  readLastEntry,
  type Stale,
} from "../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../kernel/commit/event.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import type { Log } from "../../kernel/process/log.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { findBorn } from "../../people/citizens/index.ts";
import { lookUpStanding } from "../../people/enterprises/index.ts";
import { logOnlineGap } from "../../people/remedies/index.ts";
import type { ServiceItem } from "../catalogue/index.ts";
import { withCounts } from "../figures/index.ts";
import type { Facts } from "./actions.ts";
import { type Application, type FormData, isNewlyReceived } from "./application.ts";
import { caseNumber, DRAWN_MAX } from "./case-number.ts";
import { countsOf } from "./counts.ts";
import { putDecided } from "./decided-store.ts";
import { putDeskEntries } from "./desk-entry-store.ts";
import { type CaseEvent, eventOf } from "./find-recipients.ts";
import { findSubjectName } from "./find-subject-name.ts";
import { putCaseNumber, putUnderName } from "./found-by-store.ts";
import type { HeldMark } from "./held/held-form.ts";
import { applicationKeys } from "./keys.ts";
import { getOpenCases, putOpenCases } from "./open-cases-store.ts";
import { readCaseItem } from "./read-case-item.ts";
import { newlyTold } from "./remedies.ts";
import {
  type ApplicationStore,
  getApplication,
  getKeptForm,
  type KeptForm,
  putApplication,
  putForm,
} from "./store.ts";
import { tellRemedies } from "./tell-remedies.ts";

export type CasePorts = ApplicationStore & {
  readonly commit: Commit;
  readonly log: Log;
  readonly actor: Author;
  readonly now: Instant;
  readonly requestId: string;
};

/** The ports of those who write a case by themselves and tell of their work at the end, as its clock does. */
export type WritePorts = Omit<CasePorts, "log">;

/** A case as a decision finds it. */
export type Found = {
  readonly application: Application;
  readonly form: FormData;
  /** The fields of the form that the platform has filled in. */
  readonly held: readonly HeldMark[];
  readonly item: ServiceItem;
  readonly facts: Facts;
};

/** The outcome of a decision about it. */
export type Changed = {
  readonly application: Application;
  readonly form?: KeptForm;
  /** As the audit trail names it, for example "submitted". */
  readonly action: string;
  readonly reason?: string;
  /** The messages to the subject and to the person who handles the case for it; some tell more than the case. */
  readonly event?: CaseEvent | Event;
  /** The other records that are written with it. */
  readonly writes?: readonly TransactItem[];
  /** The decision by rule that follows at once, in the same commit; `revision` is the case's between the two. */
  readonly following?: Pick<Changed, "action" | "event"> & {
    readonly actor: Author;
    readonly revision: number;
  };
};

/** The writes of a decision, where it was made. */
export const changeOf = <R>(
  decided: Result<Application, R>,
  how: Omit<Changed, "application">,
): Result<Changed, R> => (decided.ok ? ok({ ...how, application: decided.value }) : decided);

export type NoSuchCase = { readonly code: "APPLICATION_NOT_FOUND" };

/**
 * Decides on a case as it stands and writes what comes of it, in one commit, over exactly what was decided on. Where
 * somebody else was faster it decides anew on what they left, so that of two who ask for the same one is refused.
 */
export function changeCase<R extends { readonly code: string }>(
  ports: CasePorts,
  id: string,
  decide: (found: Found) => Result<Changed, R> | Promise<Result<Changed, R>>,
): Promise<Result<Application, R | NoSuchCase>> {
  return decideUntilWritten({
    database: ports.database,
    about: `case ${id}`,
    read: () => findToChange(ports, id),
    decide: async (found) => {
      if (!found) return err({ code: "APPLICATION_NOT_FOUND" });
      const { last, ...toDecide } = found;
      const decided = await decide(toDecide);
      if (!decided.ok) return decided;
      const { application, ...changed } = decided.value;
      const { application: before, item } = toDecide;
      const after = await tellRemedies(ports, item, { next: numbered(application, before), before });
      return ok({ before, after, changed, last });
    },
    write: async ({ before, after, changed, last }) => {
      const written = await writeCase({ ...ports, last }, { ...changed, application: after }, before);
      const told = written.ok ? newlyTold(after, before) : undefined;
      if (told) logOnlineGap(ports, told, after);
      return written;
    },
  });
}

/** A case gets its number with its receipt; where another case has it, the decision is made anew with another. */
const numbered = (next: Application, before: Application): Application =>
  isNewlyReceived(next, before) && next.submittedAt
    ? { ...next, number: caseNumber(dateAt(next.submittedAt), randomInt(DRAWN_MAX)) }
    : next;

/** With the last entry of its trail, and with the subject's open cases: the commit writes over both. */
async function findToChange(
  ports: CasePorts,
  id: string,
): Promise<(Found & { readonly last: LastEntry }) | undefined> {
  if (!isId("app", id)) return undefined;
  const trail = { table: recordsTable(ports.mode), aggregate: id };
  const [found, last] = await Promise.all([findCase(ports, id), readLastEntry(ports.database, trail)]);
  return found && { ...found, last };
}

export async function findCase(
  store: ApplicationStore & Pick<CasePorts, "now" | "actor">,
  id: string,
): Promise<Found | undefined> {
  const application = isId("app", id) ? await getApplication(store, id) : undefined;
  if (!application) return undefined;
  const [kept, item, isTheirs] = await Promise.all([
    getKeptForm(store, application.id),
    readCaseItem(store, application),
    standsForSubject(store, application),
    // Asked for with the rest, and remembered for the decision and the commit.
    getOpenCases(store, application.subject, application.item.code),
    store.actor.kind === "CITIZEN" ? findBorn(store, store.actor.id) : undefined,
  ]);
  const facts = { steps: item.steps, now: store.now, standsForSubject: isTheirs };
  return { application, ...kept, item, facts };
}

/** Whether the officer who asks stands for the case's subject, and so has no hand in it. */
export async function standsForSubject(
  store: ApplicationStore & Pick<CasePorts, "now" | "actor">,
  { subject }: Application,
): Promise<boolean> {
  const person = store.actor.kind === "OFFICER" ? store.actor.person : undefined;
  return person !== undefined && (await lookUpStanding(store, person, subject, store.now)) !== undefined;
}

/** In one commit, over exactly what was decided on. */
export async function writeCase(
  ports: WritePorts & { readonly last?: LastEntry },
  { application, form, action, reason, event, writes = [], following }: Changed,
  before: Application | undefined,
): Promise<Result<void, Stale>> {
  const { actor, now: at, requestId, mode } = ports;
  const { id, subject, item } = application;
  const [standing, told, toldBehind, foundBy] = await Promise.all([
    getOpenCases(ports, subject, item.code),
    event && eventOf(ports, application, event),
    following?.event && eventOf(ports, application, following.event),
    isNewlyReceived(application, before)
      ? foundByWrites(ports, application)
      : before && isTransferred(application, before)
        ? underNameWrites(ports, application)
        : [],
  ]);
  const counted = withCounts(told, application, countsOf(before, application), mode);
  return ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    ...(ports.last ? { last: ports.last } : {}),
    action: `applications.case.${action}`,
    revision: following ? following.revision : application.revision,
    ...(following ? { following: behindOf(following, application, toldBehind) } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(before ? {} : { creates: applicationKeys.application(id) }),
    writes: [
      putApplication(ports, application, before),
      ...putDeskEntries(ports, application, before),
      ...putOpenCases(ports, application, { standing, before }),
      ...putDecided(ports, application, before),
      ...(form ? [putForm(ports, application, form)] : []),
      ...foundBy,
      ...writes,
    ],
    ...(counted ? { event: counted } : {}),
  });
}

/** The entry of the decision by rule. */
const behindOf = (
  { actor, action }: NonNullable<Changed["following"]>,
  { revision }: Application,
  event: Event | undefined,
): NonNullable<Change["following"]> => ({
  ...{ actor, action: `applications.case.${action}`, revision },
  ...(event ? { event } : {}),
});

/** By its number, and by the name of its subject, officers find a case from its receipt on. */
const foundByWrites = async (
  ports: ApplicationStore,
  application: Application,
): Promise<readonly TransactItem[]> => [
  ...(application.number ? [putCaseNumber(ports, application.number, application.id)] : []),
  ...(await underNameWrites(ports, application)),
];

/** Under its subject's name it is found at the department and in the region that handle it. */
async function underNameWrites(
  ports: ApplicationStore,
  application: Application,
): Promise<readonly TransactItem[]> {
  const name = await findSubjectName(ports, application.subject);
  return name === undefined ? [] : [putUnderName(ports, application, name)];
}

const isTransferred = (next: Application, before: Application): boolean =>
  next.transfers?.length !== before.transfers?.length;
