import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { month, shortMonth } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import type { FiguresLineFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Bars } from "../../shared/ui/bars.tsx";
import { RowBars } from "../../shared/ui/row-bars.tsx";
import { Table } from "../../shared/ui/table.tsx";
import type { FoundFigures, Wish } from "./figure-filters.tsx";
import { days, FIGURES, percent, share } from "./figure-texts.ts";
import { LINE } from "./figures-operation.ts";

const TEXTS = {
  byMonth: { zh: "按月份", en: "By month" },
  byRegion: { zh: "按地区", en: "By region" },
  byItem: { zh: "按事项", en: "By service item" },
  months: { zh: "各月数据", en: "Figures of each month" },
  regions: { zh: "各地区数据", en: "Figures of each region" },
  items: { zh: "各事项数据", en: "Figures of each item" },
  month: { zh: "月份", en: "Month" },
  region: { zh: "地区", en: "Region" },
  item: { zh: "事项", en: "Service item" },
  inTime: { zh: "承诺时限内办结", en: "Decided in promised time" },
  overdue: { zh: "办结时已超承诺时限", en: "Decided later" },
  promised: { zh: "承诺时限内", en: "In promised time" },
  byRule: { zh: "自动审批", en: "By rule" },
  median: { zh: "中位工作日", en: "Median days" },
  becameOverdue: { zh: "超期", en: "Overdue" },
  cases: { zh: "件", en: "cases" },
  noItems: { zh: "这段时间里没有事项产生数据。", en: "No item has counted anything in this time." },
  tooMany: {
    zh: "要按事项查看，请选定一个部门；整个省请再选一个市。",
    en: "To see figures by item, choose a department, and within a province one of its cities.",
  },
} satisfies Record<string, Text>;

const receivedBy = (by: Text): Text => ({
  zh: `${by.zh}的收件数，旁边的表格中有同样的数据。`,
  en: `Applications received, ${by.en.toLowerCase()}; the table beside it has the same.`,
});
const DECIDED_BY_MONTH: Text = {
  zh: "每月办结数，分承诺时限内和超过承诺时限；旁边的表格中有同样的数据。",
  en: "Decided in each month, in the promised time and later; the table beside it has the same.",
};

/** "Sept" would touch the months beside it. */
const SHORT = 3;

/** A line of a table: its name, where its name leads to, and its figures. */
type Row = { readonly key: string; readonly name: ReactNode; readonly figures: FiguresLineFragment };

/** The same figures by month, by place and by item, each as a picture and as the table that says the same. */
export function Breakdown({ of, wish }: { readonly of: FoundFigures; readonly wish: Wish }): ReactNode {
  return (
    <>
      <ByMonth of={of.byMonth} />
      <ByRegion of={of.byRegion} wish={wish} />
      <ByItem of={of.byItem} wish={wish} />
    </>
  );
}

const lineOf = (figures: FragmentType<typeof LINE>): FiguresLineFragment => readFragment(LINE, figures);

function ByMonth({ of }: { readonly of: FoundFigures["byMonth"] }): ReactNode {
  const { say, language } = useTexts();
  const rows: readonly Row[] = of.map(({ month: at, figures }) => ({
    ...{ key: at, name: month(at, language), figures: lineOf(figures) },
  }));
  // Twelve names of Chinese months would not fit beside one another; their numbers do.
  const label = (at: string): string =>
    language === "zh" ? String(Number(at.slice(5, 7))) : shortMonth(`${at}-01`, language).slice(0, SHORT);
  return (
    <section className="part chart-and-table">
      <h2>{say(TEXTS.byMonth)}</h2>
      <Bars
        title={say(DECIDED_BY_MONTH)}
        unit={say(TEXTS.cases)}
        legend={[say(TEXTS.inTime), say(TEXTS.overdue)]}
        bars={rows.map(({ key, figures: { decided, decidedInPromisedTime: inTime } }) => ({
          label: label(key),
          parts: [inTime, decided - inTime],
        }))}
      />
      <FiguresTable caption={say(TEXTS.months)} head={say(TEXTS.month)} rows={rows} />
    </section>
  );
}

type PlacesProps = { readonly of: FoundFigures["byRegion"]; readonly wish: Wish };

function ByRegion({ of, wish }: PlacesProps): ReactNode {
  const { say } = useTexts();
  const rows: readonly Row[] = of.map(({ region: { code, name }, figures }) => ({
    key: code,
    figures: lineOf(figures),
    name:
      code === wish.region ? (
        name
      ) : (
        <Link to="/desk/figures" search={{ ...wish, region: code }}>
          {name}
        </Link>
      ),
  }));
  return (
    <section className="part chart-and-table">
      <h2>{say(TEXTS.byRegion)}</h2>
      <RowBars
        title={say(receivedBy(TEXTS.byRegion))}
        rows={of.map(({ region: { code, name }, figures }) => ({
          ...{ key: code, label: name, value: lineOf(figures).received },
        }))}
      />
      <FiguresTable caption={say(TEXTS.regions)} head={say(TEXTS.region)} rows={rows} />
    </section>
  );
}

function ByItem({ of, wish }: { readonly of: FoundFigures["byItem"]; readonly wish: Wish }): ReactNode {
  const { say } = useTexts();
  const nameOf = ({ code, item }: NonNullable<typeof of>[number]): string => (item ? say(item.name) : code);
  const rows: readonly Row[] = (of ?? []).map((one) => ({
    key: one.code,
    figures: lineOf(one.figures),
    name: (
      <Link to="/desk/figures" search={{ ...wish, item: one.code }}>
        {nameOf(one)}
      </Link>
    ),
  }));
  return (
    <section className="part chart-and-table">
      <h2>{say(TEXTS.byItem)}</h2>
      {rows.length === 0 ? (
        <p className="soft">{say(of ? TEXTS.noItems : TEXTS.tooMany)}</p>
      ) : (
        <>
          <RowBars
            title={say(receivedBy(TEXTS.byItem))}
            rows={(of ?? []).map((one) => ({
              ...{ key: one.code, label: nameOf(one), value: lineOf(one.figures).received },
            }))}
          />
          <FiguresTable caption={say(TEXTS.items)} head={say(TEXTS.item)} rows={rows} />
        </>
      )}
    </section>
  );
}

type TableProps = { readonly caption: string; readonly head: string; readonly rows: readonly Row[] };

function FiguresTable({ caption, head, rows }: TableProps): ReactNode {
  const { say } = useTexts();
  const number = (name: Text, cell: (figures: FiguresLineFragment) => string) => ({
    ...{ head: say(name), cell: ({ figures }: Row) => cell(figures), kind: "number" as const },
  });
  return (
    <Table<Row>
      {...{ caption, rows }}
      keyOf={({ key }) => key}
      columns={[
        { head, cell: ({ name }) => name },
        number(FIGURES.received.name, ({ received }) => String(received)),
        number(FIGURES.decided.name, ({ decided }) => String(decided)),
        number(TEXTS.promised, ({ decidedInPromisedTime: inTime, decided }) => percent(inTime, decided)),
        number(TEXTS.byRule, ({ shareDecidedByRule: of }) => share(of)),
        number(TEXTS.median, ({ medianWorkingDays: of }) => days(of)),
        number(TEXTS.becameOverdue, ({ becameOverdue }) => String(becameOverdue)),
      ]}
    />
  );
}
