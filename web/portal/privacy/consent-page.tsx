import { Link, useLocation } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { AskedConsent } from "./asked-consent.tsx";

const REQUEST = graphql(`
  query PortalConsentRequest($token: String!) {
    consentRequest(token: $token) {
      ...AskedConsent
    }
    scopes {
      ...ScopeWords
    }
  }
`);

const TEXTS = {
  title: { zh: "企业请您同意", en: "An enterprise asks for your consent" },
  unknown: { zh: "没有找到这个请求", en: "There is no such request" },
  unknownText: {
    zh: "链接可能不完整，或者已由他人答复。请向给您链接的企业再要一个。",
    en: "The link may not be whole, or somebody else has answered it. Ask the enterprise that gave it to you for another.",
  },
  toPrivacy: { zh: "查看我给出的全部同意", en: "All that you have agreed to" },
} satisfies Record<string, Text>;

/** The page behind a partner's link. Its token stands behind the "#", so that no server ever logs it. */
export function ConsentPage(): ReactNode {
  const { say } = useTexts();
  // Once somebody leaves, this page is still drawn for a moment, at the address of the next.
  const hash = useLocation({ select: (place) => (place.pathname === "/consent" ? place.hash : undefined) });
  const [token, setToken] = useState(hash ?? "");
  if (hash !== undefined && hash !== token) setToken(hash);
  const asked = useOwnAnswer(REQUEST, { token });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ consentRequest, scopes }, errors) => {
          const trouble = troubleAt(errors, ["consentRequest"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (consentRequest)
            return <AskedConsent key={token} of={consentRequest} token={token} scopes={scopes ?? []} />;
          return (
            <div className="part">
              <h2>{say(TEXTS.unknown)}</h2>
              <p>{say(TEXTS.unknownText)}</p>
            </div>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/privacy">
          {say(TEXTS.toPrivacy)}
        </Link>
      </p>
    </Page>
  );
}
