import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalActingQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CAPACITIES, STANDINGS } from "../../shared/texts/enterprise-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Authorities } from "./authorities.tsx";

const ACTING = graphql(`
  query PortalActing($region: RegionCode!) {
    me {
      id
      enterprises {
        creditCode
        name
        standing
        capacity
        authorities {
          ...OneAuthority
        }
      }
      principals {
        ref
        name
        capacity
        authorities {
          ...OneAuthority
        }
      }
      authorities {
        ...OneAuthority
      }
    }
    serviceItems(region: $region, first: 40) {
      edges {
        ...NamedItem
      }
    }
  }
`);

type Citizen = NonNullable<PortalActingQuery["me"]>;
type Items = NonNullable<PortalActingQuery["serviceItems"]>["edges"];

const TEXTS = {
  title: { zh: "替人办事", en: "Acting for others" },
  enterprises: { zh: "我的企业", en: "Enterprises" },
  noEnterprises: {
    zh: "登记机关没有您担任法定代表人的企业，也没有企业授权您。登记有误的，请到市场监督管理部门更正。",
    en: "By the register you represent no enterprise, and none lets you act. If the register is wrong, it is put right at market supervision.",
  },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  theirAgents: { zh: "可以替它办事的人", en: "People who may act for it" },
  noAgents: { zh: "还没有授权任何人。", en: "Nobody has been let act yet." },
  people: { zh: "委托我办事的人", en: "People you act for" },
  noPeople: {
    zh: "没有人授权您代办。家人可以在自己的“替人办事”里授权给您，或到大厅窗口办理。为未满十八周岁的子女办事，先带出生证明或户口簿到窗口登记监护关系。",
    en: "Nobody lets you act for them. A relative can do so on this page of their own, or at a hall's window. To act for your child under 18, have the guardianship recorded at a window, by the birth certificate or the household register.",
  },
  ward: { zh: "账单和交通卡", en: "Bills and transit cards" },
  somebody: { zh: "姓名未登记", en: "Somebody without a name on record" },
  own: { zh: "可以替我办事的人", en: "People who may act for you" },
  noOwn: { zh: "您没有授权任何人。", en: "You let nobody act for you." },
  give: { zh: "授权他人代办", en: "Let somebody act" },
  me: { zh: "我本人", en: "Yourself" },
  cases: { zh: "替他们办理的办件", en: "The cases that you handle for them" },
} satisfies Record<string, Text>;

export function ActingPage(): ReactNode {
  const { say } = useTexts();
  const { region } = useConfig();
  const asked = useOwnAnswer(ACTING, { region });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me, serviceItems }, errors) => {
          if (!me) return null;
          const items = serviceItems?.edges ?? [];
          const parts = [
            ["enterprises", <Enterprises key="enterprises" of={me.enterprises ?? []} items={items} />],
            ["principals", <People key="people" of={me.principals ?? []} items={items} />],
            ["authorities", <OwnAgents key="own" of={me.authorities ?? []} items={items} />],
          ] as const;
          return parts.map(([field, part]) => {
            const trouble = troubleAt(errors, ["me", field]);
            return trouble ? <TroubleNotice key={field} trouble={trouble} again={asked.again} /> : part;
          });
        }}
      </Answered>
    </Page>
  );
}

type PartProps<Part> = { readonly of: Part; readonly items: Items };

function Enterprises({ of, items }: PartProps<NonNullable<Citizen["enterprises"]>>): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.enterprises)}</h2>
      {of.length === 0 && <p className="soft">{say(TEXTS.noEnterprises)}</p>}
      <ul className="rows">
        {of.map(({ creditCode, name, standing, capacity, authorities }) => (
          <li key={creditCode} className="waiting">
            <div className="stack-tight">
              <h3>
                {name} <Tag tone={STANDINGS[standing].tone}>{say(STANDINGS[standing].text)}</Tag>
              </h3>
              {capacity && <span>{say(CAPACITIES[capacity])}</span>}
              <span className="soft small">
                {say(TEXTS.code)} {creditCode}
              </span>
            </div>
            {capacity === "LEGAL_REPRESENTATIVE" && <p className="strong">{say(TEXTS.theirAgents)}</p>}
            {capacity === "LEGAL_REPRESENTATIVE" && authorities?.length === 0 && (
              <p className="soft">{say(TEXTS.noAgents)}</p>
            )}
            <Authorities
              side={capacity === "LEGAL_REPRESENTATIVE" ? "given" : "received"}
              principal={name}
              of={authorities ?? []}
              items={items}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function People({ of, items }: PartProps<NonNullable<Citizen["principals"]>>): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.people)}</h2>
      {of.length === 0 && <p className="soft">{say(TEXTS.noPeople)}</p>}
      <ul className="rows">
        {of.map(({ ref, name, capacity, authorities }) => (
          <li key={ref} className="waiting">
            <h3>{name ?? say(TEXTS.somebody)}</h3>
            {capacity === "GUARDIAN" && (
              <>
                <span>{say(CAPACITIES[capacity])}</span>
                <Link className="link-target" to="/acting/for/$ref" params={{ ref }}>
                  {say(TEXTS.ward)}
                  <span className="out-of-sight">: {name ?? say(TEXTS.somebody)}</span>
                </Link>
              </>
            )}
            <Authorities
              side="received"
              principal={name ?? say(TEXTS.somebody)}
              of={authorities}
              items={items}
            />
          </li>
        ))}
      </ul>
      <Link className="link-target" to="/cases">
        {say(TEXTS.cases)}
      </Link>
    </section>
  );
}

function OwnAgents({ of, items }: PartProps<NonNullable<Citizen["authorities"]>>): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.own)}</h2>
      {of.length === 0 && <p className="soft">{say(TEXTS.noOwn)}</p>}
      <Authorities side="given" principal={say(TEXTS.me)} of={of} items={items} />
      <p>
        <Link className="button" to="/acting/give">
          {say(TEXTS.give)}
        </Link>
      </p>
    </section>
  );
}
