import { type ReactNode, useState } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { OneAuthorityFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { AUTHORITY_STATUSES, GUARDIANS } from "../../shared/texts/enterprise-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { type NAMED_ITEM, nameOfItem } from "./item-names.ts";

const FRAGMENT = graphql(`
  fragment OneAuthority on Authority {
    id
    agentName
    agentMaskedIdNumber
    items
    until
    status
    grantedAt
    revokedAt
    paper
    guardian
  }
`);

const END = graphql(`
  mutation PortalRevokeAuthority($id: ID!) {
    revokeAuthority(id: $id) {
      __typename
      ... on Authority {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  ended: { zh: "已结束的授权", en: "Authorities that have ended" },
  items: { zh: "事项", en: "In" },
  all: { zh: "全部事项", en: "All services" },
  until: { zh: "有效期至", en: "Until" },
  granted: { zh: "授权时间", en: "Given on" },
  revoked: { zh: "撤销时间", en: "Ended on" },
  paper: { zh: "纸质授权书", en: "Given on paper" },
  number: { zh: "证件号码", en: "Identity number" },
  mine: { zh: "您受托办理", en: "Given to you" },
  guarded: { zh: "您代为办理", en: "You act for them" },
  proof: { zh: "证明材料", en: "Shown by" },
  relation: { zh: "监护关系", en: "Guardian" },
  ends: { zh: "终止", en: "It ends" },
  byLaw: {
    zh: "年满十八周岁时自动终止；情况有变化的，到大厅窗口更正。",
    en: "By itself at 18. If something has changed, have it put right at a hall's window.",
  },
} satisfies Record<string, Text>;

/** "given": by the reader, who takes it back; "received": the reader acts by it, and lays it down. */
type Side = "given" | "received";

type EndTexts = { readonly end: Text; readonly done: Text; readonly question: Text };

const ENDS: Readonly<Record<Side, EndTexts>> = {
  given: {
    end: { zh: "撤销授权", en: "Take it back" },
    done: { zh: "授权已撤销，对方不能再代办。", en: "Taken back. They may act no more." },
    question: {
      zh: "撤销后，对方立即不能再代办，正在办理的事项由您接着办。要撤销吗？",
      en: "From then on they may act no more, and what is under way is yours to go on with. Take it back?",
    },
  },
  received: {
    end: { zh: "放弃代办", en: "Stop acting" },
    done: { zh: "您已不再代办。", en: "You act for them no more." },
    question: {
      zh: "放弃后，您立即不能再替其办理。需要时要由对方重新授权。要放弃吗？",
      en: "From then on you may do nothing for them; only they can let you act again. Stop acting?",
    },
  },
};

type AuthoritiesProps = {
  readonly side: Side;
  /** Those for whom it is acted. */
  readonly principal: string;
  readonly of: readonly FragmentType<typeof FRAGMENT>[];
  readonly items: readonly FragmentType<typeof NAMED_ITEM>[];
};

/** Authorities to act, those that hold before those that have ended. */
export function Authorities({ side, principal, of, items }: AuthoritiesProps): ReactNode {
  const { say } = useTexts();
  const { ended: end, failure, again, isSending, send } = useAct(END);
  const [last, setLast] = useState<string>();
  const authorities = readFragment(FRAGMENT, of);
  const standing = authorities.filter(({ status }) => status === "IN_FORCE");
  const ended = authorities.filter(({ status }) => status !== "IN_FORCE");
  const words = ENDS[side];
  function endOne(id: string): void {
    setLast(id);
    void send({ id });
  }
  return (
    <>
      {end?.kind === "done" && <Told key={last} title={say(words.done)} />}
      <ul className="rows">
        {standing.map((authority) => (
          <li key={authority.id} className="waiting">
            <AuthorityFacts side={side} of={authority} items={items} />
            {last === authority.id && <FailureNotice {...{ failure, again, isSending }} />}
            {authority.guardian === null && (
              <ConfirmedButton
                label={say(words.end)}
                about={side === "given" ? `${principal}, ${authority.agentName}` : principal}
                question={say(words.question)}
                isSending={isSending}
                act={() => endOne(authority.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>
            {say(TEXTS.ended)}
            <span className="out-of-sight">: {principal}</span>
          </summary>
          <ul className="rows">
            {ended.map((authority) => (
              <li key={authority.id}>
                <AuthorityFacts side={side} of={authority} items={items} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type AuthorityProps = Pick<AuthoritiesProps, "side" | "items"> & { readonly of: OneAuthorityFragment };

function AuthorityFacts({ side, of, items }: AuthorityProps): ReactNode {
  const { say, language } = useTexts();
  const { tone, text } = AUTHORITY_STATUSES[of.status];
  const named = of.items.length === 0 ? [TEXTS.all] : of.items.map((code) => nameOfItem(code, items));
  return (
    <div className="stack-tight">
      <p className="strong">
        {side === "given" ? of.agentName : say(of.guardian ? TEXTS.guarded : TEXTS.mine)}{" "}
        <Tag tone={tone}>{say(text)}</Tag>
      </p>
      <Facts
        of={[
          [say(TEXTS.number), side === "given" && of.agentMaskedIdNumber],
          [say(TEXTS.items), named.map(say).join(say(BETWEEN))],
          [say(TEXTS.until), day(of.until, language)],
          [say(TEXTS.granted), moment(of.grantedAt, language)],
          [say(TEXTS.revoked), of.revokedAt && moment(of.revokedAt, language)],
          [say(of.guardian ? TEXTS.proof : TEXTS.paper), of.paper],
          [say(TEXTS.relation), of.guardian && say(GUARDIANS[of.guardian])],
          [say(TEXTS.ends), of.guardian && say(TEXTS.byLaw)],
        ]}
      />
    </div>
  );
}
