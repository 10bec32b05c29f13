import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { OfficerId } from "../../kernel/ids.ts";
import type { Application } from "./application.ts";
import {
  type DeskPlaces,
  inspectorPlaces,
  pausedSince,
  supervisorPlaces,
  taskPlaces,
  tasksOnDesks,
} from "./desk-places.ts";
import { escalatedSince } from "./escalation.ts";
import { inspectionToDo } from "./inspection-on-site.ts";
import { applicationKeys } from "./keys.ts";

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
  return [putEntry(store, applicationKeys.caseEscalation(next.id), supervisorPlaces(next))];
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
  const [wanted, standing] = [inspectionToDo(next), before && inspectionToDo(before)];
  const stays = (officer: OfficerId) =>
    standing?.inspectors.includes(officer) && standing.appointedAt === wanted?.appointedAt;
  const gone = (standing?.inspectors ?? []).filter((officer) => !wanted?.inspectors.includes(officer));
  const come = (wanted?.inspectors ?? []).filter((officer) => !stays(officer));
  return [...gone, ...come].map((officer) =>
    putEntry(store, applicationKeys.caseInspector(next.id, officer), inspectorPlaces(next, officer)),
  );
}

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
    ...changed.map((task) =>
      putEntry(store, applicationKeys.caseTask(next.id, task.step), taskPlaces(next, task)),
    ),
  ];
}

/** An entry of desks' lists; with no places it stays behind and is in none, for nothing here is deleted. */
const putEntry = (store: DeskEntryStore, key: Key, places: DeskPlaces): TransactItem =>
  transactItem(
    EntryEntity.build(PutTransaction)
      .item({ ...key, ...places })
      .options(inTable(store.database, recordsTable(store.mode)))
      .params(),
  );
