import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment QueueTotals on QueueTotals {
    total
    due
    overdue
    isMore
  }
`);

const TEXTS = {
  label: { zh: "待办总数", en: "In the queue" },
  total: { zh: "待办", en: "Waiting" },
  due: { zh: "今日到期", en: "Due today" },
  overdue: { zh: "已超期", en: "Overdue" },
} satisfies Record<string, Text>;

/** How much waits, and how much of it presses. */
export function QueueTotals({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { total, due, overdue, isMore } = readFragment(FRAGMENT, of);
  // A thousand are counted, so each number may be larger.
  const shown = (count: number): string => (isMore && count > 0 ? `${count}+` : String(count));
  return (
    <dl className="totals" aria-label={say(TEXTS.label)}>
      {(
        [
          [TEXTS.total, total],
          [TEXTS.due, due],
          [TEXTS.overdue, overdue],
        ] as const
      ).map(([name, count]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{shown(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
