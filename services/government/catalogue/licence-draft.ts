import { checkForm } from "./form-fault.ts";
import type { CountedNumbers, LicenceTerms, RenewalTerms } from "./licence-terms.ts";
import type { TermReader } from "./term-reader.ts";

type Absent = null | undefined;

/** The terms of a licence as an editor sends them. */
export type LicenceInput = Pick<LicenceTerms, "act" | "type"> & {
  readonly content?: LicenceTerms["content"] | Absent;
  readonly number?: LicenceTerms["number"] | Absent;
  readonly region?: LicenceTerms["region"] | Absent;
  readonly holderCreditCode?: LicenceTerms["holderCreditCode"] | Absent;
  readonly until?: LicenceTerms["until"] | Absent;
  readonly counted?: CountedNumbers | Absent;
  readonly window?:
    | (Pick<RenewalTerms, "inTimeWorkingDays"> & { readonly opensWorkingDays?: number | Absent })
    | Absent;
};

/** Of a number that counts up. */
const PREFIX_LENGTH_MAX = 20;
const SERIES_MAX = 5;

/** Reads an item's terms of a licence. */
export const readLicence = (
  read: TermReader,
  { act, type, content, counted, window, ...said }: LicenceInput,
): LicenceTerms => {
  const { number, region, holderCreditCode, until } = said;
  for (const [name, expression] of Object.entries({ content, ...said })) {
    const checked = checkForm(expression ?? {});
    if (!checked.ok) read.refuse({ ...checked.error, path: ["licence", name] });
  }
  return {
    ...{ act, type: read.code(type, "licence", "type"), content: content ?? {} },
    ...(number ? { number } : {}),
    ...(region ? { region } : {}),
    ...(holderCreditCode ? { holderCreditCode } : {}),
    ...(until ? { until } : {}),
    ...(counted ? { counted: readCounted(read, counted) } : {}),
    ...(window ? { window: readWindow(window) } : {}),
  };
};

const readCounted = (
  read: TermReader,
  { prefix, series, digits, check }: CountedNumbers,
): CountedNumbers => ({
  prefix: read.text(prefix, PREFIX_LENGTH_MAX, "licence", "counted", "prefix"),
  series: read.list(series, SERIES_MAX, "licence", (part) => {
    const checked = checkForm(part);
    if (!checked.ok) read.refuse({ ...checked.error, path: ["licence", "counted", "series"] });
    return part;
  }),
  ...{ digits, check },
});

const readWindow = ({
  opensWorkingDays,
  inTimeWorkingDays,
}: NonNullable<LicenceInput["window"]>): RenewalTerms => ({
  ...(opensWorkingDays == null ? {} : { opensWorkingDays }),
  inTimeWorkingDays,
});
