import { type RegionCode, regionsAround } from "../../field/region.ts";
import type { CivilDate } from "../../kernel/civil-date.ts";
import { type LegalBasis, type Violation, violation } from "./item-terms.ts";
import { missingTexts } from "./missing-terms.ts";

/**
 * The windows of another region take an item in for the department that decides it (异地代收代办): they check who applies and
 * the originals, and hand on. Powers and duties stay as they are (国办发〔2020〕35号, 三: 不改变各省区市原有办理事权, 收受分离).
 */
export type WindowAgreement = {
  /** The region, with all that lies in it. */
  readonly region: RegionCode;
  /** Its first day. */
  readonly from: CivilDate;
  /** Its last day; none where it lasts. */
  readonly until?: CivilDate;
  /** The agreement of both regions. */
  readonly basis: LegalBasis;
};

/** As much of an item as its agreements depend on. */
type TakenIn = {
  readonly handedInAt?: readonly WindowAgreement[] | undefined;
  readonly regions: readonly RegionCode[];
  readonly channels: readonly string[];
};

/** All that keeps an item's agreements from being published: each is for windows outside of where the item is offered. */
export const wrongAgreements = ({ handedInAt = [], regions, channels }: TakenIn): Violation[] => [
  ...(handedInAt.length > 0 && !channels.includes("HALL")
    ? [violation("TAKEN_IN_WITHOUT_HALL", ["channels"])]
    : []),
  ...handedInAt.flatMap(({ region, from, until, basis }, i) => {
    const path = ["handedInAt", String(i)];
    return [
      ...(regions.some((own) => overlap(own, region))
        ? [violation("TAKEN_IN_WHERE_OFFERED", [...path, "region"])]
        : []),
      ...(until !== undefined && until < from ? [violation("AGREEMENT_ENDS_FIRST", [...path, "until"])] : []),
      ...missingTexts([
        [basis.law, [...path, "basis", "law"]],
        [basis.article, [...path, "basis", "article"]],
      ]),
    ];
  }),
];

const overlap = (one: RegionCode, other: RegionCode): boolean =>
  regionsAround(one).includes(other) || regionsAround(other).includes(one);

/** The agreement by which windows in a region take in on a day; undefined where there is none. */
export const agreementFor = (
  agreements: readonly WindowAgreement[],
  place: RegionCode,
  today: CivilDate,
): WindowAgreement | undefined =>
  agreements.find(
    ({ region, from, until }) =>
      regionsAround(place).includes(region) && from <= today && (until === undefined || today <= until),
  );
