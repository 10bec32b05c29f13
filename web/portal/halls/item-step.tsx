import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalBookItemQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { FIND_HALL } from "./hall-texts.ts";
import { firstRadio, RadioList } from "./radio-list.tsx";
import { STEP_TEXTS } from "./visit.ts";

const ITEMS = graphql(`
  query PortalBookItem($code: ID!) {
    hall(code: $code) {
      code
      name {
        zh
        en
      }
      serviceItems(first: 60) {
        edges {
          node {
            code
            name {
              zh
              en
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

type Hall = NonNullable<PortalBookItemQuery["hall"]>;

const TEXTS = {
  title: { zh: "预约：选择事项", en: "Book a visit: the service" },
  legend: { zh: "您来办什么？", en: "The service that you come for" },
  wrong: { zh: "请选择要办的事项", en: "Choose the service that you come for" },
  nothing: {
    zh: "这个大厅现在没有可以预约的事项。",
    en: "There is nothing that can be booked at this hall now.",
  },
  search: { zh: "没有您要的事项？搜索全部事项", en: "Your service is not in the list? Search all services" },
} satisfies Record<string, Text>;

/** Asks for the item, of those that the hall serves. */
export function ItemStep({ hall: code }: { readonly hall: string }): ReactNode {
  const { say } = useTexts();
  const asked = useAnswer(ITEMS, { code });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ hall }, errors) => {
          const trouble = troubleAt(errors, ["hall", "serviceItems"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return hall ? <Choose of={hall} /> : <NoHall />;
        }}
      </Answered>
    </Page>
  );
}

function Choose({ of: { code, name, serviceItems } }: { readonly of: Hall }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [chosen, choose] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const choices = (serviceItems?.edges ?? []).map(({ node }) => ({
    value: node.code,
    label: say(node.name),
  }));
  const problem = isWrong && !chosen ? say(TEXTS.wrong) : undefined;
  function goOn(event: FormEvent): void {
    event.preventDefault();
    setWrong(true);
    if (chosen) void navigate({ to: "/halls/$code/book", params: { code }, search: { item: chosen } });
  }
  return (
    <>
      <ErrorSummary problems={problem ? [{ field: firstRadio("item", choices), text: problem }] : []} />
      <form className="part" onSubmit={goOn}>
        <p>{say(name)}</p>
        {choices.length === 0 ? (
          <p>{say(TEXTS.nothing)}</p>
        ) : (
          <>
            <RadioList name="item" legend={say(TEXTS.legend)} {...{ choices, chosen, choose, problem }} />
            <button className="button" type="submit">
              {say(STEP_TEXTS.goOn)}
            </button>
          </>
        )}
        {serviceItems?.pageInfo.hasNextPage && (
          <Link className="link-target" to="/services">
            {say(TEXTS.search)}
          </Link>
        )}
      </form>
    </>
  );
}

/** A hall that the address names, and there is none. */
export function NoHall(): ReactNode {
  const { say } = useTexts();
  return (
    <>
      <p>{say(STEP_TEXTS.none)}</p>
      <p>
        <Link className="link-target" to="/halls">
          {say(FIND_HALL)}
        </Link>
      </p>
    </>
  );
}
