import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { days, FIGURES, percent, RATES, share } from "./figure-texts.ts";
import { TOTAL } from "./figures-operation.ts";

const TEXTS = {
  title: { zh: "合计", en: "In all" },
  counts: { zh: "件数", en: "Counts" },
  rates: { zh: "效率与评价", en: "Time and evaluations" },
} satisfies Record<string, Text>;

type Count = keyof typeof FIGURES;
const COUNTS: readonly Count[] = [
  ...(["received", "accepted", "deemedAccepted", "decided", "approved"] as const),
  ...(["decidedByRule", "becameOverdue", "withdrawn", "complaints", "visitsAbovePromise"] as const),
];

type Row = { readonly name: Text; readonly counted: Text; readonly value: string };

/** All figures of what is selected, each with how it is counted. */
export function Totals({ of }: { readonly of: FragmentType<typeof TOTAL> }): ReactNode {
  const { say } = useTexts();
  const total = readFragment(TOTAL, of);
  const { decided, evaluations } = total;
  const good = evaluations.verySatisfied + evaluations.satisfied + evaluations.basicallySatisfied;
  const evaluated = good + evaluations.dissatisfied + evaluations.veryDissatisfied;
  const rates: readonly Row[] = [
    { ...RATES.promised, value: percent(total.decidedInPromisedTime, decided) },
    { ...RATES.statutory, value: percent(total.decidedInStatutoryTime, decided) },
    { ...RATES.byRule, value: share(total.shareDecidedByRule) },
    { ...RATES.median, value: days(total.medianWorkingDays) },
    { ...RATES.satisfied, value: percent(good, evaluated) },
    { ...RATES.putRightLate, value: String(evaluations.putRightLate) },
  ];
  const counts = COUNTS.map((count) => ({ ...FIGURES[count], value: String(total[count]) }));
  return (
    <section className="parts" aria-label={say(TEXTS.title)}>
      <Rows title={say(TEXTS.counts)} rows={counts} />
      <Rows title={say(TEXTS.rates)} rows={rates} />
    </section>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }): ReactNode {
  const { say } = useTexts();
  return (
    <div className="part">
      <h2>{title}</h2>
      <dl className="figures">
        {rows.map(({ name, value, counted }) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd className="strong">{value}</dd>
            <dd className="soft small">{say(counted)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
