import type { CreditCode } from "../../../field/credit-code.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { CitizenId, OfficerId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Department, isOffered, type LegalBasis, type LocalizedText } from "../../catalogue/index.ts";
import type { PublicKey } from "./public-key.ts";

export const TRUST_KINDS = ["ISSUER", "MAPPING"] as const;
/** A part of the trust list: an issuer of another region, or what one of its types stands for here. */
export type TrustKind = (typeof TRUST_KINDS)[number];

export const EQUIVALENCES = ["FULL", "PARTIAL", "NONE"] as const;
/** Whether a type of another region stands for one of ours: wholly, in part, or not at all. */
export type Equivalence = (typeof EQUIVALENCES)[number];

/** A key by which an issuer's licences are verified: of those that it signed from its first instant until its last. */
export type TrustedKey = PublicKey & {
  readonly keyId: string;
  readonly from: Instant;
  readonly until?: Instant;
  /** From then on somebody else may have it: nothing that it signed then or later counts. */
  readonly compromisedSince?: Instant;
};

/** A type of licences that an issuer may issue, from a day on and until another, both included. */
export type TrustedType = {
  readonly vct: string;
  /** 证照类型代码 (GB/T 36904-2018). */
  readonly typeCode: string;
  readonly name: LocalizedText;
  readonly from: CivilDate;
  readonly until?: CivilDate;
};

/** Both kinds say where they hold, on which ground, and which department here answers for them. */
type Answered = {
  /** Its place in the list: the region, a dot, and the issuer's credit code or the name that editors gave a mapping. */
  readonly code: string;
  /** The region whose licences are meant. */
  readonly region: RegionCode;
  readonly department: Department;
  /** The regions of our own for which it was agreed, each with all that lies in it. */
  readonly regions: readonly RegionCode[];
  readonly legalBasis: readonly LegalBasis[];
};

/** An authority of another region whose licences are believed. */
export type TrustedIssuer = Answered & {
  readonly kind: "ISSUER";
  readonly creditCode: CreditCode;
  readonly name: LocalizedText;
  /** Where its platform answers (https). */
  readonly platform: string;
  readonly keys: readonly TrustedKey[];
  readonly types: readonly TrustedType[];
};

/** A field of our own type's content, and the claim of the other's licence from which it is taken. */
export type MappedField = { readonly field: string; readonly claim: string };

/** The type of ours that a type of another region stands for, from a day on and until another, both included. */
export type LicenceMapping = Answered & {
  readonly kind: "MAPPING";
  readonly vct: string;
  readonly typeCode: string;
  /** The code of the licence type of ours, in whichever version is in force. */
  readonly ownType: string;
  readonly equivalence: Equivalence;
  readonly fields: readonly MappedField[];
  readonly from: CivilDate;
  readonly until?: CivilDate;
};

export type TrustPart = TrustedIssuer | LicenceMapping;

/** A part by its kind and its place. */
export type TrustEntry = { readonly kind: TrustKind; readonly code: string };

/** The draft counts its savings, so that a decision can tell whether it was replaced meanwhile. */
export type TrustDraft = {
  readonly part: TrustPart;
  readonly revision: number;
  /** All who have saved it since it was last agreed to. */
  readonly editors: readonly OfficerId[];
  /** The same as persons, for one may have two sign-ins. */
  readonly editorPersons: readonly CitizenId[];
};

/** A key that somebody else may have: for good, whatever later drafts say. */
export type Compromise = { readonly key: TrustedKey; readonly since: Instant };

/** A part as it stands in the list. */
export type TrustHead = {
  readonly part: TrustPart;
  /** The versions of the list that changed it, from the one with which it came in to the one from which on it stands so. */
  readonly versions: readonly number[];
  /** The draft that it was made from. */
  readonly draftRevision: number;
  readonly compromises: readonly Compromise[];
};

export const TRUST_ACTS = ["AGREED", "KEY_COMPROMISED"] as const;

/** A version of the list, by the change that made it. Versions count from 1, without a gap. */
export type TrustListVersion = TrustEntry & {
  readonly version: number;
  readonly at: Instant;
  readonly act: (typeof TRUST_ACTS)[number];
};

/** Parts of one region stand together; an issuer's place follows from who it is, so that nobody is trusted twice over. */
export const partCode = (region: RegionCode, name: string): string => `${region}.${name}`;

/** A part's history, from its first draft on. */
export const trustHistory = (kind: TrustKind, code: string): string => `trust:${kind}:${code}`;

/** An issuer, those of its keys told as compromised that are, whatever the draft was that they come from. */
export function markCompromised(issuer: TrustedIssuer, compromises: readonly Compromise[]): TrustedIssuer {
  const keys = issuer.keys.map((key) => {
    const found = compromises.find((one) => one.key.keyId === key.keyId);
    return found ? { ...key, compromisedSince: found.since } : key;
  });
  return { ...issuer, keys };
}

type Days = { readonly from: CivilDate; readonly until?: CivilDate };

export const coversDay = ({ from, until }: Days, day: CivilDate): boolean =>
  from <= day && (until === undefined || day <= until);

/** Whether two spans of days share one. */
export const overlaps = (one: Days, other: Days): boolean =>
  (one.until === undefined || other.from <= one.until) &&
  (other.until === undefined || one.from <= other.until);

/** Whether there is a place that lies in a region of the one and in one of the other. */
export const areasMeet = (one: readonly RegionCode[], other: readonly RegionCode[]): boolean =>
  other.some((region) => isOffered(one, region)) || one.some((region) => isOffered(other, region));
