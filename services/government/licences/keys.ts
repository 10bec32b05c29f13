import type { CreditCode } from "../../field/credit-code.ts";
import { type Subject, subjectKey } from "../../field/subject.ts";
import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { Mode } from "../../kernel/actor.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ApplicationId } from "../cases/index.ts";
import type { LicenceCopyId, LicenceId, PresentationRequestId } from "./ids.ts";

const VERSION_DIGITS = 3;

const listVersion = (version: number): string => String(version).padStart(8, "0");

/** Licences. */
export const licenceKeys = {
  countedSeries: (typeCode: string, series: string) => key(`licence-count#${typeCode}#${series}`, "last"),
  renewals: { skPrefix: "renewal#" },
  ofDepartment: (type: string, department: string): string => `licences#${type}#${department}`,
  inRegion: (region: string, number: string, validUntil: string): string =>
    `${region}#${number}#${validUntil}`,
  electronicLicence: (id: LicenceId) => key(id, "licence"),
  licenceVersion: (id: LicenceId, version: number) =>
    key(id, `version#${String(version).padStart(VERSION_DIGITS, "0")}`),
  licenceVersions: { skPrefix: "version#" },
  renewalAsked: (id: LicenceId, application: ApplicationId) => key(id, `renewal#${application}`),
  licenceByNumber: (typeCode: string, number: string) =>
    key(`licence-number#${typeCode}#${number}`, "licence"),
  licencesOfHolder: (holder: Subject): string => `licences-of#${subjectKey(holder)}`,
  licenceOfHolder: (holder: Subject, type: string, id: LicenceId) =>
    key(licenceKeys.licencesOfHolder(holder), `${type}#${id}`),
  endingGuesses: (id: LicenceId) => key(id, "ending-guesses"),
  verifications: (id: LicenceId, shard: number): string => `licence-verifications#${id}#${shard}`,
  verification: (id: LicenceId, shard: number, at: Instant, name: string) =>
    key(licenceKeys.verifications(id, shard), `${at}#${name}`),
  electronicLicenceOfCase: (application: ApplicationId) => key(application, "electronic-licence"),
  typeDraft: (code: string) => key(`licence-type#${code}`, "draft"),
  typeVersion: (code: string, version: number) =>
    key(`licence-type#${code}`, `version#${String(version).padStart(5, "0")}`),
  types: "licence-types",
  typeHead: (code: string) => key(licenceKeys.types, code),
  editedTypes: "edited-licence-types",
  editedType: (code: string) => key(licenceKeys.editedTypes, code),
  typeName: (name: string) => key(`licence-type-name#${name}`, "type"),
  issuersWithKeys: (mode: Mode): string => `issuer-keys#${mode}`,
  issuerKeys: (mode: Mode, issuer: CreditCode) => key(licenceKeys.issuersWithKeys(mode), issuer),
  keyOwner: (keyId: string) => key(`issuer-key#${keyId}`, "issuer"),
  trustDraft: (kind: string, code: string) => key(`trust#${kind}#${code}`, "draft"),
  trustPart: (kind: string, code: string, since: number) =>
    key(`trust#${kind}#${code}`, `since#${listVersion(since)}`),
  trustHeads: (kind: string): string => `trust-list#${kind}`,
  trustHead: (kind: string, code: string) => key(licenceKeys.trustHeads(kind), code),
  ofRegion: (region: string) => ({ skPrefix: `${region}.` }),
  trustListVersions: "trust-list-versions",
  trustListVersion: (version: number) => key(licenceKeys.trustListVersions, listVersion(version)),
  trustDrafts: "trust-drafts",
  trustDraftEntry: (kind: string, code: string) => key(licenceKeys.trustDrafts, `${kind}#${code}`),
  statusPlace: (list: number, index: number) => key(`licence-status#${list}#${inOrder(index)}`, "place"),
  statusExceptions: (list: number): string => `licence-status#${list}`,
  statusException: (index: number, status: string): string => `${inOrder(index)}#${status}`,
  wallet: (citizen: CitizenId) => key(citizen, "licence-wallet"),
  licenceCode: (digest: string) => key(`licence-code#${digest}`, "code"),
  licenceCopy: (id: LicenceCopyId) => key(id, "copy"),
  copyBook: (id: LicenceId) => key(id, "copies"),
  copiesOf: (id: LicenceId): string => `licence-copies#${id}`,
  copyOf: (id: LicenceId, at: Instant, copy: LicenceCopyId) => key(licenceKeys.copiesOf(id), `${at}#${copy}`),
  copyCode: (digest: string) => key(`licence-copy#${digest}`, "code"),
  copyUse: (id: LicenceCopyId, revision: number) => key(id, `use#${listVersion(revision)}`),
  copyUses: { skPrefix: "use#" },
  licenceOffer: (digest: string) => key(`licence-offer#${digest}`, "offer"),
  credentialPhone: (id: LicenceId, keyId: string) => key(id, `phone#${keyId}`),
  presentationRequest: (id: PresentationRequestId) => key(id, "presentation-request"),
  credentialNonce: (nonce: string) => key(`credential-nonce#${nonce}`, "nonce"),
  registerPlace: (register: string) => key(`licence-register#${register}`, "place"),
  takenPresentation: (name: string) => key(`licence-presentation#${name}`, "taken"),
  seenList: (address: string) => key(`list-of-others#${address}`, "seen"),
} as const;

/** As long as the last place of a list. */
const inOrder = (index: number): string => String(index).padStart(7, "0");

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "records",
    what: "the last count given out in a series of a type's numbers",
    key: "licence-count#{type code}#{series}, last",
  },
  {
    table: "records",
    what: "a department's licences of a type that stand, by region",
    key: "licences#{type}#{department}, {region}#{number}#{end}",
    index: "index1",
  },
  { table: "records", what: "a licence of the repository, as it stands", key: "{licence}, licence" },
  {
    table: "records",
    what: "a version of it that another has taken the place of",
    key: "{licence}, version#{001}",
  },
  { table: "records", what: "all of those, in order", key: "{licence}, version#…" },
  {
    table: "records",
    what: "a case in which its renewal was asked for in time",
    key: "{licence}, renewal#{application}",
  },
  { table: "records", what: "all such cases", key: "{licence}, renewal#…" },
  {
    table: "records",
    what: "a licence by type code and number",
    key: "licence-number#{type code}#{number}, licence",
  },
  {
    table: "records",
    what: "a licence of a person or an enterprise",
    key: "licences-of#{subject}, {type}#{licence}",
  },
  { table: "records", what: "their licences, by type", key: "licences-of#{subject}" },
  {
    table: "records",
    what: "the wrong ends of its holder's number that were stated of a licence",
    key: "{licence}, ending-guesses",
  },
  {
    table: "records",
    what: "a licence's verifications, the latest first; a licence has several shards",
    key: "licence-verifications#{licence}#{shard}, {at}#{name}",
  },
  {
    table: "records",
    what: "the licence that a case's grant has borne on",
    key: "{application}, electronic-licence",
  },
  {
    table: "records",
    what: "the version of a licence that has a place in a status list",
    key: "licence-status#{list}#{0000001}, place",
  },
  {
    table: "records",
    what: "the places of a status list that are not valid",
    key: "licence-status#{list}, {0000001}#{status}",
    index: "index1",
  },
  { table: "records", what: "the phones that show a person's licences", key: "{citizen}, licence-wallet" },
  {
    table: "records",
    what: "a code that shows a licence once, by the digest of the code",
    key: "licence-code#{digest}, code",
  },
  { table: "records", what: "a copy of a licence for one purpose", key: "{copy}, copy" },
  { table: "records", what: "the copies of a licence that may be in force", key: "{licence}, copies" },
  { table: "records", what: "a licence's copy", key: "licence-copies#{licence}, {at}#{copy}" },
  { table: "records", what: "a licence's copies, the latest first", key: "licence-copies#{licence}" },
  { table: "records", what: "the copy that a code is of, by its digest", key: "licence-copy#{digest}, code" },
  { table: "records", what: "a use of a copy, or one that was refused", key: "{copy}, use#{00000001}" },
  { table: "records", what: "all of those, the latest first", key: "{copy}, use#…" },
  {
    table: "records",
    what: "a licence that is offered to a wallet, by the digest of the offer's code",
    key: "licence-offer#{digest}, offer",
  },
  { table: "records", what: "the owner of a phone that has a credential", key: "{licence}, phone#{keyId}" },
  {
    table: "records",
    what: "a partner's request for a presentation",
    key: "{request}, presentation-request",
  },
  { table: "records", what: "a nonce that was used", key: "credential-nonce#{nonce}, nonce" },
  {
    table: "records",
    what: "how far a register's changes were taken",
    key: "licence-register#{register}, place",
  },
  {
    table: "records",
    what: "a presentation of a licence of another region that was taken",
    key: "licence-presentation#{name}, taken",
  },
  {
    table: "records",
    what: "the last sequence that was seen of a list of another platform",
    key: "list-of-others#{address}, seen",
  },
  { table: "registry", what: "a licence type's draft", key: "licence-type#{type}, draft" },
  { table: "registry", what: "a licence type's version", key: "licence-type#{type}, version#{00001}" },
  { table: "registry", what: "the licence type's version in force", key: "licence-types, {type}" },
  { table: "registry", what: "the licence types in force, by code", key: "licence-types" },
  { table: "registry", what: "a licence type that is edited", key: "edited-licence-types, {type}" },
  { table: "registry", what: "the licence types that are edited, by code", key: "edited-licence-types" },
  {
    table: "registry",
    what: "the licence type with a type code, or with a vct",
    key: "licence-type-name#{name}, type",
  },
  { table: "registry", what: "an issuer's keys in a mode", key: "issuer-keys#{mode}, {creditCode}" },
  { table: "registry", what: "the issuers that have keys in a mode", key: "issuer-keys#{mode}" },
  { table: "registry", what: "the issuer whose a key is", key: "issuer-key#{keyId}, issuer" },
  {
    table: "registry",
    what: "the draft of a part of the trust list",
    key: "trust#{kind}#{part}, draft",
  },
  {
    table: "registry",
    what: "a part of the trust list as a version of the list has it",
    key: "trust#{kind}#{part}, since#{00000001}",
  },
  {
    table: "registry",
    what: "a part of the trust list as it stands",
    key: "trust-list#{kind}, {part}",
  },
  {
    table: "registry",
    what: "the trust list's issuers, or its mappings, by region",
    key: "trust-list#{kind}",
  },
  { table: "registry", what: "those of one region", key: "trust-list#{kind}, {region}.…" },
  { table: "registry", what: "a version of the trust list", key: "trust-list-versions, {00000001}" },
  { table: "registry", what: "the trust list's versions, the newest first", key: "trust-list-versions" },
  {
    table: "registry",
    what: "a part of the trust list that is edited",
    key: "trust-drafts, {kind}#{part}",
  },
  { table: "registry", what: "the parts of the trust list that are edited", key: "trust-drafts" },
] as const satisfies readonly AccessPattern[];
