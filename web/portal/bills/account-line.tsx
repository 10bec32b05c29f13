import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment AccountLine on UtilityAccount {
    id
    alias
    number
    biller {
      name
      kind
    }
  }
`);

const USAGE: Text = { zh: "用量与历史账单", en: "Usage and past bills" };

type AccountProps = { readonly account: FragmentType<typeof FRAGMENT> };

/** An account on a line: what it is for and how it is called, and below that its biller and number. */
export function AccountLine({
  account,
  children,
}: AccountProps & { readonly children?: ReactNode }): ReactNode {
  const { say } = useTexts();
  const { alias, number, biller } = readFragment(FRAGMENT, account);
  return (
    <>
      <span>
        {biller ? `${say(UTILITY_KINDS[biller.kind])} · ${alias}` : alias} {children}
      </span>
      <span className="soft small">
        {biller?.name} {number}
      </span>
    </>
  );
}

export function UsageLink({ account }: AccountProps): ReactNode {
  const { say } = useTexts();
  const { id, alias } = readFragment(FRAGMENT, account);
  return (
    <Link className="link-target" to="/bills/usage/$account" params={{ account: id }}>
      {say(USAGE)}
      <span className="out-of-sight">: {alias}</span>
    </Link>
  );
}
