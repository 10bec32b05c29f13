import type { ReactNode } from "react";
import { day, month, shortMonth } from "../../shared/format/dates.ts";
import { thousands } from "../../shared/format/rates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PaidInFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Bars } from "../../shared/ui/bars.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { type Column, Table } from "../../shared/ui/table.tsx";

const PAID_IN = graphql(`
  fragment PaidIn on HousingFundContribution {
    month
    paidOn
    employer
    employee
    total
  }
`);

const TEXTS = {
  month: { zh: "月份", en: "Month" },
  employer: { zh: "单位缴存", en: "Employer" },
  employee: { zh: "个人缴存", en: "You" },
  total: { zh: "合计", en: "In all" },
  paidOn: { zh: "到账日", en: "Paid in on" },
  unit: { zh: "千元", en: "Thousand yuan" },
} satisfies Record<string, Text>;

type PaidInProps = { readonly title: string; readonly of: readonly FragmentType<typeof PAID_IN>[] };

/** The months of a list that begins with the newest, as a picture from left to right, and as a table. */
export function PaidInMonths({ title, of }: PaidInProps): ReactNode {
  const { say, language } = useTexts();
  const months = readFragment(PAID_IN, of);
  const columns: readonly Column<PaidInFragment>[] = [
    { head: say(TEXTS.month), cell: (row) => month(row.month, language) },
    { head: say(TEXTS.employer), cell: (row) => <Money amount={row.employer} />, kind: "number" },
    { head: say(TEXTS.employee), cell: (row) => <Money amount={row.employee} />, kind: "number" },
    { head: say(TEXTS.total), cell: (row) => <Money amount={row.total} />, kind: "number" },
    { head: say(TEXTS.paidOn), cell: (row) => day(row.paidOn, language) },
  ];
  return (
    <>
      <Bars
        title={title}
        unit={say(TEXTS.unit)}
        legend={[say(TEXTS.employer), say(TEXTS.employee)]}
        bars={months.toReversed().map((each) => ({
          label: shortMonth(`${each.month}-01`, language),
          parts: [thousands(each.employer), thousands(each.employee)],
        }))}
      />
      <Table caption={title} columns={columns} rows={months} keyOf={(row) => row.month} />
    </>
  );
}
