import { type RegionCode, regionsAround } from "../../field/region.ts";
import {
  type AuthorityByLaw,
  authorityOver,
  governmentAt,
  levelOf,
  OVER_NATIONAL_BODY,
  type RemedyLimits,
  remedyLimits,
} from "../../field/remedies.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Message } from "../../kernel/message.ts";
import { type Place, rowOn, type Statement, type StatementRow } from "./statement.ts";

/** The remedies as a decision names them: kept with it, whatever becomes of offices and addresses. */
export type RemedyNotice = {
  readonly authority: Place;
  /** Whether it is called by its name; of one of the department's own line nobody may have stated it. */
  readonly isNamed: boolean;
  /** The article that makes it the authority. */
  readonly article: Message;
  /** Another authority that can be asked instead. */
  readonly orElse?: Place | undefined;
  readonly isStateCouncilOpen: boolean;
  readonly court: Place;
};

/** The body that decides, and where. */
export type Deciding = {
  readonly department: string;
  readonly region: RegionCode;
  /** The region for which the department decides such matters, where that is wider. */
  readonly territory?: RegionCode | undefined;
};

/** The statements on which a notice stands: about the department and the governments, the closest region first. */
export type Statements = {
  readonly ofDepartment: readonly (Statement | undefined)[];
  readonly ofGovernments: readonly (Statement | undefined)[];
};

const COURT: Place = { name: { zh: "有管辖权的人民法院", en: "the people's court that has jurisdiction" } };
const LINE_ABOVE: Message = { zh: "上一级主管部门", en: "the next higher authority of the same line" };
const ITSELF: Message = { zh: "作出决定的机关", en: "authority that has decided" };

/**
 * The remedies that a decision of a day names. Where nothing is stated of the department it counts as one like others, of
 * the level of the region for which it decides; the government is called by the region's name, and its address and
 * channels are left out where nobody has stated them.
 */
export function noticeOf(
  { region, territory = region }: Deciding,
  { ofDepartment, ofGovernments }: Statements,
  on: CivilDate,
): RemedyNotice {
  const own = ofDepartment.map((statement) => rowOn(statement, on)).find((row) => row !== undefined);
  const body = own?.body ?? "DEPARTMENT";
  const level = own?.level ?? levelOf(territory);
  const rule = authorityOver(body, level, region);
  const seat = rule.authority.of === "GOVERNMENT" ? rule.authority.region : governmentAt(level, region);
  const ofSeat = rowOn(
    ofGovernments.find((statement) => statement?.region === seat),
    on,
  );
  const isOwnStated = rule.authority.of !== "GOVERNMENT" && own?.authority !== undefined;
  return {
    authority: authorityPlace(rule, own, ofSeat),
    isNamed: rule.authority.of !== "LINE_ABOVE" || isOwnStated,
    article: rule.article,
    ...(rule.isLineOpen ? { orElse: own?.authority ?? { name: LINE_ABOVE } } : {}),
    isStateCouncilOpen: rule.isStateCouncilOpen,
    court: own?.court ?? ofSeat?.court ?? COURT,
  };
}

/** The remedies that a decision for the whole country names: the body itself, the court, and the State Council after the answer. */
export const NATIONAL_NOTICE: RemedyNotice = {
  ...{ authority: { name: ITSELF }, isNamed: true, court: COURT },
  article: OVER_NATIONAL_BODY.article,
  isStateCouncilOpen: OVER_NATIONAL_BODY.isStateCouncilOpen,
};

function authorityPlace(
  { authority }: AuthorityByLaw,
  own: StatementRow | undefined,
  ofSeat: StatementRow | undefined,
): Place {
  switch (authority.of) {
    case "GOVERNMENT":
      return ofSeat?.authority ?? { government: authority.region };
    case "LINE_ABOVE":
      return own?.authority ?? { name: LINE_ABOVE };
    case "BODY_ITSELF":
      return own?.authority ?? { name: ITSELF };
  }
}

/** The regions whose statements a notice can stand on, the closest first. */
export const statementRegions = ({ region }: Deciding): readonly RegionCode[] => regionsAround(region);

/** The acts of the platform's authorities that go against somebody. */
export const ADVERSE_ACTS = [
  "REFUSAL",
  "NON_ACCEPTANCE",
  "LAPSE",
  "DELAY",
  "REVOCATION",
  "PAYMENT_WITHDRAWAL",
  "RECTIFICATION_ORDER",
  "PARTNERSHIP_REFUSAL",
] as const;
export type AdverseAct = (typeof ADVERSE_ACTS)[number];

/** The remedies against an act, with their last days. */
export type Remedies = {
  readonly against: AdverseAct;
  readonly servedOn: CivilDate;
  readonly notice: RemedyNotice;
  readonly isTold: boolean;
  /** The act named the authority's online channel, as one that is served online has to. */
  readonly isOnlineTold: boolean;
  /** The channel that was stated after an act that had named none. */
  readonly onlineNow?: string | undefined;
  /** Only after a reconsideration can the court be asked. */
  readonly isReconsiderationFirst: boolean;
  readonly limits: RemedyLimits;
};

/**
 * The remedies against an act that came to its addressee on a day. Without a notice in it, or with one that names no
 * authority, they were not told; what can be asked for now is named by `current`. Against delay, which is a duty not done,
 * reconsideration comes first (Administrative Reconsideration Law, art. 23 (1) no. 3), from the end of the limit on (行政复议法
 * 实施条例, art. 16); delay says nothing, and so nothing has to be told for its limit to run.
 *
 * The platform serves online, and what is served so comes with an online channel (Administrative Reconsideration Law, art.
 * 22). Its lack does not make the limits longer, for art. 20 (3) counts the right, the authority and the limit as what has to be
 * told; the channel is owed, and `current` supplies it as soon as it is stated.
 */
export function remediesAgainst(
  against: AdverseAct,
  servedOn: CivilDate,
  { told, current }: { readonly told: RemedyNotice | undefined; readonly current: RemedyNotice },
): Remedies {
  const isDelay = against === "DELAY";
  const isTold = isDelay || (told?.isNamed ?? false);
  const isOnlineTold = isDelay || told?.authority.online !== undefined;
  const onlineNow = told && !isOnlineTold ? current.authority.online : undefined;
  return {
    ...{ against, servedOn, isTold, notice: told ?? current, isReconsiderationFirst: isDelay },
    ...{ isOnlineTold, ...(onlineNow === undefined ? {} : { onlineNow }) },
    limits: remedyLimits({ servedOn, isTold }),
  };
}
