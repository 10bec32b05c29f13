import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { regionsAround } from "../../shared/format/regions.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalFilledQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { FileDownload } from "../../shared/materials/file-download.tsx";
import { MATERIAL_STATES, sizeText } from "../../shared/materials/material-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { StandingAnswers } from "./standing-answers.tsx";

const FILLED = graphql(`
  query PortalFilled($id: ID!, $under: RegionCode!) {
    node(id: $id) {
      __typename
      ... on Application {
        id
        item {
          name {
            zh
            en
          }
          materials {
            code
            name {
              zh
              en
            }
          }
        }
        materials {
          code
          isRequired
          state
          files {
            id
            name
            sizeBytes
            status
          }
        }
        ...StandingAnswers
      }
    }
    regions(under: $under) {
      code
      name
    }
  }
`);

type Node = NonNullable<PortalFilledQuery["node"]>;
type Application = Extract<Node, { __typename: "Application" }>;

const TEXTS = {
  title: { zh: "申请内容和材料", en: "The form and the files" },
  unknown: { zh: "没有这个办件，或者它不属于您。", en: "There is no such case, or it is not yours." },
  materials: { zh: "材料", en: "Files" },
  back: { zh: "回到办件", en: "Back to the case" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/form");

/** An application as it was handed in, for who wants to look it up again. */
export function FilledPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { region } = useConfig();
  const asked = useOwnAnswer(FILLED, { id, under: regionsAround(region)[2] });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node, regions }) =>
          node?.__typename === "Application" ? (
            <>
              <p className="strong">{say(node.item.name)}</p>
              <StandingAnswers of={node} regions={regions} />
              <Materials of={node} />
            </>
          ) : (
            <p className="part">{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
      <p>
        <Link className="link-target" to="/cases/$id" params={{ id }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

/** The files that were taken. */
function Materials({ of }: { readonly of: Application }): ReactNode {
  const { say } = useTexts();
  const materials = of.materials ?? [];
  if (materials.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.materials)}</h2>
      <ul className="rows">
        {materials.map(({ code, isRequired, state, files }) => {
          const name = of.item.materials.find((one) => one.code === code)?.name;
          const ready = files.filter(({ status }) => status === "READY");
          const states = MATERIAL_STATES[state];
          return (
            <li key={code} className="stack-tight">
              <span className="strong">{name && say(name)}</span>
              {ready.length === 0 && <span>{say(isRequired ? states.required : states.optional)}</span>}
              {ready.map((file) => (
                <span key={file.id} className="row">
                  <span>
                    {file.name} <span className="soft small">{sizeText(file.sizeBytes)}</span>
                  </span>
                  <FileDownload application={of.id} file={file.id} name={file.name} />
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
