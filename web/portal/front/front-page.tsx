import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { BillsPart } from "./bills-part.tsx";
import { CardsPart } from "./cards-part.tsx";
import { CasesPart } from "./cases-part.tsx";
import { FundPart } from "./fund-part.tsx";
import { LicencesPart } from "./licences-part.tsx";
import { MessagesPart } from "./messages-part.tsx";
import { ToDoPart } from "./to-do-part.tsx";
import { VisitsPart } from "./visits-part.tsx";
import { Welcome } from "./welcome.tsx";

/** One request draws the whole page; each part says what it reads. */
const FRONT_PAGE = graphql(`
  query PortalFrontPage {
    me {
      id
      name
      ...ToDoPart
      ...BillsPart
      ...CasesPart
      ...CardsPart
      ...FundPart
      ...VisitsPart
      ...LicencesPart
      ...MessagesPart
    }
  }
`);

const HOME: Text = { zh: "首页", en: "Home" };
const greeting = (name: string): Text => ({ zh: `${name}，您好`, en: `Hello, ${name}` });

export function FrontPage(): ReactNode {
  const { status } = useSession();
  return status === "signed-out" ? <Welcome /> : <OwnPage />;
}

function OwnPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(FRONT_PAGE, {});
  const name = asked.answer?.ok ? asked.answer.data.me?.name : undefined;
  return (
    <Page title={say(name ? greeting(name) : HOME)}>
      <Answered asked={asked}>
        {({ me: citizen }, errors) => {
          if (!citizen) return null;
          const { again } = asked;
          const part = { citizen, again, troubleOf: (field: string) => troubleAt(errors, ["me", field]) };
          return (
            <div className="parts">
              <ToDoPart {...part} />
              <BillsPart {...part} />
              <CasesPart {...part} />
              <CardsPart {...part} />
              <FundPart {...part} />
              <VisitsPart {...part} />
              <LicencesPart {...part} />
              <MessagesPart {...part} />
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}
