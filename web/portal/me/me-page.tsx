import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import { MORE_PLACES } from "./places.ts";

const TEXTS = {
  title: { zh: "我的", en: "Me" },
  places: { zh: "更多栏目", en: "More places" },
} satisfies Record<string, Text>;

export function MePage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <section className="part">
        <h2>{say(TEXTS.places)}</h2>
        <ul className="rows">
          {MORE_PLACES.map(({ to, text, hint }) => (
            <li key={to} className="stack-tight">
              <Link className="link-target" to={to}>
                {say(text)}
              </Link>
              <span className="soft small">{say(hint)}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
