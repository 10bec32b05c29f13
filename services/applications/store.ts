import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../platform/actor.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import type { Database, StoredItem, TransactItem } from "../platform/database.ts";
import { branded, ENTITY, inTable, KEY, transactItem } from "../platform/entity.ts";
import type { ApplicationId, CitizenId } from "../platform/ids.ts";
import { recordReader } from "../platform/record-reader.ts";
import type { RegionCode } from "../platform/region.ts";
import type { Instant } from "../platform/runtime.ts";
import { INDEX1, type Key, recordsTable } from "../platform/tables.ts";
import {
  type Appeal,
  type Application,
  CHANNELS,
  type Correction,
  type Decision,
  type FormData,
  isOpen,
  type Revocation,
  RULING_STATES,
  STATUSES,
} from "./application.ts";
import type { Clock } from "./case-clock.ts";
import { nextTick } from "./ticking.ts";
import type { FinishedStep, Task } from "./workflow.ts";

/** The applications of one mode. */
export type ApplicationStore = { readonly database: Database; readonly mode: Mode };

const id = branded<ApplicationId>();
const instant = branded<Instant>();
const indexed = string().hidden().optional();

const CaseEntity = new Entity({
  ...ENTITY,
  name: "Application",
  schema: item({
    ...KEY,
    index1pk: indexed,
    index1sk: indexed,
    id,
    citizenId: branded<CitizenId>(),
    item: map({ code: string(), version: number() }),
    department: string(),
    region: branded<RegionCode>(),
    channel: string().enum(...CHANNELS),
    status: string().enum(...STATUSES),
    createdAt: instant,
    savedAt: instant,
    submittedAt: instant.optional(),
    submission: string().optional(),
    duplicateReason: string().optional(),
    correction: any().castAs<Correction>().optional(),
    tasks: any().castAs<readonly Task[]>(),
    finished: any().castAs<readonly FinishedStep[]>(),
    clock: any().castAs<Clock>(),
    ruling: string()
      .enum(...RULING_STATES)
      .optional(),
    decision: any().castAs<Decision>().optional(),
    appeal: any().castAs<Appeal>().optional(),
    revocation: any().castAs<Revocation>().optional(),
    endedAt: instant.optional(),
    revision: number(),
    creation: string(),
  }),
});
const readCase = recordReader(CaseEntity);

const FormEntity = new Entity({
  ...ENTITY,
  name: "ApplicationForm",
  // As text: a form may hold names and numbers that the database does not take.
  schema: item({ ...KEY, form: string(), revision: number() }),
});
const readForm = recordReader(FormEntity);

const PointerEntity = new Entity({
  ...ENTITY,
  name: "CitizenApplication",
  schema: item({ ...KEY, application: id }),
});
const readPointer = recordReader(PointerEntity);

const EntryEntity = new Entity({
  ...ENTITY,
  name: "DeskEntry",
  schema: item({
    ...KEY,
    ...{ index1pk: indexed, index1sk: indexed, index2pk: indexed, index2sk: indexed },
  }),
});

const options = ({ database, mode }: ApplicationStore) => inTable(database, recordsTable(mode));

export async function getApplication(
  { database, mode }: ApplicationStore,
  application: ApplicationId,
): Promise<Application | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.application(application));
  if (!record) return undefined;
  const { pk: _, sk: __, ...found } = readCase(record);
  return found;
}

export async function getForm(
  { database, mode }: ApplicationStore,
  application: ApplicationId,
): Promise<FormData> {
  const record = await database.get(recordsTable(mode), applicationKeys.applicationForm(application));
  return record ? JSON.parse(readForm(record).form) : {};
}

/** What is written of a case: its record, and in the same commit its place in each list that it belongs to. */
export function putApplication(
  store: ApplicationStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  const tick = nextTick(next);
  const clock = tick
    ? { [INDEX1.pk]: applicationKeys.caseClock(next.id), [INDEX1.sk]: `${tick.at}#${next.id}` }
    : {};
  const condition = before
    ? ({ attr: "revision", eq: before.revision } as const)
    : ({ attr: "pk", exists: false } as const);
  const record = CaseEntity.build(PutTransaction)
    .item({ ...applicationKeys.application(next.id), ...clock, ...next })
    .options({ ...options(store), condition })
    .params();
  return [transactItem(record), ...taskWrites(store, next, before), ...escalationWrites(store, next, before)];
}

/** An overdue case stands in its supervisor's list until it is decided and delivered; an appeal is another matter. */
const isEscalated = (one: Application | undefined): boolean =>
  !!one?.clock.overdueAt && one.status !== "APPEALED" && (isOpen(one) || one.status === "APPROVED");

function escalationWrites(
  store: ApplicationStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  if (isEscalated(next) === isEscalated(before)) return [];
  const { id: application, region, department, clock } = next;
  const places = isEscalated(next)
    ? {
        index1pk: applicationKeys.escalated(region, department),
        index1sk: `${clock.overdueAt}#${application}`,
      }
    : {};
  return [putEntry(store, applicationKeys.caseEscalation(application), places)];
}

/** A task stands in the lists of its desk until it is taken; while the clock stands still it stands in none. */
function taskWrites(
  store: ApplicationStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  const wanted = next.status === "PAUSED" ? [] : next.tasks;
  const standing = before?.status === "PAUSED" ? [] : (before?.tasks ?? []);
  const gone = standing.filter(({ step }) => !wanted.some((task) => task.step === step));
  const changed = wanted.filter((task) => {
    const old = standing.find(({ step }) => step === task.step);
    return !old || old.claimedBy !== task.claimedBy || old.dueOn !== task.dueOn;
  });
  return [
    ...gone.map(({ step }) => putEntry(store, applicationKeys.caseTask(next.id, step), {})),
    ...changed.map((task) => putTask(store, next, task)),
  ];
}

function putTask(store: ApplicationStore, { id: application, region, item: of }: Application, task: Task) {
  const { step, department, dueOn, claimedBy } = task;
  const place = `${dueOn}#${application}#${step}`;
  return putEntry(store, applicationKeys.caseTask(application, step), {
    index1pk: claimedBy ? applicationKeys.claimed(claimedBy) : applicationKeys.desk(region, department),
    index1sk: place,
    index2pk: claimedBy
      ? applicationKeys.held(region, department)
      : applicationKeys.deskStep(region, department, of.code, step),
    index2sk: place,
  });
}

/** An entry of desks' lists; with no places it stays behind and is in none, for nothing here is deleted. */
const putEntry = (
  store: ApplicationStore,
  key: Key,
  places: Readonly<Record<string, string>>,
): TransactItem =>
  transactItem(
    EntryEntity.build(PutTransaction)
      .item({ ...key, ...places })
      .options(options(store))
      .params(),
  );

/** The case's record guards it in the same commit. */
export const putForm = (
  store: ApplicationStore,
  { id: application, revision }: Application,
  form: FormData,
): TransactItem =>
  transactItem(
    FormEntity.build(PutTransaction)
      .item({ ...applicationKeys.applicationForm(application), form: JSON.stringify(form), revision })
      .options(options(store))
      .params(),
  );

/** A new case in the list of its citizen. */
export const putPointer = (store: ApplicationStore, application: Application): TransactItem =>
  transactItem(
    PointerEntity.build(PutTransaction)
      .item({
        ...applicationKeys.citizenApplication(application.citizenId, application.createdAt, application.id),
        application: application.id,
      })
      .options(options(store))
      .params(),
  );

/** A page of a citizen's cases, newest first, behind the record `after`. */
export async function listApplications(
  store: ApplicationStore,
  citizen: CitizenId,
  { first, after }: { readonly first: number; readonly after?: StoredItem },
): Promise<{ readonly applications: readonly Application[]; readonly more: boolean }> {
  const { items, next } = await store.database.query({
    table: recordsTable(store.mode),
    pk: citizen,
    ...applicationKeys.citizenApplications,
    limit: first,
    newestFirst: true,
    ...(after ? { after } : {}),
  });
  const found = await Promise.all(items.map((one) => getApplication(store, readPointer(one).application)));
  return { applications: found.filter((one) => one !== undefined), more: next !== undefined };
}
