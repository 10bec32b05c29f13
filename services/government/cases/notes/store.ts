import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordOf } from "../../../kernel/database/record-of.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { type Key, recordsTable } from "../../../kernel/database/tables.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Application } from "../application.ts";
import type { ApplicationId, NoteId } from "../ids.ts";
import { applicationKeys, type NoteShelf } from "../keys.ts";
import { NOTE_KINDS, type Note, type NoteCount } from "./note.ts";

type NoteStore = { readonly database: Database; readonly mode: Mode };

const NoteEntity = new Entity({
  ...ENTITY,
  name: "CaseNote",
  schema: item({
    ...KEY,
    id: brand<NoteId>(),
    application: brand<ApplicationId>(),
    kind: string().enum(...NOTE_KINDS),
    text: string(),
    at: brand<Instant>(),
    officer: brand<OfficerId>().optional(),
    inReplyTo: brand<NoteId>().optional(),
    creation: string(),
  }),
});
const readNote = recordReader(NoteEntity);

const CountEntity = new Entity({
  ...ENTITY,
  name: "CaseNoteCount",
  schema: item({ ...KEY, notes: number(), repliesInARow: number() }),
});
const readCount = recordReader(CountEntity);

const options = ({ database, mode }: NoteStore) => inTable(database, recordsTable(mode));

/** A note by its id alone. */
export async function getNote(store: NoteStore, id: NoteId): Promise<Note | undefined> {
  const record = await recordOf(store, id);
  return record && noteOf(record);
}

function noteOf(record: Parameters<typeof readNote>[0]): Note {
  const { pk: _, sk: __, ...note } = readNote(record);
  return note;
}

export async function getNoteCount(
  { database, mode }: NoteStore,
  application: ApplicationId,
): Promise<NoteCount> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseNoteCount(application));
  if (!record) return { notes: 0, repliesInARow: 0 };
  const { notes, repliesInARow } = readCount(record);
  return { notes, repliesInARow };
}

/** Where a note stands; internal ones on a shelf of their own, so that nobody else's page ever passes over one. */
export const keyOfNote = ({ id, application, at, kind }: Omit<Note, "creation" | "text">): Key =>
  applicationKeys.caseNote(application, kind === "INTERNAL" ? "internal" : "shared", placeOf({ id, at }));

const placeOf = ({ id, at }: Pick<Note, "id" | "at">): string => `${at}#${id}`;

/** A note with its case's count, while the case is in the status in which it was decided on. */
export function putNote(
  store: NoteStore,
  note: Note,
  { count, before, status }: Pick<Application, "status"> & Record<"count" | "before", NoteCount>,
): TransactItem[] {
  const { application } = note;
  const { tableName } = options(store);
  const condition =
    before.notes === 0
      ? ({ attr: "pk", exists: false } as const)
      : ({ attr: "notes", eq: before.notes } as const);
  return [
    transactItem(
      NoteEntity.build(PutTransaction)
        .item({ ...keyOfNote(note), ...note })
        .options(options(store))
        .params(),
    ),
    transactItem(
      CountEntity.build(PutTransaction)
        .item({ ...applicationKeys.caseNoteCount(application), ...count })
        .options({ ...options(store), condition })
        .params(),
    ),
    {
      ConditionCheck: {
        TableName: tableName,
        Key: applicationKeys.application(application),
        ConditionExpression: "#status = :status",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":status": status },
      },
    },
  ];
}

/** A page of a case's notes from these shelves, newest first, behind the note `after`. */
export async function listNotes(
  { database, mode }: NoteStore,
  application: ApplicationId,
  shelves: readonly NoteShelf[],
  { first, after }: { readonly first: number; readonly after?: Pick<Note, "id" | "at"> },
): Promise<{ readonly notes: readonly Note[]; readonly more: boolean }> {
  const pages = await Promise.all(
    shelves.map((shelf) =>
      database.query({
        table: recordsTable(mode),
        pk: application,
        ...applicationKeys.caseNotes(shelf),
        limit: first,
        newestFirst: true,
        ...(after ? { after: applicationKeys.caseNote(application, shelf, placeOf(after)) } : {}),
      }),
    ),
  );
  const notes = pages
    .flatMap(({ items }) => items.map(noteOf))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  return {
    notes: notes.slice(0, first),
    more: notes.length > first || pages.some(({ next }) => next !== undefined),
  };
}
