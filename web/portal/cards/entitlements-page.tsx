import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalTransitEntitlementsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CARD_KINDS, MODES } from "../../shared/texts/card-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { BackToCards } from "./back-to-card.tsx";

const ENTITLEMENTS = graphql(`
  query PortalTransitEntitlements {
    me {
      id
      transitEntitlements {
        kind
        region {
          name
        }
        from
        until
        endedOn
        endedFor
        held
        operator {
          name
        }
      }
    }
    transitEntitlementRules {
      kind
      region {
        name
      }
      name
      free
      proof
      source
    }
  }
`);

type Answer = PortalTransitEntitlementsQuery;
type Held = NonNullable<NonNullable<Answer["me"]>["transitEntitlements"]>[number];
type Rule = NonNullable<Answer["transitEntitlementRules"]>[number];

const TEXTS = {
  title: { zh: "乘车优待", en: "Free rides and lower fares" },
  yours: { zh: "您的优待资格", en: "What you are entitled to" },
  none: { zh: "还没有登记的优待资格。", en: "Nothing is on record for you yet." },
  how: {
    zh: "请带上凭证，到运营单位的营业网点登记，并告诉工作人员您名下任意一张交通卡的卡号。登记后就能在手机上领这类卡。",
    en: "Take your proof to a window of the operator, and tell the clerk the number of any card of yours. Then you can get a card of that kind on your phone.",
  },
  after: {
    zh: "免费或优惠只适用于用这类卡乘车。资格到期后，乘车按普通票价计费。",
    en: "It holds for rides with a card of that kind. When it has ended, you pay the standard fare.",
  },
  get: { zh: "领这类卡", en: "Get a card of this kind" },
  valid: { zh: "有效", en: "Holds" },
  notValid: { zh: "今天不适用", en: "Does not hold today" },
  from: { zh: "起始日", en: "First day" },
  until: { zh: "截止日", en: "Last day" },
  endedFor: { zh: "提前终止的原因", en: "It was ended because" },
  where: { zh: "适用地区", en: "Where" },
  china: { zh: "全国", en: "All of China" },
  by: { zh: "登记单位", en: "Put on record by" },
  all: { zh: "哪些人可以享受", en: "People who ride free or for less" },
  free: { zh: "免费乘坐", en: "Free" },
  less: { zh: "按优惠票价乘车", en: "At a lower fare" },
  proof: { zh: "凭证", en: "Proof" },
  source: { zh: "依据", en: "By" },
} satisfies Record<string, Text>;

export function EntitlementsPage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(ENTITLEMENTS, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me, transitEntitlementRules }, errors) => {
          const trouble =
            troubleAt(errors, ["me", "transitEntitlements"]) ??
            troubleAt(errors, ["transitEntitlementRules"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            <>
              <Yours all={me?.transitEntitlements ?? []} />
              <Rules all={transitEntitlementRules ?? []} />
            </>
          );
        }}
      </Answered>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

function Yours({ all }: { readonly all: readonly Held[] }): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.yours)}</h2>
      {all.length === 0 && <p>{say(TEXTS.none)}</p>}
      {all.map(({ kind, region, from, until, endedOn, endedFor, held, operator }) => (
        <div key={`${kind} ${from} ${until}`}>
          <h3>{say(CARD_KINDS[kind])}</h3>
          <p>
            <Tag tone={held ? "good" : "plain"}>{say(held ? TEXTS.valid : TEXTS.notValid)}</Tag>
          </p>
          <Facts
            of={[
              [say(TEXTS.from), day(from, language)],
              [say(TEXTS.until), day(endedOn ?? until, language)],
              [say(TEXTS.endedFor), endedFor],
              [say(TEXTS.where), region?.name ?? say(TEXTS.china)],
              [say(TEXTS.by), operator?.name],
            ]}
          />
          {held && (
            <Link className="link-target" to="/cards/new">
              {say(TEXTS.get)}
            </Link>
          )}
        </div>
      ))}
      <p>{say(TEXTS.how)}</p>
      <p className="soft">{say(TEXTS.after)}</p>
    </section>
  );
}

function Rules({ all }: { readonly all: readonly Rule[] }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.all)}</h2>
      {all.map(({ kind, region, name, free, proof, source }) => (
        <div key={`${kind} ${region?.name ?? ""}`}>
          <h3>{name}</h3>
          {free.length === 0 && <p>{say(TEXTS.less)}</p>}
          <Facts
            of={[
              [say(TEXTS.free), free.map((mode) => say(MODES[mode])).join(say(BETWEEN)) || undefined],
              [say(TEXTS.where), region?.name ?? say(TEXTS.china)],
              [say(TEXTS.proof), proof],
              [say(TEXTS.source), source],
            ]}
          />
        </div>
      ))}
    </section>
  );
}
