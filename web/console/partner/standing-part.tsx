import { Link } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PartnerLapseReason, PartnerStatus } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { PARTNER_DECISIONS, PARTNER_STATUSES } from "../../shared/texts/partner-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment PartnerStanding on Partner {
    status
    lapseReason
    review {
      decision
      reason
      at
    }
    remedies {
      text
    }
  }
`);
const RENEW = graphql(`
  mutation ConsoleRenewPartnership($id: ID!) {
    renewPartnership(id: $id) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

/** The meaning of a status, and the next step. */
const NEXT: Readonly<Record<PartnerStatus, Text>> = {
  PENDING: {
    zh: "等待平台审批。获批后即可创建测试密钥。",
    en: "A manager has still to decide. Once it is approved, you can make test keys.",
  },
  APPROVED: {
    zh: "测试环境已开通：可以创建测试密钥，在沙箱里调用。正式环境须由另一位管理人员开通。",
    en: "Test access is open: make a test key and call the sandbox. Another manager opens live access.",
  },
  LIVE: {
    zh: "测试和正式环境都已开通。",
    en: "Test and live access are open.",
  },
  LAPSED: {
    zh: "正式密钥已暂停，须由现任法定代表人或获授权的代理人续办。测试密钥照常可用。",
    en: "Live keys are suspended until the legal representative of today, or an agent with an authority, renews it. Test keys work on.",
  },
  RENEWING: {
    zh: "续办已提交，等待审核；正式密钥仍然暂停。",
    en: "The renewal waits for a manager; live keys stay suspended meanwhile.",
  },
  SUSPENDED: {
    zh: "全部密钥暂停使用。请按审批意见处理后，联系平台恢复。",
    en: "No key works meanwhile. See to what the manager has written, then ask the platform to reinstate it.",
  },
  REJECTED: {
    zh: "这份申请没有获批，不再改变。改正后可以再次申请。",
    en: "This application was refused, and stays so. You can apply again once that is put right.",
  },
};

const LAPSES: Readonly<Record<PartnerLapseReason, Text>> = {
  REPRESENTATIVE_CHANGED: {
    zh: "法定代表人已变更。",
    en: "The register states another legal representative.",
  },
  NOT_IN_BUSINESS: {
    zh: "登记机关不再载明企业在营。",
    en: "The register no longer states that the enterprise is in business.",
  },
  AUTHORITY_ENDED: { zh: "代理人的授权已终止。", en: "The agent's authority has ended." },
};

const TEXTS = {
  title: { zh: "状态", en: "How it stands" },
  keys: { zh: "管理密钥", en: "Keys" },
  apply: { zh: "再次申请", en: "Apply again" },
  renew: { zh: "续办", en: "Renew it" },
  renewing: { zh: "正在提交…", en: "One moment…" },
  words: { zh: "审批意见", en: "The manager's words" },
} satisfies Record<string, Text>;

/** A renewal that was asked for waits, and a suspension is ended first: the reason why it lapsed stays all the same. */
const SETTLED_BY_MANAGERS: readonly PartnerStatus[] = ["RENEWING", "SUSPENDED"];

type StandingProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly partner: string };

/** The status with what it means, the last decision with its reason, and what there is to do. */
export function StandingPart({ of, partner }: StandingProps): ReactNode {
  const { say, language } = useTexts();
  const { status, review, lapseReason, remedies } = readFragment(FRAGMENT, of);
  const { text, tone } = PARTNER_STATUSES[status];
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className="part">
      <div className="part-head">
        <h2 tabIndex={-1} ref={heading}>
          {say(TEXTS.title)}
        </h2>
        <Tag tone={tone}>{say(text)}</Tag>
      </div>
      <p>{say(NEXT[status])}</p>
      {review && (
        <Notice title={`${say(TEXTS.words)} · ${say(PARTNER_DECISIONS[review.decision])}`}>
          <p>{review.reason}</p>
          <p className="soft small">{moment(review.at, language)}</p>
          {remedies && <p>{remedies.text}</p>}
        </Notice>
      )}
      {lapseReason && !SETTLED_BY_MANAGERS.includes(status) && (
        <Renewal partner={partner} because={LAPSES[lapseReason]} done={() => heading.current?.focus()} />
      )}
      {status === "REJECTED" ? (
        <Link className="link-target" to="/console/apply">
          {say(TEXTS.apply)}
        </Link>
      ) : (
        <Link className="link-target" to="/console/partners/$partner/keys" params={{ partner }}>
          {say(TEXTS.keys)}
        </Link>
      )}
    </section>
  );
}

type RenewalProps = { readonly partner: string; readonly because: Text; readonly done: () => void };

function Renewal({ partner, because, done }: RenewalProps): ReactNode {
  const { say } = useTexts();
  const { send, isSending, failure } = useAct(RENEW, done);
  const renew = (): void => void send({ id: partner });
  return (
    <>
      <FailureNotice failure={failure} again={renew} isSending={isSending} />
      <Notice tone="act" title={say(because)}>
        <button className="button" type="button" onClick={renew} aria-disabled={isSending}>
          {say(isSending ? TEXTS.renewing : TEXTS.renew)}
        </button>
      </Notice>
    </>
  );
}
