import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ConsolePartnerQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NoSuchPartner, PartnerFrame } from "../parts/partner-frame.tsx";
import { ScopeList } from "../scopes/scope-list.tsx";
import { allScopes, type ScopeWords, wordsOf } from "../scopes/scope-words.ts";
import { ContactPart } from "./contact-part.tsx";
import { MembersPart } from "./members-part.tsx";
import { StandingPart } from "./standing-part.tsx";

const PARTNER = graphql(`
  query ConsolePartner($id: ID!) {
    node(id: $id) {
      __typename
      ... on Partner {
        id
        name
        creditCode
        purpose
        appliedAt
        requestedScopes
        scopes
        review {
          decision
        }
        region {
          name
          code
        }
        ...PartnerStanding
        ...PartnerContactPart
        ...PartnerMembers
      }
    }
    me {
      id
      enterprises {
        creditCode
        ...EnterpriseMembers
      }
    }
    scopes {
      ...ConsoleScope
    }
  }
`);

type Partner = Extract<NonNullable<ConsolePartnerQuery["node"]>, { __typename: "Partner" }>;
type Enterprises = NonNullable<ConsolePartnerQuery["me"]>["enterprises"];

const TEXTS = {
  title: { zh: "合作概况", en: "The partnership" },
  granted: { zh: "已批准的权限", en: "Scopes that were granted" },
  noneGranted: { zh: "还没有批准的权限。", en: "No scope has been granted yet." },
  asked: { zh: "申请的权限，等待审批", en: "Scopes that you asked for; they wait for the decision" },
  refused: { zh: "没有批准的权限", en: "Scopes that were not granted" },
  refusedText: {
    zh: "理由见上面的审批意见。需要这些权限时，请再提出一次申请，写明用途。",
    en: "The manager's words above say why. If you need them, apply once more and say for what.",
  },
  apply: { zh: "再申请", en: "Apply once more" },
  about: { zh: "这项合作", en: "About it" },
  name: { zh: "企业", en: "Enterprise" },
  code: { zh: "统一社会信用代码", en: "Unified social credit code" },
  region: { zh: "登记地", en: "Registered in" },
  purpose: { zh: "用途", en: "Purpose" },
  applied: { zh: "申请时间", en: "Applied for" },
} satisfies Record<string, Text>;

const route = getRouteApi("/console/partners/$partner");

/** How a partnership stands, what was granted and what not, and the people who have to do with it. */
export function OverviewPage(): ReactNode {
  const { say } = useTexts();
  const { partner: id } = route.useParams();
  const asked = useOwnAnswer(PARTNER, { id });
  return (
    <PartnerFrame title={say(TEXTS.title)} partner={id}>
      <Answered asked={asked}>
        {({ node, me, scopes }, errors) => {
          const trouble = troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (node?.__typename !== "Partner") return <NoSuchPartner />;
          return <Overview of={node} enterprises={me?.enterprises ?? null} scopes={allScopes(scopes)} />;
        }}
      </Answered>
    </PartnerFrame>
  );
}

type OverviewProps = {
  readonly of: Partner;
  readonly enterprises: Enterprises;
  readonly scopes: readonly ScopeWords[];
};

function Overview({ of, enterprises, scopes }: OverviewProps): ReactNode {
  const { say, language } = useTexts();
  const { name, creditCode, purpose, appliedAt, region } = of;
  return (
    <>
      <StandingPart of={of} partner={of.id} />
      <div className="parts">
        <Scopes of={of} scopes={scopes} />
        <section className="part">
          <h2>{say(TEXTS.about)}</h2>
          <Facts
            of={[
              [say(TEXTS.name), name],
              [say(TEXTS.code), creditCode],
              [say(TEXTS.region), region && `${region.name} (${region.code})`],
              [say(TEXTS.purpose), purpose],
              [say(TEXTS.applied), moment(appliedAt, language)],
            ]}
          />
        </section>
        <ContactPart of={of} partner={of.id} />
        <MembersPart of={of} enterprise={enterprises?.find((each) => each.creditCode === creditCode)} />
      </div>
    </>
  );
}

type ScopesProps = { readonly of: Partner; readonly scopes: readonly ScopeWords[] };

/** Before the first decision all that was asked for is open; after it, what was not granted was refused. */
function Scopes({ of, scopes }: ScopesProps): ReactNode {
  const { say } = useTexts();
  const others = wordsOf(
    scopes,
    of.requestedScopes.filter((scope) => !of.scopes.includes(scope)),
  );
  return (
    <section className="part part-wide">
      <h2>{say(TEXTS.granted)}</h2>
      {of.scopes.length === 0 ? (
        <p className="soft">{say(TEXTS.noneGranted)}</p>
      ) : (
        <ScopeList of={wordsOf(scopes, of.scopes)} />
      )}
      {others.length > 0 && (
        <Notice title={say(of.review ? TEXTS.refused : TEXTS.asked)} {...(of.review ? { tone: "bad" } : {})}>
          <ScopeList of={others} />
          {of.review && (
            <>
              <p>{say(TEXTS.refusedText)}</p>
              <Link className="link-target" to="/console/apply">
                {say(TEXTS.apply)}
              </Link>
            </>
          )}
        </Notice>
      )}
    </section>
  );
}
