import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeskManagedHallsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NextPage } from "../supervision/next-page.tsx";
import { useOfficer } from "../use-officer.ts";
import { MANAGED_HALLS } from "./halls-operations.ts";

type Hall = NonNullable<DeskManagedHallsQuery["halls"]>["edges"][number]["node"];

const TEXTS = {
  title: { zh: "大厅", en: "Halls" },
  about: { zh: "辖区内的大厅和它们的读卡器。", en: "The halls of your region, with their card readers." },
  nowhere: {
    zh: "您的账号没有辖区，因此没有大厅。请联系授权的管理员。",
    en: "Your account has no region, so there is no hall. Turn to whoever appointed you.",
  },
  none: { zh: "辖区内没有大厅。", en: "There is no hall in your region." },
  name: { zh: "名称", en: "Name" },
  code: { zh: "代码", en: "Code" },
  address: { zh: "地址", en: "Address" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/halls");

/** The halls of a manager's region. */
export function HallsPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Answered asked={useOfficer()}>
        {({ viewer: { regions } }) => {
          const [first] = regions ?? [];
          return first ? <Halls region={first.code} after={after} /> : <p>{say(TEXTS.nowhere)}</p>;
        }}
      </Answered>
    </Page>
  );
}

type HallsProps = { readonly region: string; readonly after: string | undefined };

function Halls({ region, after }: HallsProps): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(MANAGED_HALLS, { region, ...(after ? { after } : {}) });
  return (
    <Answered asked={asked}>
      {({ halls }, errors) => {
        const trouble = troubleAt(errors, ["halls"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        if (!halls || halls.edges.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
        return (
          <section className="part">
            <Table<Hall>
              caption={say(TEXTS.title)}
              keyOf={({ code }) => code}
              rows={halls.edges.map(({ node }) => node)}
              columns={[
                {
                  head: say(TEXTS.name),
                  cell: ({ code, name }) => (
                    <Link to="/desk/halls/$hall" params={{ hall: code }}>
                      {say(name)}
                    </Link>
                  ),
                },
                { head: say(TEXTS.code), cell: ({ code }) => code },
                { head: say(TEXTS.address), cell: ({ address }) => say(address), kind: "wide" },
              ]}
            />
            <NextPage
              page={halls.pageInfo}
              after={after}
              to={(cursor) => ({ to: "/desk/halls", search: cursor ? { after: cursor } : {} })}
            />
          </section>
        );
      }}
    </Answered>
  );
}
