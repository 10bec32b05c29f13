import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { sumOf, yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { BILLS_MAX } from "../payments/orders.ts";
import { BillLine } from "./bill-line.tsx";

export const DUE_BILL = graphql(`
  fragment DueBill on Bill {
    id
    owed
    ...BillLine
  }
`);

const TEXTS = {
  due: { zh: "待缴账单", en: "Due now" },
  none: { zh: "没有待缴账单。", en: "No bill is due." },
  noneChosen: { zh: "请至少选一张账单", en: "Choose at least one bill" },
  chosen: { zh: "已选合计", en: "Chosen in all" },
} satisfies Record<string, Text>;
const tooMany: Text = {
  zh: `一次最多缴 ${BILLS_MAX} 张账单，请少选几张`,
  en: `One payment takes ${BILLS_MAX} bills at most: choose fewer`,
};
const pay = (amount: string): Text => ({ zh: `缴费 ${yuan(amount)}`, en: `Pay ${yuan(amount)}` });

/** As many as one payment takes are chosen to begin with: most people pay all that is due. */
export function DueBills({ due }: { readonly due: readonly FragmentType<typeof DUE_BILL>[] }): ReactNode {
  const { say } = useTexts();
  const bills = readFragment(DUE_BILL, due);
  const navigate = useNavigate();
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(bills.slice(BILLS_MAX).map(({ id }) => id)),
  );
  const [isWrong, setWrong] = useState(false);
  const chosen = bills.filter(({ id }) => !left.has(id));
  const total = sumOf(chosen.map(({ owed }) => owed));
  const wrong = chosen.length === 0 ? TEXTS.noneChosen : chosen.length > BILLS_MAX ? tooMany : undefined;
  const problems = isWrong && wrong ? [{ field: `bill-${bills[0]?.id}`, text: say(wrong) }] : [];
  const turn = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <>
      <ErrorSummary problems={problems} />
      <section className="part">
        <h2>{say(TEXTS.due)}</h2>
        {bills.length === 0 ? (
          <p className="soft">{say(TEXTS.none)}</p>
        ) : (
          <form
            className="waiting"
            onSubmit={(event) => {
              event.preventDefault();
              setWrong(true);
              if (!wrong)
                navigate({ to: "/bills/pay", search: { bills: chosen.map(({ id }) => id).join(",") } });
            }}
          >
            <fieldset>
              <legend className="out-of-sight">{say(TEXTS.due)}</legend>
              <ul className="rows">
                {bills.map((bill) => (
                  <li key={bill.id} className="choice">
                    <input
                      id={`bill-${bill.id}`}
                      type="checkbox"
                      checked={!left.has(bill.id)}
                      onChange={() => turn(bill.id)}
                    />
                    <label htmlFor={`bill-${bill.id}`}>
                      <BillLine bill={bill} />
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
            <p className="row" aria-live="polite">
              <span>{say(TEXTS.chosen)}</span>
              <span className="big money">{yuan(total)}</span>
            </p>
            <button className="button" type="submit">
              {say(pay(total))}
            </button>
          </form>
        )}
      </section>
    </>
  );
}
