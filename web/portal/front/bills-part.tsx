import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { period } from "../../shared/format/dates.ts";
import { sumOf } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { SOME_BILL, UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { BILLS_MAX } from "../payments/orders.ts";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment BillsPart on Citizen {
    bills(status: DUE) {
      id
      from
      to
      owed
      biller {
        kind
      }
    }
  }
`);

const TITLE: Text = { zh: "水电燃气", en: "Bills" };
const ALL: Text = { zh: "全部账单", en: "All bills" };
const NONE: Text = { zh: "没有待缴账单。", en: "No bill is due." };
const TOTAL: Text = { zh: "待缴合计", en: "Due in all" };
const PAY: Text = { zh: "一起缴费", en: "Pay all of them" };

export function BillsPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say, language } = useTexts();
  const { bills } = readFragment(FRAGMENT, citizen);
  return (
    <Part title={TITLE} trouble={troubleOf("bills")} again={again} all={{ text: ALL, to: "/bills" }}>
      {bills && bills.length > 0 ? (
        <>
          <p className="row">
            <span>{say(TOTAL)}</span>
            <span className="big">
              <Money amount={sumOf(bills.map(({ owed }) => owed))} />
            </span>
          </p>
          <ul className="rows">
            {bills.map(({ id, from, to, owed, biller }) => (
              <li key={id} className="row">
                <span>
                  {say(biller ? UTILITY_KINDS[biller.kind] : SOME_BILL)}{" "}
                  <span className="soft small">{period(from, to, language)}</span>
                </span>
                <Money amount={owed} />
              </li>
            ))}
          </ul>
          {bills.length <= BILLS_MAX && (
            <Link className="button" to="/bills/pay" search={{ bills: bills.map(({ id }) => id).join(",") }}>
              {say(PAY)}
            </Link>
          )}
        </>
      ) : (
        <Nothing text={NONE} />
      )}
    </Part>
  );
}
