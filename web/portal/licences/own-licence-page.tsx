import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalOwnLicenceQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { LicenceCopies } from "./licence-copies.tsx";
import { LicenceFields } from "./licence-fields.tsx";
import { LicenceRenewal } from "./licence-renewal.tsx";
import { LicenceSeen } from "./licence-seen.tsx";
import { LicenceSheet } from "./licence-sheet.tsx";
import { LicenceShowing } from "./licence-showing.tsx";
import { LicenceStanding } from "./licence-standing.tsx";
import { LicenceVersions } from "./licence-versions.tsx";

const LICENCE = graphql(`
  query PortalOwnLicence($id: ID!, $after: String) {
    node(id: $id) {
      ... on ElectronicLicence {
        id
        number
        type {
          name {
            zh
            en
          }
        }
        ...LicenceStanding
        ...LicenceRenewal
        ...LicenceFields
        ...LicenceVersions
        ...LicenceCopies
        ...LicenceShowing
        ...LicenceSeen
      }
    }
  }
`);

type Node = NonNullable<PortalOwnLicenceQuery["node"]>;
type Licence = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "证照", en: "Licence" },
  unknown: { zh: "没有这个证照，或者它不属于您。", en: "There is no such licence, or it is not yours." },
  back: { zh: "回到证照", en: "Back to the licences" },
} satisfies Record<string, Text>;

const route = getRouteApi("/licences/own/$id");

/** A licence as its holder sees it. */
export function OwnLicencePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(LICENCE, after ? { id, after } : { id });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  return (
    <Page title={say(isLicence(node) ? node.type.name : TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node: found }) =>
          isLicence(found) ? (
            <>
              <LicenceShowing of={found} />
              <LicenceStanding of={found} />
              <LicenceRenewal of={found} />
              <LicenceFields of={found} />
              <LicenceSheet id={found.id} name={found.type.name} number={found.number} />
              <LicenceCopies of={found} />
              <LicenceVersions of={found} />
              <LicenceSeen of={found} isLater={after !== undefined} />
            </>
          ) : (
            <p className="part">{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
      <p>
        <Link className="link-target" to="/licences">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

const isLicence = (node: object | null | undefined): node is Licence => !!node && "number" in node;
