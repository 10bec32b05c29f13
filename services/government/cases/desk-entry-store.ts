import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Application } from "./application.ts";
import { openPause } from "./clock.ts";
import { escalatedSince } from "./escalation.ts";
import { inspectionToDo } from "./inspection-on-site.ts";
import { applicationKeys } from "./keys.ts";
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
): TransactItem[] => [
  ...taskWrites(store, next, before),
  ...supervisorWrites(store, next, before),
  ...inspectorWrites(store, next, before),
];

/** The time since which a case's clock stands still. */
const pausedSince = ({ status, clock }: Application) =>
  status === "PAUSED" ? openPause(clock)?.from : undefined;

function supervisorWrites(
  store: DeskEntryStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  const [escalated, paused] = [escalatedSince(next), pausedSince(next)];
  const stays =
    isAtPlaceOf(next, before) &&
    escalated === (before && escalatedSince(before)) &&
    paused === (before && pausedSince(before));
  if (stays) return [];
  const { id: application, region, department } = next;
  const places = {
    ...(escalated && {
      index1pk: applicationKeys.escalated(region, department),
      index1sk: `${escalated}#${application}`,
    }),
    ...(paused && {
      index2pk: applicationKeys.paused(region, department),
      index2sk: `${paused}#${application}`,
    }),
  };
  return [putEntry(store, applicationKeys.caseEscalation(application), places)];
}

/** Whether it is handled where it was. */
const isAtPlaceOf = (next: Application, before: Application | undefined): boolean =>
  next.region === before?.region && next.department === before.department;

/** A site stands in the lists of the two who are to inspect it, until they have reported or others take their place. */
function inspectorWrites(
  store: DeskEntryStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  const { id: application } = next;
  const [wanted, standing] = [inspectionToDo(next), before && inspectionToDo(before)];
  const stays = (officer: OfficerId) =>
    standing?.inspectors.includes(officer) && standing.appointedAt === wanted?.appointedAt;
  const put = (officer: OfficerId, places: Readonly<Record<string, string>>) =>
    putEntry(store, applicationKeys.caseInspector(application, officer), places);
  const gone = (standing?.inspectors ?? []).filter((officer) => !wanted?.inspectors.includes(officer));
  const come = (wanted?.inspectors ?? []).filter((officer) => !stays(officer));
  return [
    ...gone.map((officer) => put(officer, {})),
    ...come.map((officer) =>
      put(officer, {
        index1pk: applicationKeys.toInspect(officer),
        index1sk: `${wanted?.appointedAt}#${application}`,
      }),
    ),
  ];
}

/**
 * The steps that stand in a list of a desk: all until they are over; while the clock stands still those that somebody
 * holds, for nobody can take one on then.
 */
const tasksOnDesks = ({ status, tasks }: Application): readonly Task[] =>
  status === "PAUSED" ? tasks.filter(({ claimedBy }) => claimedBy !== undefined) : tasks;

function taskWrites(
  store: DeskEntryStore,
  next: Application,
  before: Application | undefined,
): TransactItem[] {
  const wanted = tasksOnDesks(next);
  const standing = before ? tasksOnDesks(before) : [];
  const gone = standing.filter(({ step }) => !wanted.some((task) => task.step === step));
  const changed = wanted.filter((task) => {
    const old = standing.find(({ step }) => step === task.step);
    const isMoved = next.region !== before?.region || old?.department !== task.department;
    return !old || isMoved || old.claimedBy !== task.claimedBy || old.dueOn !== task.dueOn;
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
