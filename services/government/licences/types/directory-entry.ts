import { type LocalizedText, type TermReader, type Violation, violation } from "../../catalogue/index.ts";

export const OFFICE_LEVELS = [
  ...(["NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY", "TOWNSHIP", "OTHER"] as const),
] as const;
/**
 * The level of an authority: 国家级, 省级 (also 省部级), 地市级, 区县级, 乡镇级, 其他. The values that provinces' systems of licences
 * choose from; none of them is known from the text of the standard (docs/licences.md).
 */
export type OfficeLevel = (typeof OFFICE_LEVELS)[number];

/** A matter whose outcome is a licence of the type (关联事项名称, 关联事项代码). */
export type DirectoryItem = {
  /** 基本编码, 12 digits (GB/T 39554.1-2020). */
  readonly code: string;
  readonly name: LocalizedText;
};

/**
 * A type's entry in the national directory, as far as the type does not say it otherwise (GB/T 36902-2018): the table of
 * docs/licences.md has each element of it, with the source.
 */
export type DirectoryEntry = {
  /** Of the authority that defines the type (证照定义机构级别). */
  readonly definerLevel?: OfficeLevel | undefined;
  /** Of the authorities that issue it (证照颁发机构级别). */
  readonly issuerLevel?: OfficeLevel | undefined;
  readonly items: readonly DirectoryItem[];
};

type Absent = null | undefined;

/** An entry as an editor sends it. */
export type DirectoryInput = {
  readonly definerLevel?: OfficeLevel | Absent;
  readonly issuerLevel?: OfficeLevel | Absent;
  readonly items: readonly DirectoryItem[];
};

const ITEMS_MAX = 50;
const ITEM_CODE_LENGTH = 12;
const ITEM_CODE = /^\d{12}$/;

export const readDirectory = (
  read: TermReader,
  { definerLevel, issuerLevel, items }: DirectoryInput,
): DirectoryEntry => ({
  ...(definerLevel ? { definerLevel } : {}),
  ...(issuerLevel ? { issuerLevel } : {}),
  items: read.list(items, ITEMS_MAX, "directory", ({ code, name }, i) => ({
    code: read.text(code, ITEM_CODE_LENGTH, "directory", "items", i, "code"),
    name: read.name(name, "directory", "items", i, "name"),
  })),
});

/** The texts that a published entry has to have, with where they stand. */
export const directoryNames = (entry: DirectoryEntry | undefined) =>
  (entry?.items ?? []).map(({ name }, i) => ({ name, at: ["directory", "items", String(i), "name"] }));

/** All that keeps an entry from being published. */
export const directoryViolations = (entry: DirectoryEntry | undefined): readonly Violation[] =>
  (entry?.items ?? []).flatMap(({ code }, i) =>
    ITEM_CODE.test(code)
      ? []
      : [violation("DIRECTORY_ITEM_CODE_INVALID", ["directory", "items", String(i), "code"])],
  );
