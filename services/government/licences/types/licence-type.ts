import type { CreditCode } from "../../../field/credit-code.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  type Department,
  type Form,
  isOffered,
  type LegalBasis,
  type LocalizedText,
} from "../../catalogue/index.ts";
import type { DirectoryEntry } from "./directory-entry.ts";
import type { LicenceTemplate } from "./licence-template.ts";

export const HOLDER_KINDS = ["PERSON", "ENTERPRISE", "THING"] as const;
/** The kind of its holder (持证主体类别): a person, an enterprise, or a thing, as a vehicle. */
export type HolderKind = (typeof HOLDER_KINDS)[number];

export const DISCLOSURES = ["MINIMAL", "ORDINARY", "SENSITIVE"] as const;
/** How much it tells of its holder that a field is shown: least of all, as usual, or what is shown for a need alone. */
export type Disclosure = (typeof DISCLOSURES)[number];

/** A field at the top of a licence's content. */
export type LicenceField = { readonly field: string; readonly disclosure: Disclosure };

export const ASSURANCES = ["LOW", "SUBSTANTIAL", "HIGH"] as const;
/** How sure it is that a licence is its holder's. */
export type Assurance = (typeof ASSURANCES)[number];

/** How long a licence is valid (有效期限范围): always, so many months from its day on, or until a day that it states. */
export type Validity =
  | { readonly kind: "PERMANENT" }
  | { readonly kind: "MONTHS"; readonly months: number }
  | { readonly kind: "STATED"; readonly field: string };

/** An authority that issues licences of a type (证照颁发机构), from a day on and until another, both included. */
export type Issuer = {
  readonly department: Department;
  readonly creditCode: CreditCode;
  /** Where it does so, each region with all that lies in it. */
  readonly regions: readonly RegionCode[];
  readonly from: CivilDate;
  readonly until?: CivilDate | undefined;
};

/** Whether an issuer's time is not over on a day. */
export const isNotOver = ({ until }: Pick<Issuer, "until">, on: CivilDate): boolean =>
  until === undefined || on <= until;

/** Whether an issuer issues licences in a region on a day. */
export const mayIssue = (issuer: Issuer, region: RegionCode, on: CivilDate): boolean =>
  issuer.from <= on && isNotOver(issuer, on) && isOffered(issuer.regions, region);

/**
 * A type of electronic licences as its authority defines it (证照类型; its metadata by GB/T 36903-2018, its entry in the
 * directory by GB/T 36902-2018).
 */
export type LicenceTypeContent = {
  /** As materials of service items name it, for example food-business-licence. */
  readonly code: string;
  /** 证照类型代码: the credit code of the authority that defines the type, and three digits (GB/T 36904-2018). */
  readonly typeCode: string;
  readonly name: LocalizedText;
  /** That answers for the type. */
  readonly department: Department;
  readonly regions: readonly RegionCode[];
  readonly legalBasis: readonly LegalBasis[];
  readonly holderKind: HolderKind;
  /** The JSON Schema of what a licence says, by the profile of forms. */
  readonly content: Form;
  /** Of each field at the top of the content. */
  readonly disclosures: readonly LicenceField[];
  readonly validity: Validity;
  readonly issuers: readonly Issuer[];
  readonly assurance: Assurance;
  /** By which verifiers know the type of a credential (SD-JWT VC, `vct`). */
  readonly vct: string;
  /** How its licences look; where it states none they are drawn by the pages of the content. */
  readonly template?: LicenceTemplate | undefined;
  /** Its entry in the national directory, where it states one. */
  readonly directory?: DirectoryEntry | undefined;
};

/** A type's draft (version 0), or one of its published versions, which never change. */
export type LicenceType = LicenceTypeContent & { readonly version: number; readonly publishedAt?: Instant };

export type PublishedType = LicenceType & { readonly publishedAt: Instant };

/** The draft counts its savings, so that a decision can tell whether it was replaced meanwhile. */
export type TypeDraft = LicenceTypeContent & {
  readonly revision: number;
  /** All who have saved it since the last publication. */
  readonly editors: readonly OfficerId[];
  /** The same as persons, for one may have two sign-ins. */
  readonly editorPersons: readonly CitizenId[];
};

/** The version of a type that is in force. */
export type TypeHead = Pick<LicenceTypeContent, "code" | "typeCode" | "vct" | "holderKind" | "regions"> & {
  readonly department: { readonly code: string };
  readonly version: number;
  /** The draft that it was made from. */
  readonly draftRevision: number;
  readonly revision: number;
};

/** Whether a text can be a `vct`: an address that names the type and nothing else, of the web, or a name of its own. */
export const isVct = (text: string): boolean => /^(?:https:\/\/|urn:)[\x21-\x7e]{3,}$/.test(text);

/** The authority that defines a type (证照定义机构), by its credit code. */
export const definerOf = ({ typeCode }: Pick<LicenceTypeContent, "typeCode">): string =>
  typeCode.slice(0, -3);
