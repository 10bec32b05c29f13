import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ApplicantCapacity } from "../shared/generated/graphql.ts";
import { type Text, useTexts } from "../shared/texts/text.ts";

const TITLE: Text = { zh: "我监护的未成年人", en: "Minors whose guardian you are" };
const NAMELESS: Text = { zh: "姓名未登记", en: "Somebody without a name on record" };
const billsOf = (name: string): Text => ({
  zh: `${name}的账单和交通卡`,
  en: `Bills and transit cards of ${name}`,
});

type Represented = {
  readonly ref: string;
  readonly name: string | null;
  readonly capacity: ApplicantCapacity;
};

/** The way to the bills and cards of those whose guardian the reader is; nothing for all others. */
export function WardLinks({ of }: { readonly of: readonly Represented[] }): ReactNode {
  const { say } = useTexts();
  const wards = of.filter(({ capacity }) => capacity === "GUARDIAN");
  if (wards.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TITLE)}</h2>
      <ul className="rows">
        {wards.map(({ ref, name }) => (
          <li key={ref}>
            <Link className="link-target" to="/acting/for/$ref" params={{ ref }}>
              {say(billsOf(name ?? say(NAMELESS)))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
