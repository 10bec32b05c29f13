import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";
import { Readings } from "./readings.tsx";

/** One reading may name forty fields, so a page has few of them. */
const READINGS = graphql(`
  query PortalReadings($after: String) {
    me {
      id
      accesses(first: 8, after: $after) {
        edges {
          ...ReadingEdge
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
    scopes {
      ...ScopeWords
    }
    enumTexts(names: ["Role"]) {
      ...RoleWords
    }
  }
`);

const TEXTS = {
  title: { zh: "谁看过我的信息", en: "Looks at your data" },
  lead: {
    zh: "合作企业依据您的同意查看；政府部门因履行职责查看。如有疑问，请凭查询编号拨打 12345。",
    en: "Partner enterprises look under your consent, offices in their duties. To ask about one, quote its number at 12345.",
  },
  older: { zh: "更早的记录", en: "Earlier ones" },
  newest: { zh: "回到最新", en: "Back to the latest" },
  back: { zh: "回到隐私", en: "Back to privacy" },
} satisfies Record<string, Text>;

const route = getRouteApi("/privacy/readings");

export function ReadingsPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(READINGS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me, scopes, enumTexts }, errors) => {
          const trouble = troubleAt(errors, ["me", "accesses"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            <div className="part">
              <Readings
                of={me?.accesses?.edges ?? []}
                words={{ scopes: scopes ?? [], roles: enumTexts ?? [] }}
              />
              <Pager
                to="/privacy/readings"
                isLater={after !== undefined}
                pageInfo={me?.accesses?.pageInfo}
                older={TEXTS.older}
                newest={TEXTS.newest}
              />
            </div>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/privacy">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}
