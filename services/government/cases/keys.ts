import type { RegionCode } from "../../field/region.ts";
import { type Subject, subjectKey } from "../../field/subject.ts";
import type { AccessPattern } from "../../kernel/access-pattern.ts";
import type { Month } from "../../kernel/civil-date.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, OfficerId } from "../../kernel/ids.ts";
import type { ApplicationId, AttendanceId } from "./ids.ts";

/** The cases whose clock comes to act are spread over so many partitions of the index. */
export const CASE_CLOCK_SHARDS = 16;

/** The readers of a note: those who handle the case, or the applicant too. */
export type NoteShelf = "internal" | "shared";

/** The decisions of one list: those of a department in a region, in a month. */
export type DecidedPlace = {
  readonly region: RegionCode;
  readonly department: string;
  readonly month: Month;
};

/** Applications. A subject is a citizen id or `enterprise#{credit code}`. */
export const applicationKeys = {
  application: (id: ApplicationId) => key(id, "case"),
  applicationForm: (id: ApplicationId) => key(id, "form"),
  caseTask: (id: ApplicationId, step: string) => key(id, `task#${step}`),
  caseInspector: (id: ApplicationId, officer: OfficerId) => key(id, `inspector#${officer}`),
  caseEscalation: (id: ApplicationId) => key(id, "escalation"),
  caseRuling: (id: ApplicationId) => key(id, "ruling"),
  ruleWording: (digest: string) => key(`rule-wording#${digest}`, "wording"),
  caseNote: (id: ApplicationId, shelf: NoteShelf, place: string) => key(id, `note#${shelf}#${place}`),
  caseNotes: (shelf: NoteShelf) => ({ skPrefix: `note#${shelf}#` }),
  caseNoteCount: (id: ApplicationId) => key(id, "notes"),
  caseReview: (id: ApplicationId) => key(id, "review"),
  caseMaterials: (id: ApplicationId) => key(id, "materials"),
  householdAsks: (member: CitizenId): string => `household-asks#${member}`,
  householdAsk: (id: ApplicationId, material: string) => key(id, `household-ask#${material}`),
  caseVisits: (id: ApplicationId) => key(id, "visits"),
  caseClock: (id: ApplicationId): string => applicationKeys.caseClockIn(shardOf(id, CASE_CLOCK_SHARDS)),
  caseClockIn: (shard: number): string => `case-clock#${shard}`,
  desk: (region: string, department: string): string => `desk#${region}#${department}`,
  deskStep: (region: string, department: string, item: string, step: string): string =>
    `desk#${region}#${department}#${item}#${step}`,
  claimed: (officer: OfficerId): string => `claimed#${officer}`,
  held: (region: string, department: string): string => `held#${region}#${department}`,
  escalated: (region: string, department: string): string => `escalated#${region}#${department}`,
  paused: (region: string, department: string): string => `paused#${region}#${department}`,
  toInspect: (officer: OfficerId): string => `to-inspect#${officer}`,
  toDo: (subject: Subject): string => `todo#${subjectKey(subject)}`,
  subjectApplication: (subject: Subject, at: string, id: string) =>
    key(subjectKey(subject), `application#${at}#${id}`),
  subjectApplications: { skPrefix: "application#" },
  itemApplication: (subject: Subject, item: string, at: string, id: string) =>
    key(subjectKey(subject), `application-for#${item}#${at}#${id}`),
  itemApplications: (item: string) => ({ skPrefix: `application-for#${item}#` }),
  attendance: (id: AttendanceId) => key(id, "attendance"),
  receptions: (clerk: OfficerId) => key(`receptions#${clerk}`, "receptions"),
  openCases: (subject: Subject, item: string) => key(`open-cases#${subjectKey(subject)}#${item}`, "open"),
  reviews: (list: "reviews" | "objections", region: string, department: string): string =>
    `${list}#${region}#${department}`,
  decided: ({ region, department, month }: DecidedPlace, place: string) =>
    key(`decided#${region}#${department}#${month}`, place),
  caseNumber: (number: string) => key(`case-number#${number}`, "application"),
  underName: (region: string, department: string, digest: string, place: string) =>
    key(`applicant#${region}#${department}#${digest}`, place),
  dailyDraw: (region: string, department: string, item: string, day: string) =>
    key(`daily-draw#${region}#${department}#${item}`, day),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "a case", key: "{application}, case" },
  { table: "records", what: "what its form holds", key: "{application}, form" },
  {
    table: "records",
    what: "a material that a member of a household is asked for",
    key: "{application}, household-ask#{material}",
  },
  {
    table: "records",
    what: "all that a member of households is asked for, newest first",
    key: "household-asks#{citizen}, {time}#{application}#{material}",
    index: "index1",
  },
  {
    table: "records",
    what: "cases whose clock comes to act, by time",
    key: "case-clock#{shard}, {time}#{application}",
    index: "index1",
  },
  { table: "records", what: "a step of a case that is to be taken", key: "{application}, task#{step}" },
  {
    table: "records",
    what: "those of a department's desk, by due date",
    key: "desk#{region}#{department}, {due date}#{application}#{step}",
    index: "index1",
  },
  {
    table: "records",
    what: "those of one step of an item",
    key: "desk#{region}#{department}#{item}#{step}, {due date}#{application}#{step}",
    index: "index2",
  },
  {
    table: "records",
    what: "those that an officer has claimed",
    key: "claimed#{officer}, {due date}#{application}#{step}",
    index: "index1",
  },
  {
    table: "records",
    what: "those claimed at a desk",
    key: "held#{region}#{department}, {due date}#{application}#{step}",
    index: "index2",
  },
  {
    table: "records",
    what: "where a case is found that is late or stands still",
    key: "{application}, escalation",
  },
  {
    table: "records",
    what: "cases that are a supervisor's matter",
    key: "escalated#{region}#{department}, {time}#{application}",
    index: "index1",
  },
  {
    table: "records",
    what: "those whose clock stands still",
    key: "paused#{region}#{department}, {time}#{application}",
    index: "index2",
  },
  {
    table: "records",
    what: "an inspector who is appointed for a site",
    key: "{application}, inspector#{officer}",
  },
  {
    table: "records",
    what: "sites that an officer is to inspect",
    key: "to-inspect#{officer}, {time}#{application}",
    index: "index1",
  },
  {
    table: "records",
    what: "a subject's in which something is to do, by due date",
    key: "todo#{subject}, {due date}#{duty}#{application}#{item}",
    index: "index2",
  },
  {
    table: "records",
    what: "a note, among officers (internal) or with the applicant (shared)",
    key: "{application}, note#{shelf}#{time and note}",
  },
  { table: "records", what: "notes of a shelf, by time", key: "{application}, note#{shelf}#…" },
  { table: "records", what: "how many notes a case has", key: "{application}, notes" },
  {
    table: "records",
    what: "a subject's case by its time",
    key: "{subject}, application#{time}#{application}",
  },
  { table: "records", what: "a subject's cases, newest first", key: "{subject}, application#…" },
  {
    table: "records",
    what: "a subject's case for an item by its time",
    key: "{subject}, application-for#{item}#{time}#{application}",
  },
  { table: "records", what: "those for an item, newest first", key: "{subject}, application-for#{item}#…" },
  { table: "records", what: "open cases of a subject for an item", key: "open-cases#{subject}#{item}, open" },
  {
    table: "records",
    what: "what a department decided in a month, oldest first",
    key: "decided#{region}#{department}#{month}, {time and application}",
  },
  { table: "records", what: "what the item's rule said of a case", key: "{application}, ruling" },
  { table: "records", what: "the words of a rule's checks", key: "rule-wording#{digest}, wording" },
  { table: "records", what: "whom a clerk serves at a window", key: "{attendance}, attendance" },
  {
    table: "records",
    what: "whom a clerk received last, and how many in the last hour",
    key: "receptions#{officer}, receptions",
  },
  { table: "records", what: "the review of a decision by rule", key: "{application}, review" },
  {
    table: "records",
    what: "those that a department has to review, or to answer, by day",
    key: "{reviews or objections}#{region}#{department}, {day}#{application}",
    index: "index1",
  },
  {
    table: "records",
    what: "whether a day's sample of an item has begun",
    key: "daily-draw#{region}#{department}#{item}, {day}",
  },
  { table: "records", what: "the case that has a number", key: "case-number#{number}, application" },
  {
    table: "records",
    what: "cases that a department has received of somebody of a name, latest first",
    key: "applicant#{region}#{department}#{digest of the name}, {time and application}",
  },
  { table: "records", what: "materials of a case", key: "{application}, materials" },
  { table: "records", what: "how often its applicant came to a hall", key: "{application}, visits" },
] as const satisfies readonly AccessPattern[];
