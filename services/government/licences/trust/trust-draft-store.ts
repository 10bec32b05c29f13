import { Entity } from "dynamodb-toolbox/entity";
import { ConditionCheck } from "dynamodb-toolbox/entity/actions/transactCheck";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, number, string } from "dynamodb-toolbox/schema";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import { licenceKeys } from "../keys.ts";
import {
  TRUST_KINDS,
  type TrustDraft,
  type TrustEntry,
  type TrustKind,
  type TrustPart,
} from "./trust-part.ts";

const TABLE = "registry";

const part = any().castAs<TrustPart>();
const kind = string().enum(...TRUST_KINDS);

const DraftEntity = new Entity({
  ...ENTITY,
  name: "TrustDraft",
  schema: item({
    ...{ ...KEY, part, revision: number() },
    ...{ editors: list(brand<OfficerId>()), editorPersons: list(brand<CitizenId>()) },
  }),
});
const readDraft = recordReader(DraftEntity);

const EntryEntity = new Entity({
  ...ENTITY,
  name: "TrustDraftEntry",
  schema: item({ ...KEY, kind, code: string() }),
});
const readEntry = recordReader(EntryEntity);

export async function getTrustDraft(
  database: Pick<Database, "get">,
  ofKind: TrustKind,
  code: string,
): Promise<TrustDraft | undefined> {
  const record = await database.get(TABLE, licenceKeys.trustDraft(ofKind, code));
  if (!record) return undefined;
  const { pk: _, sk: __, ...draft } = readDraft(record);
  return draft;
}

/** All parts that have been drafted, issuers first. */
export async function listTrustEntries(
  database: Pick<Database, "query">,
  { first, after }: From<TrustEntry>,
): Promise<{ readonly entries: readonly TrustEntry[]; readonly more: boolean }> {
  const { items, next } = await database.query({
    ...{ table: TABLE, pk: licenceKeys.trustDrafts, limit: first },
    ...(after === undefined ? {} : { after: licenceKeys.trustDraftEntry(after.kind, after.code) }),
  });
  const entries = items.map((record) => {
    const { kind: ofKind, code } = readEntry(record);
    return { kind: ofKind, code };
  });
  return { entries, more: next !== undefined };
}

/** `expecting` is the draft that was decided from, undefined for a first one. */
export const putTrustDraft = (
  database: Database,
  { editors, editorPersons, ...draft }: TrustDraft,
  expecting: TrustDraft | undefined,
): TransactItem =>
  transactItem(
    DraftEntity.build(PutTransaction)
      .item({
        ...{ ...licenceKeys.trustDraft(draft.part.kind, draft.part.code), ...draft },
        ...{ editors: [...editors], editorPersons: [...editorPersons] },
      })
      .options({ ...inTable(database, TABLE), condition: overRevision(expecting?.revision) })
      .params(),
  );

/** With its first draft a part goes into the list of those that are edited. */
export const putTrustEntry = (database: Database, { kind: ofKind, code }: TrustEntry): TransactItem =>
  transactItem(
    EntryEntity.build(PutTransaction)
      .item({ ...licenceKeys.trustDraftEntry(ofKind, code), kind: ofKind, code })
      .options(inTable(database, TABLE))
      .params(),
  );

/** Writes nothing; the commit fails if the draft is another by now. */
export const checkTrustDraftRevision = (
  database: Database,
  { part: { kind: ofKind, code }, revision }: TrustDraft,
): TransactItem =>
  transactItem(
    DraftEntity.build(ConditionCheck)
      .key(licenceKeys.trustDraft(ofKind, code))
      .condition({ attr: "revision", eq: revision })
      .options(inTable(database, TABLE))
      .params(),
  );
