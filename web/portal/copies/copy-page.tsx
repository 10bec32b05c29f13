import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalLicenceCopyQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { BackToLicence } from "../licences/back-to-licence.tsx";
import { CopyFacts } from "./copy-facts.tsx";
import { CopyLog } from "./copy-log.tsx";
import { RevokeCopy } from "./revoke-copy.tsx";
import { ToCopies } from "./to-copies.tsx";

const COPY = graphql(`
  query PortalLicenceCopy($id: ID!, $after: String) {
    node(id: $id) {
      ... on LicenceCopy {
        id
        purpose
        licence {
          id
        }
        ...CopyFacts
        ...CopyLog
        ...RevokeCopy
      }
    }
  }
`);

type Copy = Extract<NonNullable<PortalLicenceCopyQuery["node"]>, { id: string }>;

const TEXTS = {
  title: { zh: "加注件", en: "A copy for one purpose" },
  unknown: {
    zh: "没有这份加注件，或者其证照不是您的。",
    en: "There is no such copy, or its licence is not yours.",
  },
} satisfies Record<string, Text>;

const route = getRouteApi("/licences/copies/$id");

/** A copy as its holder sees it: how it stands, who has used it, and the end of it. */
export function CopyPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(COPY, after ? { id, after } : { id });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const licence = isCopy(node) ? node.licence?.id : undefined;
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node: found }) =>
          isCopy(found) ? (
            <>
              <CopyFacts of={found} />
              <RevokeCopy of={found} />
              <CopyLog of={found} isLater={after !== undefined} />
            </>
          ) : (
            <p className="part">{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
      {licence && (
        <p className="buttons">
          <ToCopies licence={licence} />
          <BackToLicence id={licence} />
        </p>
      )}
    </Page>
  );
}

const isCopy = (node: object | null | undefined): node is Copy => !!node && "purpose" in node;
