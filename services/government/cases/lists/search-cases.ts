import { type CreditCode, isCreditCode } from "../../../field/credit-code.ts";
import { type RegionCode, regionsWithin } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { type From, fullPage, type Onward } from "../../../kernel/database/full-page.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { type Application, positionOf } from "../application.ts";
import { type CaseNumberWrong, parseCaseNumber } from "../case-number.ts";
import { findByNumber, listUnderName, type NamedPlace, placeUnderName } from "../found-by-store.ts";
import type { ApplicationId } from "../ids.ts";
import { readCase } from "../read-case.ts";
import type { ApplicationStore } from "../store.ts";
import { listPointers } from "../subject-cases-store.ts";

export type SearchReader = ApplicationStore & { readonly actor: Officer; readonly now: Instant };

/** The words by which somebody tells of a case, or of its applicant. */
export type CaseSearch = {
  readonly number?: string | undefined;
  readonly creditCode?: string | undefined;
  readonly name?: string | undefined;
  /** With a name, where it is looked for. */
  readonly region?: RegionCode | undefined;
  readonly within: boolean;
  readonly department?: string | undefined;
};

export type SearchRefused =
  | CaseNumberWrong
  | TextProblem
  | { readonly code: "SEARCH_BY_ONE" | "NAME_WITH_PLACE" | "CREDIT_CODE_WRONG" | "OUTSIDE_JURISDICTION" }
  | { readonly code: "QUEUE_TOO_BROAD"; readonly values: { readonly max: string } };

/** The cases of a stretch, and the place of its last one where there are more behind it. */
type Stretch = { readonly ids: readonly ApplicationId[]; readonly next: string | undefined };
type Search = {
  readonly read: (from: From<string>) => Promise<Stretch>;
  /** Where a case stands in the list that is read. */
  readonly placeOf: (application: Application) => string;
};

export type FoundCases = {
  readonly cases: readonly { readonly application: Application; readonly place: string }[];
  readonly more: Onward<string>;
};

const NAME_LENGTH_MAX = 100;
/** A page is merged from so many lists at most. */
const REGIONS_MAX = 40;

/**
 * The cases that an officer may read by what somebody tells of them: their number, an enterprise's credit code, or the name of
 * the applicant, all of it, as the register had it on receipt; the latest first. Errors: SEARCH_BY_ONE, for none or
 * several of the three; CASE_NUMBER_WRONG and CREDIT_CODE_WRONG, where a check digit does not hold; NAME_WITH_PLACE, without
 * region and department; OUTSIDE_JURISDICTION; QUEUE_TOO_BROAD.
 */
export async function searchCases(
  reader: SearchReader,
  search: CaseSearch,
  page: From<string>,
): Promise<Result<FoundCases, SearchRefused>> {
  const opened = openSearch(reader, search);
  if (!opened.ok) return opened;
  const { read, placeOf } = opened.value;
  const { entries, more } = await fullPage(page, async (from: From<string>) => {
    const { ids, next } = await read(from);
    // One batch: all are asked for in the same turn.
    const cases = await Promise.all(ids.map((id) => readCase(reader, id)));
    const shown = cases.flatMap((application) =>
      application ? [{ application, place: placeOf(application) }] : [],
    );
    return { entries: shown, next };
  });
  return ok({ cases: entries, more });
}

function openSearch(reader: SearchReader, search: CaseSearch): Result<Search, SearchRefused> {
  const { number, creditCode, name } = search;
  if ([number, creditCode, name].filter((one) => one !== undefined).length !== 1) {
    return err({ code: "SEARCH_BY_ONE" });
  }
  if (number !== undefined) return byNumber(reader, number);
  if (creditCode !== undefined) {
    return isCreditCode(creditCode)
      ? ok(byCreditCode(reader, creditCode))
      : err({ code: "CREDIT_CODE_WRONG" });
  }
  return byName(reader, search);
}

function byNumber(reader: SearchReader, text: string): Result<Search, SearchRefused> {
  const number = parseCaseNumber(text);
  if (!number.ok) return number;
  const read = async (): Promise<Stretch> => {
    const id = await findByNumber(reader, number.value);
    return { ids: id ? [id] : [], next: undefined };
  };
  return ok({ read, placeOf: () => number.value });
}

function byCreditCode(reader: SearchReader, creditCode: CreditCode): Search {
  const subject = { kind: "ENTERPRISE", creditCode } as const;
  const read = async ({ first, after }: From<string>): Promise<Stretch> => {
    const [at, id] = after?.split("#") ?? [];
    const behind = at !== undefined && id !== undefined ? { after: [at, id] as const } : {};
    const { ids, last, more } = await listPointers(reader, subject, { first, ...behind });
    return { ids, next: more ? last?.join("#") : undefined };
  };
  return { read, placeOf: (application) => positionOf(application).join("#") };
}

function byName(reader: SearchReader, search: CaseSearch): Result<Search, SearchRefused> {
  const { region, within, department } = search;
  const name = checkText(search.name ?? "", 1, NAME_LENGTH_MAX);
  if (!name.ok) return name;
  if (region === undefined || department === undefined) return err({ code: "NAME_WITH_PLACE" });
  if (!covers(reader.actor, { region, department })) return err({ code: "OUTSIDE_JURISDICTION" });
  const regions = within ? regionsWithin(region) : [region];
  if (regions.length > REGIONS_MAX) {
    return err({ code: "QUEUE_TOO_BROAD", values: { max: String(REGIONS_MAX) } });
  }
  const places = regions.map((one): NamedPlace => ({ region: one, department, name: name.value }));
  const read = async (from: From<string>): Promise<Stretch> => {
    const lists = await Promise.all(places.map((place) => listUnderName(reader, place, from)));
    const found = lists.flatMap(({ entries }) => entries).sort((a, b) => (a.place < b.place ? 1 : -1));
    const shown = found.slice(0, from.first);
    const more = found.length > from.first || lists.some((list) => list.more);
    return { ids: shown.map(({ id }) => id), next: more ? shown.at(-1)?.place : undefined };
  };
  return ok({ read, placeOf: placeUnderName });
}
