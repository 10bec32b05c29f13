import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import type { DeskDifferencesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { DIFFERENCES } from "./difference-operations.ts";
import { CHANNEL_NAMES, DIFFERENCE_KINDS, DIFFERENCE_STATUSES } from "./difference-words.ts";

type Differences = NonNullable<DeskDifferencesQuery["channelDifferences"]>;
type Difference = Differences["edges"][number]["node"];

const TEXTS = {
  title: { zh: "待查款项", en: "Differences of payment channels" },
  about: {
    zh: "渠道与账目不符的款项，最早发现的排在前面。一人提出处理办法，另一人复核后才生效。",
    en: "By these a channel and the books differ, the longest known first. One treasurer proposes, another confirms.",
  },
  none: { zh: "没有待查款项。", en: "No channel differs from the books." },
  since: { zh: "发现时间", en: "Found" },
  kind: { zh: "问题", en: "Problem" },
  channel: { zh: "渠道", en: "Channel" },
  payment: { zh: "支付编号", en: "Payment" },
  amount: { zh: "渠道多出", en: "More at the channel" },
  state: { zh: "状态", en: "State" },
  later: { zh: "后面的款项", en: "Further differences" },
  first: { zh: "回到最早", en: "Back to the longest known" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/differences");

export function DifferencesPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(DIFFERENCES, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Answered asked={asked}>
        {({ channelDifferences }, errors) => {
          const trouble = troubleAt(errors, ["channelDifferences"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return channelDifferences && <List of={channelDifferences} isLater={after !== undefined} />;
        }}
      </Answered>
      <BackToTreasury />
    </Page>
  );
}

type ListProps = { readonly of: Differences; readonly isLater: boolean };

function List({ of: { edges, pageInfo }, isLater }: ListProps): ReactNode {
  const { say, language } = useTexts();
  if (edges.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <Table<Difference>
        caption={say(TEXTS.title)}
        keyOf={({ id }) => id}
        rows={edges.map(({ node }) => node)}
        columns={[
          { head: say(TEXTS.since), cell: ({ foundAt }) => moment(foundAt, language) },
          {
            head: say(TEXTS.kind),
            cell: ({ id, kind }) => (
              <Link to="/desk/treasury/differences/$id" params={{ id }}>
                {say(DIFFERENCE_KINDS[kind])}
              </Link>
            ),
            kind: "wide",
          },
          { head: say(TEXTS.channel), cell: ({ channel }) => say(CHANNEL_NAMES[channel]) },
          { head: say(TEXTS.payment), cell: ({ paymentId }) => <code>{paymentId}</code>, kind: "wide" },
          {
            head: say(TEXTS.state),
            cell: ({ status }) => (
              <Tag tone={DIFFERENCE_STATUSES[status].tone}>{say(DIFFERENCE_STATUSES[status].text)}</Tag>
            ),
          },
          { head: say(TEXTS.amount), cell: ({ amount }) => yuan(amount), kind: "number" },
        ]}
      />
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/treasury/differences" search={{}}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link
            className="link-target"
            to="/desk/treasury/differences"
            search={{ after: pageInfo.endCursor }}
          >
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </section>
  );
}
