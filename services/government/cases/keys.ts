import type { RegionCode } from "../../field/region.ts";
import { type Subject, subjectKey } from "../../field/subject.ts";
import type { Month } from "../../kernel/civil-date.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { ApplicationId, AttendanceId, OfficerId } from "../../kernel/ids.ts";

/** Over so many partitions of the index the cases are spread whose clock comes to act. */
export const CASE_CLOCK_SHARDS = 16;

/** Who reads a note: those who handle the case, or the applicant too. */
export type NoteShelf = "internal" | "shared";

/** Whose decisions a list holds: those of a department in a region, in a month. */
export type DecidedPlace = {
  readonly region: RegionCode;
  readonly department: string;
  readonly month: Month;
};

/**
 * Applications, in `records` (one table for each mode).
 * | access pattern                          | key                                                    |
 * | --------------------------------------- | ------------------------------------------------------ |
 * | a case; what its form holds             | pk = application id, sk = `case` or `form`             |
 * | cases whose clock comes to act, by time | index1: pk = `case-clock#{shard}`, sk = time + id      |
 * | a step of a case that is to be taken    | pk = application id, sk = `task#{step}`                |
 * | those of a department's desk, by due date | index1: pk = `desk#{region}#{department}`            |
 * | those of one step of an item            | index2: pk = the same + `#{item}#{step}`               |
 * | those that an officer has claimed       | index1: pk = `claimed#{officer}`                       |
 * | those claimed at a desk                 | index2: pk = `held#{region}#{department}`              |
 * | cases that are a supervisor's matter     | index1: pk = `escalated#{region}#{department}`         |
 * | those whose clock stands still          | index2: pk = `paused#{region}#{department}`            |
 * | sites that an officer is to inspect     | index1: pk = `to-inspect#{officer}`                    |
 * | a subject's in which something is to do, by due date | index2: pk = `todo#{subject}`             |
 * | notes between department and applicant  | pk = application id, sk = `note#shared#{time}#{id}`    |
 * | notes among officers                    | pk = application id, sk = `note#internal#{time}#{id}`  |
 * | how many notes a case has               | pk = application id, sk = `notes`                      |
 * | a subject's cases, newest first         | pk = subject, sk = `application#{time}#{id}`           |
 * | those for an item, newest first         | pk = subject, sk = `application-for#{item}#{time}#{id}` |
 * | open cases of a subject for an item     | pk = `open-cases#{subject}#{item}`, sk = `open`        |
 * | what a department decided in a month, oldest first | pk = `decided#{region}#{department}#{month}`, sk = time + id |
 * | what the item's rule said of a case     | pk = application id, sk = `ruling`                     |
 * | whom a clerk serves at a window         | pk = attendance id, sk = `attendance`                  |
 * | whom a clerk received last, and how many in the last hour | pk = `receptions#{officer}`, sk = `receptions` |
 * | the review of a decision by rule        | pk = application id, sk = `review`                     |
 * | those that a department has to review, or to answer, by day | index1: pk = `reviews#…` or `objections#…` |
 * | whether a day's sample of an item has begun | pk = `daily-draw#{region}#{department}#{item}`, sk = day |
 * | materials of a case                     | pk = application id, sk = `materials`                  |
 * | how often its applicant came to a hall  | pk = application id, sk = `visits`                     |
 * A subject is a citizen id or `enterprise#{credit code}`.
 */
export const applicationKeys = {
  application: (id: ApplicationId) => key(id, "case"),
  applicationForm: (id: ApplicationId) => key(id, "form"),
  caseTask: (id: ApplicationId, step: string) => key(id, `task#${step}`),
  caseInspector: (id: ApplicationId, officer: OfficerId) => key(id, `inspector#${officer}`),
  caseEscalation: (id: ApplicationId) => key(id, "escalation"),
  caseRuling: (id: ApplicationId) => key(id, "ruling"),
  caseNote: (id: ApplicationId, shelf: NoteShelf, place: string) => key(id, `note#${shelf}#${place}`),
  caseNotes: (shelf: NoteShelf) => ({ skPrefix: `note#${shelf}#` }),
  caseNoteCount: (id: ApplicationId) => key(id, "notes"),
  caseReview: (id: ApplicationId) => key(id, "review"),
  caseMaterials: (id: ApplicationId) => key(id, "materials"),
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
  dailyDraw: (region: string, department: string, item: string, day: string) =>
    key(`daily-draw#${region}#${department}#${item}`, day),
} as const;
