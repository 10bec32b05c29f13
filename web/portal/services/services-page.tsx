import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useConfig } from "../../shared/config.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { LifeEvent } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { isLifeEvent, LIFE_EVENTS } from "../../shared/texts/life-event-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { FIND_HALL } from "../halls/hall-texts.ts";
import { LifeEvents } from "./life-events.tsx";
import { promiseOf, visitsOf } from "./service-texts.ts";

const SERVICES = graphql(`
  query PortalServices($region: RegionCode!, $search: String, $event: LifeEvent) {
    lifeEvents(region: $region) {
      ...LifeEventCount
    }
    serviceItems(region: $region, search: $search, lifeEvent: $event, first: 20) {
      edges {
        node {
          code
          promisedWorkingDays
          visits
          name {
            zh
            en
          }
          department {
            name {
              zh
              en
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "查找办事事项", en: "Find a service" },
  label: { zh: "您想办什么？", en: "What do you want to do?" },
  hint: { zh: "例如：租房提公积金、开餐馆", en: "For example: housing fund for rent, open a restaurant" },
  search: { zh: "搜索", en: "Search" },
  toAll: { zh: "回到全部事项", en: "Back to all services" },
  all: { zh: "全部事项", en: "All services" },
  none: {
    zh: "没有找到。换个说法试试，或拨打 12345 询问。",
    en: "Nothing was found. Try other words, or ask at 12345.",
  },
  more: { zh: "还有更多：请写得更具体一些。", en: "There are more: be more precise to find them." },
} satisfies Record<string, Text>;
const found = (count: number): Text => ({ zh: `找到 ${count} 项`, en: `${count} found` });

/** The words stay for who comes back to the page, and out of the address: people type names into such fields. */
let wordsAtLast = "";

const route = getRouteApi("/services");

export function ServicesPage(): ReactNode {
  const { event = "" } = route.useSearch();
  return <Search key={event} event={isLifeEvent(event) ? event : undefined} />;
}

/** All items of a life event, or those that some words find. */
function Search({ event }: { readonly event: LifeEvent | undefined }): ReactNode {
  const { say } = useTexts();
  const { region } = useConfig();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(event ? "" : wordsAtLast);
  const [words, setWords] = useState(event ? "" : wordsAtLast);
  const asked = useAnswer(SERVICES, {
    region,
    ...(words ? { search: words } : {}),
    ...(event ? { event } : {}),
  });
  function search(submit: FormEvent): void {
    submit.preventDefault();
    wordsAtLast = typed.trim();
    // Words are looked for among all items.
    if (event) void navigate({ to: "/services", search: {} });
    else setWords(wordsAtLast);
  }
  return (
    <Page title={say(event ? LIFE_EVENTS[event].text : TEXTS.title)} isNarrow>
      <search>
        <form className="part" onSubmit={search}>
          <div className="search">
            <Field id="words" label={say(TEXTS.label)} hint={say(TEXTS.hint)}>
              {(marks) => (
                <input
                  {...marks}
                  type="search"
                  maxLength={100}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
            <button className="button" type="submit">
              {say(TEXTS.search)}
            </button>
          </div>
        </form>
      </search>
      <Answered asked={asked}>
        {({ serviceItems, lifeEvents }, errors) => {
          const trouble = troubleAt(errors, ["serviceItems"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const items = serviceItems?.edges.map(({ node }) => node) ?? [];
          return (
            <>
              {!words && !event && <LifeEvents of={lifeEvents ?? []} />}
              <section className="part">
                <h2 aria-live="polite">{say(words || event ? found(items.length) : TEXTS.all)}</h2>
                {items.length === 0 && <p>{say(TEXTS.none)}</p>}
                <ul className="rows">
                  {items.map(({ code, name, department, promisedWorkingDays, visits }) => (
                    <li key={code} className="stack-tight">
                      <Link className="link-target" to="/services/$code" params={{ code }}>
                        {say(name)}
                      </Link>
                      <span>
                        {say(promiseOf(promisedWorkingDays))} · {say(visitsOf(visits))}
                      </span>
                      <span className="soft small">{say(department.name)}</span>
                    </li>
                  ))}
                </ul>
                {serviceItems?.pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
                {event && (
                  <Link className="link-target" to="/services" search={{}}>
                    {say(TEXTS.toAll)}
                  </Link>
                )}
              </section>
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/halls" search={{}}>
          {say(FIND_HALL)}
        </Link>
      </p>
    </Page>
  );
}
