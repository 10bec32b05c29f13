import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalApplyQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Ahead } from "./ahead.tsx";
import { type Party, partiesIn, partyText } from "./parties.ts";
import { useStart } from "./use-start.ts";

const APPLY = graphql(`
  query PortalApply($code: ID!, $region: RegionCode!) {
    serviceItem(code: $code, region: $region) {
      id
      code
      audiences
      ownFromAge
      name {
        zh
        en
      }
      formPages {
        title {
          zh
          en
        }
      }
      materials {
        code
        name {
          zh
          en
        }
      }
    }
    me {
      id
      name
      cannotApplyAlone(item: $code, region: $region) {
        message
      }
      applications(first: 10) {
        edges {
          node {
            id
            status
            savedAt
            item {
              code
            }
          }
        }
      }
      enterprises {
        creditCode
        name
        items
      }
      principals {
        ref
        name
        capacity
        items
      }
    }
  }
`);

type Item = NonNullable<PortalApplyQuery["serviceItem"]>;
type Citizen = NonNullable<PortalApplyQuery["me"]>;

const TEXTS = {
  title: { zh: "申请办理", en: "Apply" },
  unknown: { zh: "这里没有开通这个事项。", en: "This service is not offered here." },
  drafts: { zh: "您有未提交的申请", en: "You have begun this before" },
  goOn: { zh: "继续填写", en: "Go on with the one of" },
  whom: { zh: "为谁办理", en: "For whom do you apply?" },
  nobody: { zh: "请选择为谁办理", en: "Choose for whom you apply" },
  forNobody: { zh: "您现在不能申请这个事项", en: "You cannot apply for this right now" },
  forEnterprises: {
    zh: "这个事项由企业申请，您名下没有企业，也没有企业授权您办理。请企业的法定代表人授权，或由其本人申请。",
    en: "Enterprises apply for this, and you stand for none. Ask its legal representative to apply, or to let you act.",
  },
  start: { zh: "开始申请", en: "Start" },
  starting: { zh: "正在开始…", en: "Starting…" },
  back: { zh: "回到事项说明", en: "Back to what this service is" },
} satisfies Record<string, Text>;

const route = getRouteApi("/apply/$code");

/** Begins an application: for whom, and what comes. */
export function BeginPage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const { region } = useConfig();
  const asked = useOwnAnswer(APPLY, { code, region });
  const name = asked.answer?.ok ? asked.answer.data.serviceItem?.name : undefined;
  return (
    <Page title={say(name ?? TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ serviceItem, me }, errors) => {
          const trouble = troubleAt(errors, ["serviceItem"]) ?? troubleAt(errors, ["me"]);
          if (trouble && !(serviceItem && me)) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!serviceItem || !me) return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <>
              <Drafts of={me} item={serviceItem} />
              <Begin
                item={serviceItem}
                parties={partiesIn(serviceItem, me)}
                region={region}
                notAlone={me.cannotApplyAlone?.message}
              />
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/services/$code" params={{ code }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

/** Drafts of the same item: mostly one wants to go on with them. */
function Drafts({ of, item }: { readonly of: Citizen; readonly item: Item }): ReactNode {
  const { say, language } = useTexts();
  const drafts = (of.applications?.edges ?? [])
    .map(({ node }) => node)
    .filter((one) => one.status === "DRAFT" && one.item.code === item.code);
  if (drafts.length === 0) return null;
  return (
    <Notice tone="act" title={say(TEXTS.drafts)}>
      <ul>
        {drafts.map(({ id, savedAt }) => (
          <li key={id}>
            <Link className="link-target" to="/cases/$id/edit" params={{ id }} search={{}}>
              {say(TEXTS.goOn)} {moment(savedAt, language)}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type BeginProps = {
  readonly item: Item;
  readonly parties: readonly Party[];
  readonly region: string;
  /** Why the reader does not apply in their own name, as the platform says it. */
  readonly notAlone: string | undefined;
};

function Begin({ item, parties, region, notAlone }: BeginProps): ReactNode {
  const { say } = useTexts();
  const { problems, choose, chosen, start, outcome, isSending } = useStart(item.code, region, parties);
  if (parties.length === 0) {
    return (
      <Notice tone="bad" title={say(TEXTS.forNobody)}>
        <p>{notAlone ?? say(TEXTS.forEnterprises)}</p>
      </Notice>
    );
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <ErrorSummary problems={problems.map((field) => ({ field, text: say(TEXTS.nobody) }))} />
      <FailureNotice failure={outcome} again={start} isSending={isSending} />
      <Ahead of={item} />
      {parties.length > 1 && (
        <section className="part">
          <FieldSet
            id="for-all"
            legend={say(TEXTS.whom)}
            problem={problems.length > 0 ? say(TEXTS.nobody) : undefined}
          >
            {parties.map((party, i) => (
              <ChoiceBox
                key={party.key}
                kind="radio"
                id={`for-${i}`}
                name="for"
                checked={chosen?.key === party.key}
                onChange={() => choose(party)}
              >
                {say(partyText(party))}
              </ChoiceBox>
            ))}
          </FieldSet>
        </section>
      )}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.starting : TEXTS.start)}
      </button>
    </form>
  );
}
