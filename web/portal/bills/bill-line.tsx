import type { ReactNode } from "react";
import { day, period } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { BILL_STATUSES, SOME_BILL, UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { BillNotes } from "./bill-notes.tsx";

export const BILL_LINE = graphql(`
  fragment BillLine on Bill {
    from
    to
    amount
    owed
    dueOn
    status
    biller {
      name
      kind
    }
    ...BillNotes
  }
`);

const by = (when: string): Text => ({ zh: `${when}前缴清`, en: `due by ${when}` });

/** A bill on a line or two: for what, of which time, how much, by when. */
export function BillLine({ bill }: { readonly bill: FragmentType<typeof BILL_LINE> }): ReactNode {
  const { say, language } = useTexts();
  const line = readFragment(BILL_LINE, bill);
  const { from, to, amount, owed, dueOn, status, biller } = line;
  const { text, tone } = BILL_STATUSES[status];
  return (
    <span className="row">
      <span className="stack-tight">
        <span>
          {say(biller ? UTILITY_KINDS[biller.kind] : SOME_BILL)} <span className="soft">{biller?.name}</span>
        </span>
        <span className="soft small">
          {period(from, to, language)}
          {status === "DUE" && `${language === "zh" ? "，" : ", "}${say(by(day(dueOn, language)))}`}
        </span>
        <BillNotes of={line} />
        {status !== "DUE" && (
          <span>
            <Tag tone={tone}>{say(text)}</Tag>
          </span>
        )}
      </span>
      <span className="strong">
        <Money amount={status === "DUE" ? owed : amount} />
      </span>
    </span>
  );
}
