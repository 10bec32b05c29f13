import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../platform/actor.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import type { Database, TransactItem } from "../platform/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../platform/entity.ts";
import { type Key, recordsTable } from "../platform/tables.ts";
import type { Application } from "./application.ts";
import { escalatedSince } from "./escalation.ts";
import type { Task } from "./workflow.ts";

type DeskEntryStore = { readonly database: Database; readonly mode: Mode };

const indexed = string().hidden().optional();

const EntryEntity = new Entity({
  ...ENTITY,
  name: "DeskEntry",
  schema: item({
    ...KEY,
    ...{ index1pk: indexed, index1sk: indexed, index2pk: indexed, index2sk: indexed },
  }),
});

/** A case's places in the lists of its desks, where a change moves them; written in the commit of that change. */
export const putDeskEntries = (
  store: DeskEntryStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] => [...taskWrites(store, next, before), ...escalationWrites(store, next, before)];

function escalationWrites(
  store: DeskEntryStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  const since = escalatedSince(next);
  if (since === (before && escalatedSince(before))) return [];
  const { id: application, region, department } = next;
  const places = since && {
    index1pk: applicationKeys.escalated(region, department),
    index1sk: `${since}#${application}`,
  };
  return [putEntry(store, applicationKeys.caseEscalation(application), places ?? {})];
}

/** A task stands in the lists of its desk until it is taken; while the clock stands still it stands in none. */
function taskWrites(
  store: DeskEntryStore,
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

function putTask(store: DeskEntryStore, { id: application, region, item: of }: Application, task: Task) {
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
const putEntry = (store: DeskEntryStore, key: Key, places: Readonly<Record<string, string>>): TransactItem =>
  transactItem(
    EntryEntity.build(PutTransaction)
      .item({ ...key, ...places })
      .options(inTable(store.database, recordsTable(store.mode)))
      .params(),
  );
