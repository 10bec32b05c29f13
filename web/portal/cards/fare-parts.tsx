import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";

const FRAGMENT = graphql(`
  fragment FareParts on TransitFarePart {
    kind
    amount
    text
  }
`);

const TITLE: Text = { zh: "费用怎么算的", en: "How the fare comes about" };

/** The parts of a fare, which add up to it, each in the platform's own words. */
export function FareParts({ of }: { readonly of: readonly FragmentType<typeof FRAGMENT>[] }): ReactNode {
  const { say } = useTexts();
  const parts = of.map((part) => readFragment(FRAGMENT, part));
  if (parts.length === 0) return null;
  return (
    <>
      <h3>{say(TITLE)}</h3>
      <ul className="rows">
        {parts.map(({ kind, amount, text }) => (
          <li key={kind} className="row">
            <span>{text}</span>
            <Money amount={amount} />
          </li>
        ))}
      </ul>
    </>
  );
}
