import { isCode } from "../../../field/code.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { isSecondEditor, mayEdit } from "../../catalogue/index.ts";
import { DRAFT_VERSION, type LicenceType, type TypeDraft, type TypeHead } from "./licence-type.ts";
import {
  type CodePage,
  getTypeDraft,
  getTypeHead,
  getTypeVersion,
  listEditedTypes,
  listTypeHeads,
} from "./type-store.ts";

type Reads = Pick<Database, "get" | "query">;

/** The version of a licence type that is in force, or the one that is asked for. */
export async function findLicenceType(
  code: string,
  version: number | undefined,
  database: Reads,
): Promise<LicenceType | undefined> {
  if (!isCode(code)) return undefined;
  const wanted = version ?? (await getTypeHead(database, code))?.version;
  const isVersion = wanted !== undefined && Number.isInteger(wanted) && wanted > DRAFT_VERSION;
  return isVersion ? getTypeVersion(database, code, wanted) : undefined;
}

/** The licence types in force, by code. */
export async function findLicenceTypes(
  page: CodePage,
  database: Reads,
): Promise<{ readonly types: readonly LicenceType[]; readonly more: boolean }> {
  const { heads, more } = await listTypeHeads(database, page);
  const types = await Promise.all(heads.map(({ code, version }) => getTypeVersion(database, code, version)));
  return { types: types.flatMap((type) => type ?? []), more };
}

export type TypeEditAction = "save" | "publish";

/** A licence type as those who edit it see it. */
export type EditedType = {
  readonly code: string;
  readonly draft: LicenceType;
  readonly draftRevision: number;
  readonly head: TypeHead | undefined;
  readonly isChanged: boolean;
  /** All who have saved it since the last publication. */
  readonly editors: readonly OfficerId[];
  readonly availableActions: readonly TypeEditAction[];
};

/** A licence type with its draft; undefined for officers who may not edit it, as if there were none. */
export async function findEditedType(
  code: string,
  officer: Officer,
  database: Pick<Database, "get">,
): Promise<EditedType | undefined> {
  if (!isCode(code)) return undefined;
  const [draft, head] = await Promise.all([getTypeDraft(database, code), getTypeHead(database, code)]);
  return draft && mayEdit(draft, officer.jurisdiction) ? editedType(draft, head, officer) : undefined;
}

function editedType(draft: TypeDraft, head: TypeHead | undefined, officer: Officer): EditedType {
  const { revision, editors, editorPersons, ...content } = draft;
  const isChanged = head?.draftRevision !== revision;
  return {
    ...{ code: content.code, draft: { ...content, version: DRAFT_VERSION }, draftRevision: revision, head },
    ...{ isChanged, editors: isChanged ? editors : [] },
    availableActions: [
      "save",
      ...(isChanged && isSecondEditor(draft, officer) ? (["publish"] as const) : []),
    ],
  };
}

/** The licence types that an officer edits, by code; a page may have fewer than were asked for, and lead on. */
export async function findEditedTypes(
  officer: Officer,
  page: CodePage,
  database: Reads,
): Promise<{ readonly types: readonly EditedType[]; readonly more: boolean | { readonly behind: string } }> {
  const { codes, more } = await listEditedTypes(database, page);
  const found = await Promise.all(codes.map((code) => findEditedType(code, officer, database)));
  const types = found.flatMap((type) => type ?? []);
  const behind = codes.at(-1);
  // A whole page goes on behind its own last entry.
  return { types, more: more && behind !== undefined && types.length < page.first ? { behind } : more };
}
