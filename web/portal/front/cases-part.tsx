import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { Text } from "../../shared/texts/text.ts";
import { CaseLines } from "../cases/case-lines.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment CasesPart on Citizen {
    applications(first: 3) {
      edges {
        node {
          ...CaseLine
        }
      }
    }
    enterprises {
      creditCode
      name
      applications(first: 1) {
        edges {
          node {
            ...CaseLine
          }
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "我的办件", en: "My cases" };
const ALL: Text = { zh: "全部办件", en: "All cases" };
const NONE: Text = { zh: "您还没有申请过事项。", en: "You have not applied for anything yet." };

export function CasesPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { applications, enterprises } = readFragment(FRAGMENT, citizen);
  const cases = [
    ...(applications?.edges ?? []).map(({ node }) => ({ node, of: undefined })),
    ...(enterprises ?? []).flatMap(({ name, applications: theirs }) =>
      (theirs?.edges ?? []).map(({ node }) => ({ node, of: name })),
    ),
  ];
  return (
    <Part title={TITLE} trouble={troubleOf("applications")} again={again} all={{ text: ALL, to: "/cases" }}>
      {cases.length > 0 ? <CaseLines of={cases} /> : <Nothing text={NONE} />}
    </Part>
  );
}
