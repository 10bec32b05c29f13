import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Mode } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { MODES } from "./modes.ts";

const LABEL: Text = { zh: "环境", en: "Mode" };
const EACH: readonly Mode[] = ["LIVE", "TEST"];

type ModeLinksProps = {
  readonly to:
    | "/console/partners/$partner/consents"
    | "/console/partners/$partner/accounts"
    | "/console/partners/$partner/settlements";
  readonly partner: string;
  readonly mode: Mode;
};

/** The same page in the other mode: nothing of the one is seen in the other. */
export function ModeLinks({ to, partner, mode }: ModeLinksProps): ReactNode {
  const { say } = useTexts();
  return (
    <nav className="ways" aria-label={say(LABEL)}>
      {EACH.map((each) => (
        <Link
          key={each}
          to={to}
          params={{ partner }}
          search={{ mode: each }}
          activeProps={{}}
          inactiveProps={{}}
          aria-current={each === mode ? "page" : undefined}
        >
          {say(MODES[each])}
        </Link>
      ))}
    </nav>
  );
}
