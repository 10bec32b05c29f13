import type { CivilDate } from "../../kernel/civil-date.ts";
import type { Days } from "./tariffs/period.ts";
import type { HouseholdClass } from "./tariffs/tariff.ts";

/** The size of a household, as it was proven to the biller; it belongs to the holder's time. */
export type Household = {
  /** Persons. */
  readonly size: number;
  /** As the biller names it, for example "户口簿". */
  readonly proof: string;
  /** Periods that begin before are rated without it. */
  readonly from: CivilDate;
};

/** By the reading that says so. */
type Saying = {
  /** From when on. */
  readonly from: CivilDate;
  /** The number of its bill. */
  readonly by: string;
  /** The first day of its period: what holds later by a statement before is not put away by it. */
  readonly on: CivilDate;
};

type Said = Saying & {
  /** Of a reading that came late: the day from which later ones were rated by what held before. */
  readonly to?: CivilDate | undefined;
  /** Its reading was withdrawn: it says nothing, and keeps its place among the others for the reading that is sent again. */
  readonly isWithdrawn?: boolean | undefined;
  /** Later readings that have stated the same; where it is withdrawn, the first of them has stated it. */
  readonly also?: readonly Saying[] | undefined;
};

/** A biller's statements of a tenancy's household, in the order in which they were made. */
export type Statements = {
  readonly classes?: readonly (Said & { readonly householdClass: HouseholdClass })[] | undefined;
  readonly households?: readonly (Said & Household)[] | undefined;
};

/** The statements of a tenancy, and its class before any of them. */
export type Stated = Statements & { readonly householdClass: HouseholdClass };

/** More than a household changes in its time. */
const STATEMENTS_MAX = 40;

/** As many as can have come after a reading that is withdrawn. */
const ALSO_MAX = 24;

const covers = ({ from, to, isWithdrawn }: Said, day: CivilDate): boolean =>
  !isWithdrawn && from <= day && (to === undefined || day < to);

/** The last statement that was made of a day, but for those that are dated later than what it was made of. */
function heldOn<S extends Said>(statements: readonly S[], day: CivilDate): S | undefined {
  const made = statements.filter((said) => covers(said, day));
  return made.reduce<S | undefined>((held, each) => (held && held.from > each.on ? held : each), undefined);
}

/** The household by which a reading is rated. */
export type Whose = {
  readonly householdClass: HouseholdClass;
  readonly householdSize?: number | undefined;
};

/** The proven size that holds on a day. */
export function householdOn({ households = [] }: Statements, day: CivilDate): Household | undefined {
  const held = heldOn(households, day);
  return held && { size: held.size, proof: held.proof, from: held.from };
}

export const sizeOn = (stated: Statements, day: CivilDate): number | undefined =>
  householdOn(stated, day)?.size;

export const classOn = ({ householdClass, classes = [] }: Stated, day: CivilDate): HouseholdClass =>
  heldOn(classes, day)?.householdClass ?? householdClass;

export const whoseOn = (stated: Stated, day: CivilDate): Whose => ({
  householdClass: classOn(stated, day),
  householdSize: sizeOn(stated, day),
});

/** The statement of a reading, of its class, its household, or both. */
type StatedBy = {
  readonly number: string;
  readonly period: Days;
  readonly householdClass?: HouseholdClass | undefined;
  readonly household?: Household | undefined;
};

/**
 * The statements with a reading's own. It holds from its day until another is said; of a reading that comes late, until
 * the first later one where that was rated by another statement. A reading that states what is stated already is kept with
 * the one that has stated it.
 */
export function withStatements(
  stated: Stated,
  { number: by, period: { from: on }, householdClass, household }: StatedBy,
  laterFrom: CivilDate | undefined,
): Statements {
  const { classes = [], households = [] } = stated;
  const made = { by, on };
  return {
    ...(householdClass === undefined
      ? {}
      : classOn(stated, on) === householdClass
        ? { classes: withAnother(classes, { from: on, ...made }) }
        : { classes: withOne(classes, { householdClass, from: on, ...made }, laterFrom) }),
    ...(household === undefined
      ? {}
      : isHeld(stated, household, household.from) && isHeld(stated, household, on)
        ? { households: withAnother(households, { from: household.from, ...made }) }
        : { households: withOne(households, { ...household, ...made }, laterFrom) }),
  };
}

/** A further reading has stated what holds in its period. */
function withAnother<S extends Said>(statements: readonly S[], saying: Saying): readonly S[] {
  const held = heldOn(statements, saying.on);
  return statements.map((said) =>
    said === held ? { ...said, also: [...(said.also ?? []), saying].toSorted(byDay).slice(-ALSO_MAX) } : said,
  );
}

const byDay = (a: Saying, b: Saying): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** Of a reading that was withdrawn and is sent again the statement takes the place of the one before, which is gone. */
function withOne<S extends Said>(
  statements: readonly S[],
  said: S,
  laterFrom: CivilDate | undefined,
): readonly S[] {
  const place = statements.findLastIndex(({ isWithdrawn, on }) => isWithdrawn && on === said.on);
  if (place >= 0) return statements.with(place, { ...said, to: statements[place]?.to });
  const ends = laterFrom !== undefined && said.from < laterFrom && heldOn(statements, laterFrom);
  return newest([...statements, ends ? { ...said, to: laterFrom } : said]);
}

const newest = <S>(statements: readonly S[]): readonly S[] => statements.slice(-STATEMENTS_MAX);

/** Whether a size, by the same proof, holds on a day already; before its own day it need not. */
function isHeld(stated: Statements, { size, proof, from }: Household, day: CivilDate): boolean {
  const held = householdOn(stated, day);
  return day < from || (held?.size === size && held.proof === proof);
}

/** The statements without those of a reading that is withdrawn. */
export function withoutStatements({ classes, households }: Statements, number: string): Statements {
  const without = <S extends Said>(said: S): S => {
    const also = (said.also ?? []).filter(({ by }) => by !== number);
    if (said.by !== number) return said.also ? { ...said, also } : said;
    const [next, ...others] = also;
    return next ? { ...said, ...next, also: others } : { ...said, isWithdrawn: true };
  };
  return {
    ...(classes ? { classes: classes.map(without) } : {}),
    ...(households ? { households: households.map(without) } : {}),
  };
}

/** The days of which a reading has stated something. */
export const hasStated = (
  { classes = [], households = [] }: Statements,
  by: string,
  day: CivilDate,
): boolean => [...classes, ...households].some((said) => said.by === by && covers(said, day));

/**
 * The household by which a reading is rated after the statements have changed: where what it was rated by was said by a
 * reading that is withdrawn, or held only because nothing was said, it is by now what the statements say of its day. One
 * that was rated by something else, because the statement came after it, stays.
 */
export function whoseAfter(
  { before, after, withdrawn }: StatementsChange,
  day: CivilDate,
  { householdClass, householdSize }: Whose,
): Whose {
  const { classes = [], households = [] } = before;
  const isGone = (said: Said): boolean => said.by === withdrawn && covers(said, day);
  const wasClass =
    householdClass === classOn(before, day) ||
    classes.some((said) => isGone(said) && said.householdClass === householdClass);
  const wasSize =
    householdSize === sizeOn(before, day) ||
    households.some((said) => isGone(said) && said.size === householdSize);
  return {
    householdClass: wasClass ? classOn(after, day) : householdClass,
    householdSize: wasSize ? sizeOn(after, day) : householdSize,
  };
}

/** A tenancy's statements, changed by a reading that came late, or whose own are withdrawn with it. */
export type StatementsChange = {
  readonly before: Stated;
  readonly after: Stated;
  /** The number of the reading that is withdrawn. */
  readonly withdrawn?: string | undefined;
};
