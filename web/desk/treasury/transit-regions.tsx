import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const REGIONS: Text = { zh: "地区", en: "Region" };

type TransitRegionsProps = {
  readonly of: readonly { readonly code: string; readonly name: string }[];
  readonly chosen: string;
  /** The page that shows one of them. */
  readonly to: "/desk/treasury/clearing" | "/desk/treasury/fares";
};

/** The regions with transit, of which a page shows one. */
export function TransitRegions({ of, chosen, to }: TransitRegionsProps): ReactNode {
  const { say } = useTexts();
  return (
    <nav className="ways" aria-label={say(REGIONS)}>
      {of.map(({ code, name }) => (
        <Link
          key={code}
          to={to}
          search={{ region: code }}
          activeProps={{}}
          inactiveProps={{}}
          aria-current={code === chosen ? "page" : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
