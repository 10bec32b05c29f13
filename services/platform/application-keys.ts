import type { ApplicationId, CitizenId, OfficerId } from "./ids.ts";
import { shardOf } from "./shard.ts";
import { key } from "./tables.ts";

/** Over so many partitions of the index the cases are spread whose clock comes to act. */
export const CASE_CLOCK_SHARDS = 16;

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
 * | overdue cases for a desk's supervisor   | index1: pk = `escalated#{region}#{department}`         |
 * | a citizen's cases, newest first         | pk = citizen id, sk = `application#{time}#{id}`        |
 * | open cases of a citizen for an item     | pk = `open-cases#{citizen id}#{item}`, sk = `open`     |
 * | what the item's rule said of a case     | pk = application id, sk = `ruling`                     |
 * | how often its applicant came to a hall  | pk = application id, sk = `visits`                     |
 * | notes on a case by time                 | pk = application id, sk = `note#{time}`                |
 */
export const applicationKeys = {
  application: (id: ApplicationId) => key(id, "case"),
  applicationForm: (id: ApplicationId) => key(id, "form"),
  caseTask: (id: ApplicationId, step: string) => key(id, `task#${step}`),
  caseEscalation: (id: ApplicationId) => key(id, "escalation"),
  caseRuling: (id: ApplicationId) => key(id, "ruling"),
  caseVisits: (id: ApplicationId) => key(id, "visits"),
  caseNote: (id: ApplicationId, at: string) => key(id, `note#${at}`),
  caseNotes: { skPrefix: "note#" },
  caseClock: (id: ApplicationId): string => applicationKeys.caseClockIn(shardOf(id, CASE_CLOCK_SHARDS)),
  caseClockIn: (shard: number): string => `case-clock#${shard}`,
  desk: (region: string, department: string): string => `desk#${region}#${department}`,
  deskStep: (region: string, department: string, item: string, step: string): string =>
    `desk#${region}#${department}#${item}#${step}`,
  claimed: (officer: OfficerId): string => `claimed#${officer}`,
  held: (region: string, department: string): string => `held#${region}#${department}`,
  escalated: (region: string, department: string): string => `escalated#${region}#${department}`,
  citizenApplication: (citizen: CitizenId, at: string, id: string) => key(citizen, `application#${at}#${id}`),
  citizenApplications: { skPrefix: "application#" },
  openCases: (citizen: CitizenId, item: string) => key(`open-cases#${citizen}#${item}`, "open"),
} as const;
