import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Consents } from "./consents.tsx";
import { Readings } from "./readings.tsx";

const PRIVACY = graphql(`
  query PortalPrivacy {
    me {
      id
      consents {
        ...OneConsent
      }
      accesses(first: 3) {
        edges {
          ...ReadingEdge
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
  title: { zh: "隐私", en: "Privacy" },
  lead: {
    zh: "没有您的同意，合作企业看不到您的任何信息。谁看过什么，这里都有记录。",
    en: "No partner enterprise sees anything about you unless you agree. Every look at your data is on record here.",
  },
  latest: { zh: "最近谁看过我的信息", en: "The latest looks at your data" },
  all: { zh: "全部查看记录", en: "All of the record" },
  acting: { zh: "谁可以替我办事", en: "People who may act for you" },
  actingText: {
    zh: "您授权代办的人，在“替人办事”里查看和撤销。",
    en: "Those whom you let act in your name stand on a page of their own.",
  },
  toActing: { zh: "替人办事和授权", en: "Acting for others" },
} satisfies Record<string, Text>;

export function PrivacyPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(PRIVACY, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p>{say(TEXTS.lead)}</p>
      <Answered asked={asked}>
        {({ me, scopes, enumTexts }, errors) => {
          const { again } = asked;
          const trouble = troubleAt(errors, ["me", "consents"]);
          const noRecord = troubleAt(errors, ["me", "accesses"]);
          const words = { scopes: scopes ?? [], roles: enumTexts ?? [] };
          return (
            <>
              {trouble ? (
                <TroubleNotice trouble={trouble} again={again} />
              ) : (
                <Consents of={me?.consents ?? []} scopes={words.scopes} />
              )}
              <section className="part">
                <h2>{say(TEXTS.latest)}</h2>
                {noRecord ? (
                  <TroubleNotice trouble={noRecord} again={again} />
                ) : (
                  <Readings of={me?.accesses?.edges ?? []} words={words} />
                )}
                <Link className="link-target" to="/privacy/readings">
                  {say(TEXTS.all)}
                </Link>
              </section>
            </>
          );
        }}
      </Answered>
      <section className="part">
        <h2>{say(TEXTS.acting)}</h2>
        <p>{say(TEXTS.actingText)}</p>
        <Link className="link-target" to="/acting">
          {say(TEXTS.toActing)}
        </Link>
      </section>
    </Page>
  );
}
