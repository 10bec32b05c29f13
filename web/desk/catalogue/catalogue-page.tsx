import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeskItemsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { DraftState } from "../drafts/draft-state.tsx";
import { versionText } from "../drafts/version-texts.ts";
import { useRegionName } from "../use-region-name.ts";
import { ITEMS } from "./item-operations.ts";
import { STAGES } from "./item-words.ts";

type Items = NonNullable<DeskItemsQuery["editedItems"]>;
type Item = Items["edges"][number]["node"];

const TEXTS = {
  title: { zh: "事项目录", en: "Catalogue" },
  new: { zh: "新建事项", en: "Draft a new item" },
  none: { zh: "您的辖区和部门还没有事项。", en: "There are no items of your departments and regions yet." },
  list: { zh: "您可以编辑的事项", en: "Items that you edit" },
  name: { zh: "事项", en: "Item" },
  code: { zh: "编码", en: "Code" },
  department: { zh: "部门", en: "Department" },
  draft: { zh: "草稿", en: "Draft" },
  version: { zh: "现行版本", en: "In force" },
  rollOut: { zh: "开通", en: "Where it is on" },
  nowhere: { zh: "未开通", en: "nowhere yet" },
  later: { zh: "后面的事项", en: "Further items" },
  first: { zh: "回到开头", en: "Back to the first" },
  between: { zh: "；", en: "; " },
} satisfies Record<string, Text>;
const route = getRouteApi("/desk/catalogue");

export function CataloguePage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(ITEMS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p>
        <Link className="button" to="/desk/catalogue/new">
          {say(TEXTS.new)}
        </Link>
      </p>
      <Answered asked={asked}>
        {({ editedItems }, errors) => {
          const trouble = troubleAt(errors, ["editedItems"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return editedItems && <List of={editedItems} isLater={after !== undefined} />;
        }}
      </Answered>
    </Page>
  );
}

function List({
  of: { edges, pageInfo },
  isLater,
}: {
  readonly of: Items;
  readonly isLater: boolean;
}): ReactNode {
  const { say, language } = useTexts();
  const nameOf = useRegionName();
  const items = edges.map(({ node }) => node);
  return (
    <section className="part">
      {items.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table<Item>
          caption={say(TEXTS.list)}
          keyOf={({ code }) => code}
          rows={items}
          columns={[
            {
              head: say(TEXTS.name),
              cell: ({ code, draft }) => (
                <Link to="/desk/catalogue/$code" params={{ code }}>
                  {say(draft.name)}
                </Link>
              ),
              kind: "wide",
            },
            { head: say(TEXTS.code), cell: ({ code }) => <code>{code}</code> },
            { head: say(TEXTS.department), cell: ({ draft }) => say(draft.department.name), kind: "wide" },
            {
              head: say(TEXTS.draft),
              cell: (item) => (
                <DraftState
                  isChanged={item.isChanged}
                  isOffered={item.availableActions.includes("publishServiceItem")}
                />
              ),
            },
            {
              head: say(TEXTS.version),
              cell: ({ published }) => say(versionText(published, language)),
            },
            {
              head: say(TEXTS.rollOut),
              cell: ({ published }) => rolledOut(published, { say, nameOf }),
              kind: "wide",
            },
          ]}
        />
      )}
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/catalogue" search={{}}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link className="link-target" to="/desk/catalogue" search={{ after: pageInfo.endCursor }}>
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </section>
  );
}

type Naming = { readonly say: (text: Text) => string; readonly nameOf: (region: string) => string };

/** "北京市 正式": each region where it is on, and how far. */
function rolledOut(published: Item["published"], { say, nameOf }: Naming): string {
  const on = (published?.rollOut ?? []).filter(({ stage }) => stage !== "OFF");
  if (on.length === 0) return say(TEXTS.nowhere);
  return on.map(({ region, stage }) => `${nameOf(region)} ${say(STAGES[stage])}`).join(say(TEXTS.between));
}
