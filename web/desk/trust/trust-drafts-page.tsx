import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeskTrustDraftsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { DraftState } from "../drafts/draft-state.tsx";
import { NextPage } from "../supervision/next-page.tsx";
import { TRUST_DRAFTS } from "./trust-operations.ts";
import { folderOf, regionText, TRUST_KINDS } from "./trust-words.ts";

type Drafts = NonNullable<DeskTrustDraftsQuery["trustDrafts"]>;
type Drafted = Drafts["edges"][number]["node"];

const TEXTS = {
  title: { zh: "跨地区互认", en: "Recognition of other regions" },
  about: {
    zh: "信任清单写明承认哪些其他地区的颁发机构，及其证照类型对应本地的哪一种。一人起草，另一人同意后成为清单的新版本，立即生效。",
    en: "The trust list says which authorities of other regions are believed, and which of our types theirs stand for. One officer drafts, another agrees, and it is the list's next version, in force at once.",
  },
  inForce: { zh: "查看现行清单和历次版本", en: "The list in force, and its versions" },
  newIssuer: { zh: "新建颁发机构", en: "Draft an issuer" },
  newMapping: { zh: "新建类型对应", en: "Draft a mapping" },
  none: {
    zh: "您的辖区和部门还没有起草过互认。",
    en: "Nothing has been drafted for your departments and regions yet.",
  },
  list: { zh: "您可以编辑的", en: "The parts that you edit" },
  name: { zh: "名称", en: "Name" },
  kind: { zh: "种类", en: "Kind" },
  region: { zh: "所属地区", en: "Region" },
  draft: { zh: "草稿", en: "Draft" },
  listed: { zh: "清单", en: "The list" },
  isListed: { zh: "已列入", en: "has it" },
  isUnlisted: { zh: "未列入", en: "has it not yet" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/trust");

/** The parts of the trust list that the officer edits, and the ways to draft another. */
export function TrustDraftsPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(TRUST_DRAFTS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <p className="button-row">
        {(["ISSUER", "MAPPING"] as const).map((kind) => (
          <Link key={kind} className="button" to="/desk/new-trust/$kind" params={{ kind: folderOf(kind) }}>
            {say(kind === "ISSUER" ? TEXTS.newIssuer : TEXTS.newMapping)}
          </Link>
        ))}
      </p>
      <p>
        <Link className="link-target" to="/desk/trust/list" search={{}}>
          {say(TEXTS.inForce)}
        </Link>
      </p>
      <Answered asked={asked}>
        {({ trustDrafts: drafts, regions }, errors) => {
          const trouble = troubleAt(errors, ["trustDrafts"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return drafts && <List of={drafts} after={after} regionName={regionText(regions)} />;
        }}
      </Answered>
    </Page>
  );
}

type ListProps = {
  readonly of: Drafts;
  readonly after: string | undefined;
  readonly regionName: (code: string) => string;
};

function List({ of: { edges, pageInfo }, after, regionName }: ListProps): ReactNode {
  const { say } = useTexts();
  const nameOf = ({ code, draft }: Drafted): string =>
    draft.__typename === "TrustedIssuer" ? say(draft.name) || code : code;
  return (
    <section className="part">
      {edges.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table<Drafted>
          caption={say(TEXTS.list)}
          keyOf={({ kind, code }) => `${kind} ${code}`}
          rows={edges.map(({ node }) => node)}
          columns={[
            {
              head: say(TEXTS.name),
              cell: (one) => (
                <Link
                  to="/desk/trust/$kind"
                  params={{ kind: folderOf(one.kind) }}
                  search={{ code: one.code }}
                >
                  {nameOf(one)}
                </Link>
              ),
              kind: "wide",
            },
            { head: say(TEXTS.kind), cell: ({ kind }) => say(TRUST_KINDS[kind]) },
            { head: say(TEXTS.region), cell: ({ draft }) => regionName(draft.region) },
            {
              head: say(TEXTS.draft),
              cell: ({ isChanged, availableActions }) => (
                <DraftState {...{ isChanged, isOffered: availableActions.includes("agreeToTrust") }} />
              ),
            },
            {
              head: say(TEXTS.listed),
              cell: ({ inForce }) => say(inForce ? TEXTS.isListed : TEXTS.isUnlisted),
            },
          ]}
        />
      )}
      <NextPage
        page={pageInfo}
        after={after}
        to={(cursor) => ({ to: "/desk/trust", search: cursor ? { after: cursor } : {} })}
      />
    </section>
  );
}
