import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addDays, moment, period } from "../../shared/format/dates.ts";
import { isNothing, yuan } from "../../shared/format/money.ts";
import type { DeskChannelSettlementsQuery, SettlingChannel } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { CHANNEL_SETTLEMENTS } from "./channel-settlement-operations.ts";
import { CHANNEL_NAMES } from "./difference-words.ts";
import { RecordChannelSettlement } from "./record-channel-settlement.tsx";

type Settlements = NonNullable<DeskChannelSettlementsQuery["channelSettlements"]>;
type Settlement = Settlements["edges"][number]["node"];

const TEXTS = {
  title: { zh: "渠道结算到账", en: "What channels have paid" },
  about: {
    zh: "支付渠道把收款结算到平台银行账户的各笔款项，最近的排在前面。差额为渠道合计减去账目；临近午夜的款项可能记在相邻两天，次日会补平。",
    en: "The transfers by which payment channels have settled their days, the latest first. The difference is the channel's total less the books; near midnight a payment may count for another day, which the next day makes up for.",
  },
  channels: { zh: "支付渠道", en: "Payment channel" },
  caption: { zh: "已登记的到账", en: "Booked so far" },
  none: { zh: "还没有登记过这个渠道的到账。", en: "Nothing of this channel is booked yet." },
  days: { zh: "结算日期", en: "Days" },
  gross: { zh: "文件合计", en: "Files' total" },
  fee: { zh: "手续费", en: "Fee" },
  amount: { zh: "到账", en: "Arrived" },
  booked: { zh: "账目", en: "By the books" },
  difference: { zh: "差额", en: "Difference" },
  reference: { zh: "银行流水号", en: "Bank's number" },
  at: { zh: "登记时间", en: "Booked" },
  uncounted: { zh: "未统计", en: "Not counted" },
  later: { zh: "更早的到账", en: "Earlier ones" },
  first: { zh: "回到最近", en: "Back to the latest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/channels");
const CHANNELS: readonly SettlingChannel[] = ["HOSTED", "SANDBOX"];

export function ChannelSettlementsPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  const channel = search.channel === "SANDBOX" ? "SANDBOX" : "HOSTED";
  const { after } = search;
  const { told, tell } = useTold();
  const asked = useOwnAnswer(CHANNEL_SETTLEMENTS, { channel, ...(after ? { after } : {}) });
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <nav className="ways" aria-label={say(TEXTS.channels)}>
        {CHANNELS.map((each) => (
          <Link
            key={each}
            to="/desk/treasury/channels"
            search={{ channel: each }}
            activeProps={{}}
            inactiveProps={{}}
            aria-current={each === channel ? "page" : undefined}
          >
            {say(CHANNEL_NAMES[each])}
          </Link>
        ))}
      </nav>
      {told}
      <Answered asked={asked}>
        {({ channelSettlements }, errors) => {
          const trouble = troubleAt(errors, ["channelSettlements"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            channelSettlements && (
              <List of={channelSettlements} channel={channel} isLater={after !== undefined} />
            )
          );
        }}
      </Answered>
      <RecordChannelSettlement key={channel} channel={channel} tell={tell} />
      <BackToTreasury />
    </Page>
  );
}

type ListProps = {
  readonly of: Settlements;
  readonly channel: SettlingChannel;
  readonly isLater: boolean;
};

function List({ of: { edges, pageInfo }, channel, isLater }: ListProps): ReactNode {
  const { say, language } = useTexts();
  if (edges.length === 0 && !isLater) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <Table<Settlement>
        caption={say(TEXTS.caption)}
        keyOf={({ id }) => id}
        rows={edges.map(({ node }) => node)}
        columns={[
          { head: say(TEXTS.days), cell: ({ from, through }) => period(from, addDays(through, 1), language) },
          { head: say(TEXTS.gross), cell: ({ gross }) => yuan(gross), kind: "number" },
          { head: say(TEXTS.fee), cell: ({ fee }) => yuan(fee), kind: "number" },
          { head: say(TEXTS.amount), cell: ({ amount }) => yuan(amount), kind: "number" },
          {
            head: say(TEXTS.booked),
            cell: ({ booked }) => (booked === null ? say(TEXTS.uncounted) : yuan(booked)),
            kind: "number",
          },
          {
            head: say(TEXTS.difference),
            cell: ({ difference }) => difference !== null && <Difference of={difference} />,
            kind: "number",
          },
          { head: say(TEXTS.reference), cell: ({ bankReference }) => <code>{bankReference}</code> },
          { head: say(TEXTS.at), cell: ({ recordedAt }) => moment(recordedAt, language) },
        ]}
      />
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/desk/treasury/channels" search={{ channel }}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link
            className="link-target"
            to="/desk/treasury/channels"
            search={{ channel, after: pageInfo.endCursor }}
          >
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </section>
  );
}

function Difference({ of }: { readonly of: string }): ReactNode {
  return <Tag tone={isNothing(of) ? "good" : "bad"}>{yuan(of)}</Tag>;
}
