import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskDifferencePartsFragment } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { DIFFERENCE, DIFFERENCE_PARTS } from "./difference-operations.ts";
import {
  CHANNEL_NAMES,
  DIFFERENCE_KINDS,
  DIFFERENCE_STATUSES,
  KNOWN,
  MOVEMENTS,
  OUTCOMES,
  SOURCES,
} from "./difference-words.ts";
import { ProposeResolution } from "./propose-resolution.tsx";
import { SecondEyes } from "./second-eyes.tsx";

const TEXTS = {
  title: { zh: "一笔待查款项", en: "A channel's difference" },
  unknown: { zh: "没有这笔款项。", en: "There is no such difference." },
  amount: { zh: "渠道多出", en: "More at the channel" },
  foreign: { zh: "外币金额（不入账）", en: "In another currency, which is not in the books" },
  channel: { zh: "渠道", en: "Channel" },
  movement: { zh: "款项类别", en: "What moved" },
  payment: { zh: "支付编号", en: "Payment" },
  refundId: { zh: "退款编号", en: "Refund" },
  number: { zh: "渠道流水号", en: "The channel's number" },
  moved: { zh: "款项时间", en: "When it moved" },
  found: { zh: "发现时间", en: "Found" },
  source: { zh: "发现途径", en: "Told by" },
  known: { zh: "账目记载", en: "In the books" },
  unknownHere: { zh: "没有记载", en: "not known" },
  declined: { zh: "渠道拒绝退款", en: "The channel declined to give it back" },
  resolved: { zh: "处理时间", en: "Resolved" },
  byChannel: { zh: "渠道已自行更正", en: "The channel took it back itself" },
  becamePayment: { zh: "转为支付", en: "It became the payment" },
  becameRefund: { zh: "退款编号", en: "Given back by the refund" },
  proposal: { zh: "处理办法", en: "What was proposed" },
  outcome: { zh: "办法", en: "Outcome" },
  to: { zh: "转入", en: "To" },
  reason: { zh: "理由", en: "Reason" },
  proposedAt: { zh: "提出时间", en: "Proposed" },
  waits: {
    zh: "您提出的办法须由另一名资金人员复核。",
    en: "You have proposed this; another treasurer has to confirm it.",
  },
  back: { zh: "回到待查款项", en: "Back to the differences" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/treasury/differences/$id");

export function DifferencePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(DIFFERENCE, { id });
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={asked}>
        {({ channelDifference }, errors) => {
          const trouble = troubleAt(errors, ["channelDifference"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!channelDifference) return <p className="part">{say(TEXTS.unknown)}</p>;
          return <OneDifference of={readFragment(DIFFERENCE_PARTS, channelDifference)} />;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/treasury/differences" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function OneDifference({ of }: { readonly of: DeskDifferencePartsFragment }): ReactNode {
  const { say } = useTexts();
  const { told, tell } = useTold();
  const { status, kind, availableActions, proposal } = of;
  return (
    <>
      {told}
      <section className="part">
        <div className="part-head">
          <h2>{say(DIFFERENCE_KINDS[kind])}</h2>
          <Tag tone={DIFFERENCE_STATUSES[status].tone}>{say(DIFFERENCE_STATUSES[status].text)}</Tag>
        </div>
        <Line of={of} />
      </section>
      {proposal && <Proposal of={proposal} />}
      {status === "PROPOSED" && proposal?.isOwn && <Notice title={say(TEXTS.waits)} />}
      {availableActions.includes("resolveDifference") && <ProposeResolution of={of} tell={tell} />}
      <SecondEyes of={of} tell={tell} />
    </>
  );
}

function Line({ of }: { readonly of: DeskDifferencePartsFragment }): ReactNode {
  const { say, language } = useTexts();
  const amount = of.knownAmount ? yuan(of.knownAmount) : "";
  const known = of.known ? `${say(KNOWN[of.known])} ${amount}` : say(TEXTS.unknownHere);
  const isTakenBack = of.status === "RESOLVED" && !of.confirmedBy;
  return (
    <Facts
      of={[
        [say(TEXTS.amount), yuan(of.amount)],
        [say(TEXTS.foreign), of.foreign],
        [say(TEXTS.channel), say(CHANNEL_NAMES[of.channel])],
        [say(TEXTS.movement), say(MOVEMENTS[of.movement])],
        [say(TEXTS.payment), <code key="payment">{of.paymentId}</code>],
        [say(TEXTS.refundId), of.refundId && <code key="refund">{of.refundId}</code>],
        [say(TEXTS.number), of.channelNumber && <code key="number">{of.channelNumber}</code>],
        [say(TEXTS.moved), moment(of.movedAt, language)],
        [say(TEXTS.found), moment(of.foundAt, language)],
        [say(TEXTS.source), say(SOURCES[of.source])],
        [say(TEXTS.known), known],
        [say(TEXTS.declined), of.declinedText && say(of.declinedText)],
        [say(TEXTS.becamePayment), of.payment],
        [say(TEXTS.becameRefund), of.refund],
        [say(TEXTS.resolved), of.resolvedAt && moment(of.resolvedAt, language)],
        [say(TEXTS.outcome), isTakenBack ? say(TEXTS.byChannel) : undefined],
      ]}
    />
  );
}

type ProposalProps = { readonly of: NonNullable<DeskDifferencePartsFragment["proposal"]> };

function Proposal({ of: { outcome, to, reason, at } }: ProposalProps): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.proposal)}</h2>
      <Facts
        of={[
          [say(TEXTS.outcome), say(OUTCOMES[outcome])],
          [say(TEXTS.to), to],
          [say(TEXTS.reason), reason],
          [say(TEXTS.proposedAt), moment(at, language)],
        ]}
      />
    </section>
  );
}
