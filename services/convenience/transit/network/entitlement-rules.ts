import { type RegionCode, region } from "../../../field/region.ts";
import { type CivilDate, date } from "../../../kernel/civil-date.ts";
import type { Message } from "../../../kernel/message.ts";
import type { EntitlementKind, TransitMode } from "./fare.ts";

/** People who ride at another price than anybody else, with the law and the proof. */
export type EntitlementRule = {
  readonly kind: EntitlementKind;
  /** None where it holds in all of China. */
  readonly region?: RegionCode;
  readonly effectiveFrom: CivilDate;
  /** The modes that cost nothing; none where the fare rules name a share of the price. */
  readonly free: readonly TransitMode[];
  /** Not on lines for tourists, nor on those to order, nor outside the city's area. */
  readonly isRegularOnly?: true;
  /** Years of age. */
  readonly ageFrom?: number;
  /** So many months a grant holds at most; then the proof is looked at again. */
  readonly monthsMax: number;
  readonly name: Message;
  /** To be shown at a window. */
  readonly proof: Message;
  readonly source: string;
};

const BEIJING = region("110000");

/** A bound and no law: the certificate's own end is stated with each grant. */
const CERTIFICATE_MONTHS = 120;

const SOLDIERS: Pick<EntitlementRule, "effectiveFrom" | "free" | "monthsMax" | "source"> = {
  effectiveFrom: date("2021-08-01"),
  free: ["METRO", "BUS"],
  monthsMax: CERTIFICATE_MONTHS,
  source: "《军人地位和权益保障法》第五十七条；《军人抚恤优待条例》第五十二条",
};

/** A senior's card is extended every two years (beijing.gov.cn t20181010_1855681). */
const SENIORS: Omit<EntitlementRule, "effectiveFrom" | "ageFrom" | "name"> = {
  kind: "SENIOR",
  isRegularOnly: true,
  region: BEIJING,
  free: ["BUS"],
  monthsMax: 24,
  proof: {
    zh: "身份证件，以及北京市户籍或居住证证明",
    en: "Your identity document, and your Beijing registration or residence permit",
  },
  source: "北京市老年人优待办法：养老助残卡免费乘坐市域内地面公交",
};

/**
 * The law by which people ride free, as rows by day and region; the last one in force of a kind holds. Seniors: 65 since 2009-01-01, 60
 * since 2017, whose day was not found, so from the year after it; ground buses within the
 * city's area (市域内) and not the metro, lines for tourists and those to order aside. Of students the fare rules name the share, and
 * the length of their proof was not found: a year. Beijing's implementing measures came into force on 2012-03-01 (gov.cn,
 * 2012-03-02, content_2080880: 新修订的…办法1日起正式施行). Unconfirmed: that the law on disabled persons as revised in 2008 did on
 * 2008-07-01 (searched: 残疾人保障法 2008年7月1日起施行).
 */
export const ENTITLEMENT_RULES: readonly EntitlementRule[] = [
  {
    kind: "STUDENT",
    region: BEIJING,
    effectiveFrom: date("2014-12-28"),
    free: [],
    monthsMax: 12,
    name: { zh: "学生", en: "Students" },
    proof: { zh: "学生证", en: "Your student card" },
    source: "北京市发展和改革委员会：2014年12月28日起城市公共交通票价",
  },
  {
    ...SENIORS,
    effectiveFrom: date("2009-01-01"),
    ageFrom: 65,
    name: { zh: "65周岁及以上老年人", en: "People of 65 and over" },
  },
  {
    ...SENIORS,
    effectiveFrom: date("2018-01-01"),
    ageFrom: 60,
    name: { zh: "60周岁及以上老年人", en: "People of 60 and over" },
  },
  {
    ...SOLDIERS,
    kind: "SOLDIER",
    name: { zh: "现役军人", en: "Soldiers" },
    proof: { zh: "军人有效证件", en: "Your soldier's identity card" },
  },
  {
    ...SOLDIERS,
    kind: "DISABLED_SOLDIER",
    name: { zh: "残疾军人", en: "Disabled soldiers" },
    proof: { zh: "残疾军人证", en: "Your certificate as a disabled soldier" },
  },
  {
    kind: "BLIND",
    effectiveFrom: date("2008-07-01"),
    free: ["METRO", "BUS"],
    monthsMax: CERTIFICATE_MONTHS,
    name: { zh: "盲人", en: "Blind people" },
    proof: { zh: "残疾人证（视力残疾）", en: "Your disability certificate, which says that you are blind" },
    source: "《残疾人保障法》第五十条；《北京市实施〈残疾人保障法〉办法》第五十一条",
  },
  {
    kind: "DISABLED",
    region: BEIJING,
    effectiveFrom: date("2012-03-01"),
    free: ["BUS"],
    monthsMax: CERTIFICATE_MONTHS,
    name: { zh: "残疾人", en: "Disabled people" },
    proof: { zh: "残疾人证", en: "Your disability certificate" },
    source: "《北京市实施〈残疾人保障法〉办法》第五十一条",
  },
];

/** The rules in force on a day in a region, one of a kind. */
export const entitlementRulesOn = (on: CivilDate, of?: RegionCode): readonly EntitlementRule[] => {
  const inForce = ENTITLEMENT_RULES.filter(
    ({ effectiveFrom, region: where }) => effectiveFrom <= on && (!of || !where || where === of),
  );
  return inForce.filter((rule) => inForce.findLast(isOneWith(rule)) === rule);
};

const isOneWith = (a: EntitlementRule) => (b: EntitlementRule) => a.kind === b.kind && a.region === b.region;

export const entitlementRuleOn = (
  kind: EntitlementKind,
  on: CivilDate,
  of: RegionCode,
): EntitlementRule | undefined => entitlementRulesOn(on, of).find((rule) => rule.kind === kind);
