import { isCode } from "../../../field/code.ts";
import { isTypeCode } from "../../../field/licence-identifier.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type From, fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import { DRAFT_VERSION, type EditedView, editedView, mayEdit } from "../../catalogue/index.ts";
import type { LicenceType, LicenceTypeContent, PublishedType, TypeDraft, TypeHead } from "./licence-type.ts";
import {
  getTypeDraft,
  getTypeHead,
  getTypeVersion,
  listEditedTypes,
  listTypeHeads,
  typeNamed,
} from "./type-store.ts";

type Reads = Pick<Database, "get" | "query">;

/** The version of a licence type that is in force, or the one that is asked for. */
export async function findLicenceType(
  code: string,
  version: number | undefined,
  database: Pick<Database, "get">,
): Promise<PublishedType | undefined> {
  if (!isCode(code)) return undefined;
  const wanted = version ?? (await getTypeHead(database, code))?.version;
  const isVersion = wanted !== undefined && Number.isInteger(wanted) && wanted > DRAFT_VERSION;
  return isVersion ? getTypeVersion(database, code, wanted) : undefined;
}

/** The version of a type by which a licence was made. Throws where it is not on record. */
export async function licenceTypeOf(
  code: string,
  version: number,
  database: Pick<Database, "get">,
): Promise<PublishedType> {
  const type = await findLicenceType(code, version, database);
  if (!type) throw new Error(`licence type ${code} has no version ${version}`);
  return type;
}

/** The version in force of the type that has this code, or this type code (证照类型代码). */
export async function findTypeNamed(
  name: string,
  database: Pick<Database, "get">,
): Promise<PublishedType | undefined> {
  const code = isTypeCode(name) ? await typeNamed(database, name) : name;
  return code === undefined ? undefined : findLicenceType(code, undefined, database);
}

/** The licence types in force, by code. */
export async function findLicenceTypes(
  page: From<string>,
  database: Reads,
): Promise<{ readonly types: readonly LicenceType[]; readonly more: boolean }> {
  const { heads, more } = await listTypeHeads(database, page);
  const types = await Promise.all(heads.map(({ code, version }) => getTypeVersion(database, code, version)));
  return { types: types.flatMap((type) => type ?? []), more };
}

const TYPES_A_READ = 100;

async function allHeads(database: Reads): Promise<readonly TypeHead[]> {
  const heads: TypeHead[] = [];
  for (let after: string | undefined; ; after = heads.at(-1)?.code) {
    const page = await listTypeHeads(database, {
      first: TYPES_A_READ,
      ...(after === undefined ? {} : { after }),
    });
    heads.push(...page.heads);
    if (!page.more) return heads;
  }
}

/** The versions in force of all types. */
export async function allTypesInForce(database: Reads): Promise<readonly PublishedType[]> {
  const heads = await allHeads(database);
  const types = await Promise.all(heads.map(({ code, version }) => getTypeVersion(database, code, version)));
  return types.flatMap((type) => type ?? []);
}

/** All versions of all types that were ever published. */
export async function allPublishedTypes(database: Reads): Promise<readonly PublishedType[]> {
  const heads = await allHeads(database);
  const versions = heads.flatMap(({ code, version }) =>
    Array.from({ length: version }, (_, i) => getTypeVersion(database, code, i + 1)),
  );
  return (await Promise.all(versions)).flatMap((type) => type ?? []);
}

/** A licence type as those who edit it see it. */
export type EditedType = EditedView<LicenceTypeContent> & { readonly head: TypeHead | undefined };

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

const editedType = (draft: TypeDraft, head: TypeHead | undefined, officer: Officer): EditedType => ({
  ...editedView(draft, head, officer),
  head,
});

/** The licence types that an officer edits, by code; a page may have fewer than were asked for, and lead on. */
export async function findEditedTypes(
  officer: Officer,
  page: From<string>,
  database: Reads,
): Promise<{ readonly types: readonly EditedType[]; readonly more: Onward<string> }> {
  const { entries, more } = await fullPage(
    page,
    async (from: From<string>) => {
      const listed = await listEditedTypes(database, from);
      const found = await Promise.all(listed.codes.map((code) => findEditedType(code, officer, database)));
      return {
        entries: found.flatMap((type) => type ?? []),
        next: listed.more ? listed.codes.at(-1) : undefined,
      };
    },
    1,
  );
  return { types: entries, more };
}
