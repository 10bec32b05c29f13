import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ConsoleKeysQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NoSuchPartner, PartnerFrame, PartnerName } from "../parts/partner-frame.tsx";
import { allScopes, type ScopeWords, wordsOf } from "../scopes/scope-words.ts";
import { IssuedKey } from "./issued-key.tsx";
import { KeyLine } from "./key-line.tsx";
import { NewKey } from "./new-key.tsx";

const KEYS = graphql(`
  query ConsoleKeys($id: ID!) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        scopes
        openModes
        apiKeys {
          id
          status
          ...KeyLine
        }
      }
    }
    scopes {
      ...ConsoleScope
    }
  }
`);

type Partner = Extract<NonNullable<ConsoleKeysQuery["node"]>, { __typename: "Partner" }>;

const TEXTS = {
  title: { zh: "密钥", en: "Keys" },
  active: { zh: "可用的密钥", en: "Keys that work" },
  none: { zh: "没有可用的密钥。", en: "There is no key that works." },
  ended: { zh: "已失效的密钥", en: "Keys that have ended" },
  closed: { zh: "现在不能创建密钥", en: "No key can be made now" },
  closedText: {
    zh: "要等合作获批，或恢复以后。见“概况”。",
    en: "The partnership has first to be approved, or reinstated: see the overview.",
  },
} satisfies Record<string, Text>;

const route = getRouteApi("/console/partners/$partner/keys");

/** The keys of a partnership: to be made, rotated and revoked. A secret is seen here once, and nowhere else. */
export function KeysPage(): ReactNode {
  const { say } = useTexts();
  const { partner: id } = route.useParams();
  const asked = useOwnAnswer(KEYS, { id });
  return (
    <PartnerFrame title={say(TEXTS.title)} partner={id}>
      <Answered asked={asked}>
        {({ node, scopes }, errors) => {
          const trouble = troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (node?.__typename !== "Partner") return <NoSuchPartner />;
          return <Keys of={node} scopes={allScopes(scopes)} />;
        }}
      </Answered>
    </PartnerFrame>
  );
}

function Keys({ of, scopes }: { readonly of: Partner; readonly scopes: readonly ScopeWords[] }): ReactNode {
  const { say } = useTexts();
  const [secret, show] = useState<string>();
  const active = of.apiKeys.filter(({ status }) => status === "ACTIVE");
  const ended = of.apiKeys.filter(({ status }) => status !== "ACTIVE");
  return (
    <>
      <PartnerName name={of.name} />
      {secret !== undefined && <IssuedKey key={secret} secret={secret} done={() => show(undefined)} />}
      <section className="part">
        <h2>{say(TEXTS.active)}</h2>
        {active.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
        <ul className="rows">
          {active.map((key) => (
            <li key={key.id}>
              <KeyLine of={key} scopes={scopes} show={show} />
            </li>
          ))}
        </ul>
      </section>
      {of.openModes.length === 0 ? (
        <Notice title={say(TEXTS.closed)}>
          <p>{say(TEXTS.closedText)}</p>
        </Notice>
      ) : (
        <NewKey partner={of.id} modes={of.openModes} scopes={wordsOf(scopes, of.scopes)} show={show} />
      )}
      {ended.length > 0 && (
        <details className="part">
          <summary>
            {say(TEXTS.ended)} ({ended.length})
          </summary>
          <ul className="rows">
            {ended.map((key) => (
              <li key={key.id}>
                <KeyLine of={key} scopes={scopes} show={show} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
