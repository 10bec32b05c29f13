import { addDays, addMonths, type CivilDate } from "../kernel/civil-date.ts";
import type { Message } from "../kernel/message.ts";
import { isGroupCode, type RegionCode, regionsAround } from "./region.ts";
import { addWorkingDays, isPublished } from "./working-days.ts";
import { isZoneCode } from "./zones.ts";

/**
 * Legal remedies against a decision: reconsideration by the authority of the Administrative Reconsideration Law (行政复议法,
 * revised 2023-09-01, in force from 2024-01-01), and the court of the Administrative Litigation Law (行政诉讼法, as amended
 * 2017). A refusal of a licence tells of both (Administrative Licensing Law, art. 38 (2)), and neither has to come first: it
 * is not among the matters of art. 23 of the former (Administrative Litigation Law, art. 44).
 */

/** The bodies that decide, as far as the law has different authorities over them. */
export const BODIES = [
  "DEPARTMENT",
  "AUTHORISED_BODY",
  "GOVERNMENT",
  "JUSTICE_BUREAU",
  "CUSTOMS",
  "FINANCIAL_REGULATOR",
  "FOREIGN_EXCHANGE",
  "TAX",
  "STATE_SECURITY",
  "STATE_COUNCIL_DEPARTMENT",
] as const;
export type Body = (typeof BODIES)[number];

export const LEVELS = ["PROVINCE", "PREFECTURE", "COUNTY"] as const;
export type Level = (typeof LEVELS)[number];

/** The authority that reconsiders. One of the same line, which lies above the body, has no name but what is stated. */
export type Authority =
  | { readonly of: "GOVERNMENT"; readonly region: RegionCode }
  | { readonly of: "LINE_ABOVE" }
  | { readonly of: "BODY_ITSELF" };

export type AuthorityByLaw = {
  readonly authority: Authority;
  /** The article that makes it the authority. */
  readonly article: Message;
  /** The person may choose the next higher authority of the body's own line instead (art. 28). */
  readonly isLineOpen: boolean;
  /** Against its answer the State Council can be asked for a ruling, instead of the court (art. 26). */
  readonly isStateCouncilOpen: boolean;
};

type Rule = Omit<AuthorityByLaw, "authority"> & {
  readonly authority: "GOVERNMENT_OF_LEVEL" | "GOVERNMENT_ABOVE" | "LINE_ABOVE" | "BODY_ITSELF";
};

const article = (zh: string, en: string): Message => ({
  zh: `行政复议法${zh}`,
  en: `Administrative Reconsideration Law, art. ${en}`,
});

const LINE: Rule = {
  authority: "LINE_ABOVE",
  ...{ article: article("第二十七条", "27"), isLineOpen: false, isStateCouncilOpen: false },
};

/** The authority over each kind of body (art. 24 to 28). */
const RULES = {
  DEPARTMENT: {
    authority: "GOVERNMENT_OF_LEVEL",
    ...{ article: article("第二十四条第一款第一项", "24 (1) no. 1"), isLineOpen: false },
    isStateCouncilOpen: false,
  },
  // For example a housing provident fund centre, which the Regulations authorise.
  AUTHORISED_BODY: {
    authority: "GOVERNMENT_OF_LEVEL",
    ...{ article: article("第二十四条第一款第四项", "24 (1) no. 4"), isLineOpen: false },
    isStateCouncilOpen: false,
  },
  GOVERNMENT: {
    authority: "GOVERNMENT_ABOVE",
    ...{ article: article("第二十四条第一款第二项", "24 (1) no. 2"), isLineOpen: false },
    isStateCouncilOpen: false,
  },
  JUSTICE_BUREAU: {
    authority: "GOVERNMENT_OF_LEVEL",
    ...{ article: article("第二十八条", "28"), isLineOpen: true, isStateCouncilOpen: false },
  },
  CUSTOMS: LINE,
  FINANCIAL_REGULATOR: LINE,
  FOREIGN_EXCHANGE: LINE,
  TAX: LINE,
  STATE_SECURITY: LINE,
  STATE_COUNCIL_DEPARTMENT: {
    authority: "BODY_ITSELF",
    ...{ article: article("第二十五条", "25"), isLineOpen: false, isStateCouncilOpen: true },
  },
} as const satisfies Record<Body, Rule>;

/** A body that decides for the whole country hears itself, as the departments of the State Council do. */
export const OVER_NATIONAL_BODY: AuthorityByLaw = {
  ...RULES.STATE_COUNCIL_DEPARTMENT,
  authority: { of: RULES.STATE_COUNCIL_DEPARTMENT.authority },
};

/** The authority over a body of a level, for what it decides in a region. */
export function authorityOver(body: Body, level: Level, region: RegionCode): AuthorityByLaw {
  const rule: Rule = RULES[body];
  if (rule.authority === "LINE_ABOVE" || rule.authority === "BODY_ITSELF") {
    return { ...rule, authority: { of: rule.authority } };
  }
  const own = governmentAt(level, region);
  if (rule.authority === "GOVERNMENT_OF_LEVEL") {
    return { ...rule, authority: { of: "GOVERNMENT", region: own } };
  }
  const above = regionsAround(own)
    .slice(1)
    .find((one) => !isGroupCode(one));
  return above
    ? { ...rule, authority: { of: "GOVERNMENT", region: above } }
    : // A province's government reconsiders its own decisions itself.
      {
        authority: { of: "GOVERNMENT", region: own },
        article: article("第二十四条第二款", "24 (2)"),
        ...{ isLineOpen: false, isStateCouncilOpen: true },
      };
}

/** The level of a region's own government; that of a group is the level of the government which administers it. */
export function levelOf(region: RegionCode): Level {
  if (region.endsWith("0000") || (isGroupCode(region) && region.endsWith("00"))) return "PROVINCE";
  return region.endsWith("00") ? "PREFECTURE" : "COUNTY";
}

/** The region whose government is of a level over a region; a municipality has none between it and its districts. */
export function governmentAt(level: Level, region: RegionCode): RegionCode {
  // A development zone has a committee that a government has set up, and no government (art. 24 (3)).
  const around = regionsAround(region).filter((one) => !isGroupCode(one) && !isZoneCode(one));
  const broadest = around.at(-1) ?? region;
  const ofLevel = around.find((one) => levelOf(one) === level);
  if (ofLevel) return ofLevel;
  // A broader body in a region that has nothing of its level, or a region that is broader than the level.
  return level === "COUNTY" ? (around[0] ?? region) : broadest;
}

/** Reconsideration is asked for within 60 days of knowing (Administrative Reconsideration Law, art. 20 (1)). */
export const RECONSIDERATION_DAYS = 60;

/** The court is asked within six months of knowing (Administrative Litigation Law, art. 46 (1)). */
export const ACTION_MONTHS = 6;

/**
 * Or within 15 days of the answer to a reconsideration, or of the end of its limit where there was none (Administrative
 * Litigation Law, art. 45).
 */
export const ACTION_AFTER_RECONSIDERATION_DAYS = 15;

/**
 * Where the remedy was not told, its limit runs from the day on which somebody learns of it, and ends a year after they
 * knew the decision (Administrative Reconsideration Law, art. 20 (2); Supreme People's Court, 法释〔2018〕1号, art. 64).
 */
const NOT_TOLD_MONTHS = 12;

/** The last days of the remedies against a decision. */
export type RemedyLimits = {
  readonly reconsiderationUntil: CivilDate;
  readonly actionUntil: CivilDate;
  /** One of them lies in a year whose holidays are not announced yet, and may still move. */
  readonly isProvisional: boolean;
};

/**
 * The last days of the remedies against a decision that came to its addressee on a day. They are calendar days, for only
 * limits of 3, 5, 7 and 10 days are working days (Administrative Reconsideration Law, art. 88); that day does not count, and a
 * last day that is none of work moves to the next that is (Civil Procedure Law, art. 85, by Administrative Reconsideration
 * Law, art. 88, and Administrative Litigation Law, art. 101).
 */
export function remedyLimits({
  servedOn,
  isTold,
}: {
  readonly servedOn: CivilDate;
  readonly isTold: boolean;
}): RemedyLimits {
  const [reconsideration, action] = isTold
    ? [addDays(servedOn, RECONSIDERATION_DAYS), addMonths(servedOn, ACTION_MONTHS)]
    : [addMonths(servedOn, NOT_TOLD_MONTHS), addMonths(servedOn, NOT_TOLD_MONTHS)];
  const [reconsiderationUntil, actionUntil] = [addWorkingDays(reconsideration, 0), addWorkingDays(action, 0)];
  const isProvisional = !isPublished(reconsiderationUntil) || !isPublished(actionUntil);
  return { reconsiderationUntil, actionUntil, isProvisional };
}
