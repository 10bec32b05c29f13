import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useConfig } from "../../shared/config.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { promiseOf, visitsOf } from "./service-texts.ts";

const SERVICES = graphql(`
  query PortalServices($region: RegionCode!, $search: String) {
    serviceItems(region: $region, search: $search, first: 20) {
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

export function ServicesPage(): ReactNode {
  const { say } = useTexts();
  const { region } = useConfig();
  const [typed, setTyped] = useState(wordsAtLast);
  const [words, setWords] = useState(wordsAtLast);
  const asked = useAnswer(SERVICES, { region, ...(words ? { search: words } : {}) });
  function search(event: FormEvent): void {
    event.preventDefault();
    wordsAtLast = typed.trim();
    setWords(wordsAtLast);
  }
  return (
    <Page title={say(TEXTS.title)} isNarrow>
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
        {({ serviceItems }, errors) => {
          const trouble = troubleAt(errors, ["serviceItems"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          const items = serviceItems?.edges.map(({ node }) => node) ?? [];
          return (
            <section className="part">
              <h2 aria-live="polite">{say(words ? found(items.length) : TEXTS.all)}</h2>
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
            </section>
          );
        }}
      </Answered>
    </Page>
  );
}
