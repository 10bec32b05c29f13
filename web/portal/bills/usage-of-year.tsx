import type { ReactNode } from "react";
import { period, shortMonth } from "../../shared/format/dates.ts";
import { decimal, yuan } from "../../shared/format/money.ts";
import type { RatedBillFragment as RatedBill, UtilityKind } from "../../shared/generated/graphql.ts";
import { BILL_STATUSES } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Bars } from "../../shared/ui/bars.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { BillNotes, notesOn } from "./bill-notes.tsx";

type UsageProps = {
  readonly year: string;
  readonly kind: UtilityKind | undefined;
  /** The oldest first. */
  readonly bills: readonly RatedBill[];
};

const TEXTS = {
  picture: { zh: "分档用量", en: "Usage by tier" },
  period: { zh: "账期", en: "Period" },
  amount: { zh: "金额", en: "Amount" },
  status: { zh: "状态", en: "Status" },
  notes: { zh: "账单说明", en: "Notes on these bills" },
  unrated: { zh: "收费单位没有提供用量。", en: "The biller has not told how much was used." },
} satisfies Record<string, Text>;
const tier = (n: number): Text => ({ zh: `第${n}档`, en: `Tier ${n}` });
const tableOf = (year: string, unit: string): Text => ({
  zh: `${year}年用量（${unit}）和账单`,
  en: `Usage (${unit}) and bills of ${year}`,
});

type Sum = { readonly year: string; readonly total: string; readonly unit: string; readonly most: string };
const summary = ({ year, total, unit, most }: Sum): Text => ({
  zh: `${year}年共用 ${total} ${unit}，${most}用得最多。`,
  en: `${total} ${unit} used in ${year}; most of it in ${most}.`,
});

const unitOf = (kind: UtilityKind | undefined): string => (kind === "ELECTRICITY" ? "kWh" : "m³");
const round = (value: number): string => decimal(value.toFixed(2));

/** The usage in each tier, for the picture and the table; all in one where the tariff has none. */
function tiersOf({ rating }: RatedBill, count: number): readonly number[] {
  const lines = rating?.lines.filter(({ kind }) => kind === "TIER") ?? [];
  return Array.from({ length: count }, (_, i) =>
    lines.filter(({ tier: of }) => of === i + 1).reduce((sum, { usage }) => sum + Number(usage ?? 0), 0),
  );
}

/** A year of one account, as a picture and as the table that says the same. */
export function UsageOfYear({ year, kind, bills }: UsageProps): ReactNode {
  const { say, language } = useTexts();
  const unit = unitOf(kind);
  const highest = Math.max(
    1,
    ...bills.flatMap(({ rating }) => rating?.lines.map((line) => line.tier ?? 1) ?? []),
  );
  const tiers = Array.from({ length: highest }, (_, i) => say(tier(i + 1)));
  const rated = bills.filter(({ rating }) => rating !== null);
  const usageOf = ({ rating }: RatedBill): number => Number(rating?.usage ?? 0);
  const most = rated.toSorted((a, b) => usageOf(b) - usageOf(a))[0];
  const total = round(rated.reduce((sum, bill) => sum + usageOf(bill), 0));
  return (
    <>
      <section className="part">
        <h2>{say(TEXTS.picture)}</h2>
        {most ? (
          <>
            <p>{say(summary({ year, total, unit, most: period(most.from, most.to, language) }))}</p>
            <Bars
              title={say(summary({ year, total, unit, most: period(most.from, most.to, language) }))}
              unit={unit}
              legend={tiers}
              bars={rated.map((bill) => ({
                label: shortMonth(bill.from, language),
                parts: tiersOf(bill, highest),
              }))}
            />
          </>
        ) : (
          <p className="soft">{say(TEXTS.unrated)}</p>
        )}
      </section>
      <section className="part">
        <Table<RatedBill>
          caption={say(tableOf(year, unit))}
          keyOf={({ id }) => id}
          rows={bills}
          columns={[
            { head: say(TEXTS.period), cell: ({ from, to }) => period(from, to, language) },
            ...tiers.map((head, i) => ({
              head,
              cell: (bill: RatedBill) => round(tiersOf(bill, highest)[i] ?? 0),
              kind: "number" as const,
            })),
            { head: say(TEXTS.amount), cell: ({ amount }) => yuan(amount), kind: "number" as const },
            {
              head: say(TEXTS.status),
              cell: ({ status }) => (
                <Tag tone={BILL_STATUSES[status].tone}>{say(BILL_STATUSES[status].text)}</Tag>
              ),
            },
          ]}
        />
        <Notes of={bills.filter((bill) => notesOn(bill, language).length > 0)} />
      </section>
    </>
  );
}

/** Below the table, where they can be read on a phone too. */
function Notes({ of }: { readonly of: readonly RatedBill[] }): ReactNode {
  const { say, language } = useTexts();
  if (of.length === 0) return null;
  return (
    <>
      <h3>{say(TEXTS.notes)}</h3>
      <ul className="rows">
        {of.map((bill) => (
          <li key={bill.id} className="stack-tight">
            <span>{period(bill.from, bill.to, language)}</span>
            <BillNotes of={bill} />
          </li>
        ))}
      </ul>
    </>
  );
}
