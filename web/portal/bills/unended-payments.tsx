import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { FragmentType } from "../../shared/generated/fragment-masking.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { billsBegun, purposeOfBills } from "../payments/orders.ts";
import { type BILL_LINE, BillLine } from "./bill-line.tsx";

type Bill = FragmentType<typeof BILL_LINE> & { readonly id: string };

const TEXTS = {
  title: { zh: "还没有结果的缴费", en: "Payments that have not ended" },
  begun: {
    zh: "您在这里开始的缴费还没有结果。继续时用的是同一笔，不会重复扣款。",
    en: "You began this payment here and its end is not known. Going on is the same payment: you are not charged twice.",
  },
  goOn: { zh: "继续这次缴费", en: "Go on with this payment" },
  elsewhere: {
    zh: "这笔缴费是在别处开始的，正在等结果。",
    en: "This payment was begun elsewhere, and its end is waited for.",
  },
  look: { zh: "查看这笔缴费", en: "See how this payment stands" },
} satisfies Record<string, Text>;
const billsOf = (count: number): Text => ({
  zh: `${count} 张账单`,
  en: count === 1 ? "1 bill" : `${count} bills`,
});

type UnendedPaymentsProps = {
  readonly due: readonly Bill[];
  readonly paying: readonly (Bill & { readonly payment: string | null })[];
};

/** Payments whose end is not known: those that this tab can go on with, and those that were begun elsewhere. */
export function UnendedPayments({ due, paying }: UnendedPaymentsProps): ReactNode {
  const { say } = useTexts();
  const { person = "" } = useSession();
  const begun = billsBegun(person);
  const here = new Set(begun.flat());
  const elsewhere = Map.groupBy(
    paying.filter(({ id }) => !here.has(id)),
    ({ payment }) => payment,
  );
  if (begun.length === 0 && elsewhere.size === 0) return null;
  const known = [...due, ...paying];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ul className="rows">
        {begun.map((ids) => (
          <li key={purposeOfBills(ids)} className="stack-tight">
            <span className="strong">{say(billsOf(ids.length))}</span>
            <Lines of={known.filter(({ id }) => ids.includes(id))} />
            <p>{say(TEXTS.begun)}</p>
            <Link className="link-target" to="/bills/pay" search={{ bills: ids.join(",") }}>
              {say(TEXTS.goOn)}
            </Link>
          </li>
        ))}
        {[...elsewhere].map(([payment, bills]) => (
          <li key={payment} className="stack-tight">
            <span className="strong">{say(billsOf(bills.length))}</span>
            <Lines of={bills} />
            <p>{say(TEXTS.elsewhere)}</p>
            {payment && (
              <Link className="link-target" to="/bills/paid" search={{ payment }}>
                {say(TEXTS.look)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ of }: { readonly of: readonly Bill[] }): ReactNode {
  return of.map((bill) => <BillLine key={bill.id} bill={bill} />);
}
