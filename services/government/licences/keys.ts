import { key } from "../../kernel/database/tables.ts";
import type { ApplicationId } from "../../kernel/ids.ts";

/**
 * Licences, in `records` (one table for each mode).
 * | access pattern                          | key                                                     |
 * | --------------------------------------- | ------------------------------------------------------- |
 * | a licence by its number                 | pk = `licence#{number}`, sk = `licence`                 |
 * | the last number given out in a series   | pk = `licence-series#{series}`, sk = `last`             |
 * | a holder's licences of a type           | pk = `licence-holder#{holder}`, sk = `{type}#{number}`  |
 * | the licence that a case is about        | pk = application id, sk = `licence`                     |
 * | a department's licences by region       | index1: pk = `licences#{type}#{department}`, sk = region + number + end |
 */
export const licenceKeys = {
  licence: (number: string) => key(`licence#${number}`, "licence"),
  series: (series: string) => key(`licence-series#${series}`, "last"),
  ofHolder: (holder: string, type: string, number: string) =>
    key(`licence-holder#${holder}`, `${type}#${number}`),
  holder: (holder: string): string => `licence-holder#${holder}`,
  ofType: (type: string) => ({ skPrefix: `${type}#` }),
  ofCase: (application: ApplicationId) => key(application, "licence"),
  ofDepartment: (type: string, department: string): string => `licences#${type}#${department}`,
  inRegion: (region: string, number: string, validUntil: string): string =>
    `${region}#${number}#${validUntil}`,
} as const;
