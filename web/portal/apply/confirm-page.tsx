import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { day } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { regionsAround } from "../../shared/format/regions.ts";
import { accountText } from "../../shared/forms/account-text.ts";
import { OFFERED_ACCOUNT } from "../../shared/forms/form-view.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalConfirmationQuery, Submitter } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { StandingAnswers } from "./standing-answers.tsx";
import { useConfirmation } from "./use-confirmation.ts";

const CONFIRMATION = graphql(`
  query PortalConfirmation($id: ID!, $under: RegionCode!) {
    node(id: $id) {
      __typename
      ... on Application {
        id
        availableActions
        subject {
          name
        }
        confirmation {
          by
          until
          amount
          payoutAccounts {
            ...OfferedAccountParts
          }
        }
        item {
          name {
            zh
            en
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

type Node = NonNullable<PortalConfirmationQuery["node"]>;
type Application = Extract<Node, { __typename: "Application" }>;

const TEXTS = {
  title: { zh: "确认他人代办的申请", en: "Confirm what was handed in for you" },
  unknown: { zh: "没有这个办件，或者它不属于您。", en: "There is no such case, or it is not yours." },
  nothing: {
    zh: "这个办件现在不需要您确认。",
    en: "There is nothing for you to confirm here now.",
  },
  look: { zh: "查看办件", en: "Look at the case" },
  item: { zh: "事项", en: "Service" },
  forWhom: { zh: "申请人", en: "For" },
  by: { zh: "由谁提交", en: "Handed in by" },
  until: { zh: "最晚确认", en: "Confirm by" },
  amount: { zh: "批准后支付", en: "Paid if it is granted" },
  account: { zh: "收款账户", en: "Paid to" },
  check: {
    zh: "请核对下面的内容。确认后才开始办理；内容不对或者您不知情的，请撤回，不要确认。",
    en: "Check what is below. Nothing happens until you confirm it. If something is wrong, or you know nothing of it, take it back.",
  },
  confirm: { zh: "内容属实，确认提交", en: "This is right: confirm it" },
  confirming: { zh: "正在确认…", en: "Confirming…" },
  withdraw: { zh: "不对，撤回这份申请", en: "It is not right: take it back" },
} satisfies Record<string, Text>;

const SUBMITTERS: Readonly<Record<Submitter, Text>> = {
  CLERK: { zh: "政务服务大厅窗口人员", en: "a clerk at a service hall" },
  PARTNER: { zh: "合作单位", en: "a partner enterprise" },
  AGENT: { zh: "您授权的代办人", en: "somebody whom you let act for you" },
};

const route = getRouteApi("/cases/$id/confirm");

/** The subject's own word for what somebody else has handed in: what it is about, before anything is done. */
export function ConfirmPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { region } = useConfig();
  const asked = useOwnAnswer(CONFIRMATION, { id, under: regionsAround(region)[2] });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node, regions }) =>
          node?.__typename === "Application" && node.availableActions.includes("CONFIRM") ? (
            <ToConfirm of={node} regions={regions} />
          ) : (
            <p className="part">{say(node?.__typename === "Application" ? TEXTS.nothing : TEXTS.unknown)}</p>
          )
        }
      </Answered>
      <p>
        <Link className="link-target" to="/cases/$id" params={{ id }}>
          {say(TEXTS.look)}
        </Link>
      </p>
    </Page>
  );
}

type ToConfirmProps = {
  readonly of: Application;
  readonly regions: PortalConfirmationQuery["regions"];
};

function ToConfirm({ of, regions }: ToConfirmProps): ReactNode {
  const { say, language } = useTexts();
  const { id, item, subject, confirmation, availableActions } = of;
  const { confirm, isSending, outcome } = useConfirmation(id);
  const accounts = (confirmation?.payoutAccounts ?? []).map((one) => readFragment(OFFERED_ACCOUNT, one));
  return (
    <>
      <FailureNotice failure={outcome} again={confirm} isSending={isSending} />
      <section className="part">
        <Facts
          of={[
            [say(TEXTS.item), say(item.name)],
            [say(TEXTS.forWhom), subject.name],
            [say(TEXTS.by), confirmation && say(SUBMITTERS[confirmation.by])],
            [
              say(TEXTS.amount),
              confirmation?.amount && <span className="big">{yuan(confirmation.amount)}</span>,
            ],
            [say(TEXTS.account), accounts.map(accountText).join(" · ")],
            [say(TEXTS.until), confirmation && day(confirmation.until, language)],
          ]}
        />
        <p>{say(TEXTS.check)}</p>
      </section>
      <StandingAnswers of={of} regions={regions} />
      <div className="button-row">
        <button className="button" type="button" onClick={confirm} aria-disabled={isSending}>
          {say(isSending ? TEXTS.confirming : TEXTS.confirm)}
        </button>
        {availableActions.includes("WITHDRAW") && (
          <Link className="button button-plain" to="/cases/$id/$act" params={{ id, act: "withdraw" }}>
            {say(TEXTS.withdraw)}
          </Link>
        )}
      </div>
    </>
  );
}
