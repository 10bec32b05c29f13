import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { AuthorityFields } from "./authority-fields.tsx";

const GIVE = graphql(`
  query PortalGiveAuthority($region: RegionCode!) {
    me {
      id
      enterprises {
        creditCode
        name
        capacity
      }
    }
    serviceItems(region: $region, first: 40) {
      edges {
        ...NamedItem
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "授权他人代办", en: "Let somebody act" },
  lead: {
    zh: "被授权的人用自己的账号登录，替您申请和跟进您选定的事项。您随时可以撤销，也看得到他办了什么。",
    en: "They sign in as themselves, and apply for what you choose in your name. You can take it back at any time, and see all that they do.",
  },
  back: { zh: "回到替人办事", en: "Back to acting for others" },
} satisfies Record<string, Text>;

export function GivePage(): ReactNode {
  const { say } = useTexts();
  const { region } = useConfig();
  const asked = useOwnAnswer(GIVE, { region });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me, serviceItems }, errors) => {
          const trouble = troubleAt(errors, ["me"]) ?? troubleAt(errors, ["serviceItems"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const represented = (me?.enterprises ?? []).filter(
            ({ capacity }) => capacity === "LEGAL_REPRESENTATIVE",
          );
          return <AuthorityFields enterprises={represented} items={serviceItems?.edges ?? []} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/acting">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}
