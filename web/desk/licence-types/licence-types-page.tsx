import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeskLicenceTypesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { DraftState } from "../drafts/draft-state.tsx";
import { versionText } from "../drafts/version-texts.ts";
import { NextPage } from "../supervision/next-page.tsx";
import { LICENCE_TYPES } from "./licence-type-operations.ts";
import { HOLDER_KINDS } from "./licence-type-words.ts";

type Types = NonNullable<DeskLicenceTypesQuery["editedLicenceTypes"]>;
type Edited = Types["edges"][number]["node"];

const TEXTS = {
  title: { zh: "证照类型", en: "Licence types" },
  new: { zh: "新建证照类型", en: "Draft a new licence type" },
  none: {
    zh: "您的辖区和部门还没有证照类型。",
    en: "There are no licence types of your departments and regions yet.",
  },
  list: { zh: "您可以编辑的证照类型", en: "Licence types that you edit" },
  name: { zh: "证照类型", en: "Licence type" },
  code: { zh: "编码", en: "Code" },
  holder: { zh: "持证主体", en: "Its holder is" },
  department: { zh: "部门", en: "Department" },
  draft: { zh: "草稿", en: "Draft" },
  version: { zh: "现行版本", en: "In force" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/licence-types");

export function LicenceTypesPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(LICENCE_TYPES, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p>
        <Link className="button" to="/desk/new-licence-type">
          {say(TEXTS.new)}
        </Link>
      </p>
      <Answered asked={asked}>
        {({ editedLicenceTypes: types }, errors) => {
          const trouble = troubleAt(errors, ["editedLicenceTypes"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return types && <List of={types} after={after} />;
        }}
      </Answered>
    </Page>
  );
}

type ListProps = { readonly of: Types; readonly after: string | undefined };

function List({ of: { edges, pageInfo }, after }: ListProps): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      {edges.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table<Edited>
          caption={say(TEXTS.list)}
          keyOf={({ code }) => code}
          rows={edges.map(({ node }) => node)}
          columns={[
            {
              head: say(TEXTS.name),
              cell: ({ code, draft }) => (
                <Link to="/desk/licence-types/$code" params={{ code }}>
                  {say(draft.name) || code}
                </Link>
              ),
              kind: "wide",
            },
            { head: say(TEXTS.code), cell: ({ code }) => <code>{code}</code> },
            { head: say(TEXTS.holder), cell: ({ draft }) => say(HOLDER_KINDS[draft.holderKind]) },
            { head: say(TEXTS.department), cell: ({ draft }) => say(draft.department.name), kind: "wide" },
            {
              head: say(TEXTS.draft),
              cell: ({ isChanged, availableActions }) => (
                <DraftState {...{ isChanged, isOffered: availableActions.includes("publishLicenceType") }} />
              ),
            },
            { head: say(TEXTS.version), cell: ({ published }) => say(versionText(published, language)) },
          ]}
        />
      )}
      <NextPage
        page={pageInfo}
        after={after}
        to={(cursor) => ({ to: "/desk/licence-types", search: cursor ? { after: cursor } : {} })}
      />
    </section>
  );
}
