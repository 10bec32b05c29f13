import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useConfig } from "../../shared/config.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalHallsQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { HallLine } from "./hall-line.tsx";
import { APPOINTMENTS, FIND_HALL } from "./hall-texts.ts";

const HALLS = graphql(`
  query PortalHalls($region: RegionCode!, $province: RegionCode!, $item: ID, $home: RegionCode!, $after: String) {
    halls(region: $region, item: $item, first: 10, after: $after) {
      edges {
        node {
          code
          ...HallLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    regions(under: $province) {
      code
      name
    }
    serviceItems(region: $home, first: 50) {
      edges {
        node {
          code
          channels
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
`);

const TEXTS = {
  region: { zh: "地区", en: "Region" },
  here: { zh: "本地", en: "Around here" },
  all: { zh: "全部地区", en: "All regions" },
  item: { zh: "要办的事项", en: "The service you come for" },
  anyItem: { zh: "不限事项", en: "Any service" },
  show: { zh: "查找", en: "Find" },
  none: {
    zh: "没有这样的大厅。请换一个地区或事项，或拨打 12345 询问。",
    en: "There is no such hall. Choose another region or service, or ask at 12345.",
  },
  search: { zh: "没有您要的事项？搜索全部事项", en: "Your service is not in the list? Search all services" },
  more: { zh: "更多大厅", en: "More halls" },
  first: { zh: "回到第一页", en: "Back to the first" },
} satisfies Record<string, Text>;
const found = (count: number): Text => ({
  zh: `${count} 个大厅`,
  en: count === 1 ? "1 hall" : `${count} halls`,
});

const route = getRouteApi("/halls");

/** Service halls by region, and by the item for which somebody comes. */
export function HallsPage(): ReactNode {
  const search = route.useSearch();
  return <Search key={JSON.stringify(search)} {...search} />;
}

type SearchProps = { readonly region?: string; readonly item?: string; readonly after?: string };

/** Another search is another page: its heading takes the focus. */
function Search({ region: place, item, after }: SearchProps): ReactNode {
  const { say } = useTexts();
  const { region: home } = useConfig();
  const region = place ?? home;
  const asked = useAnswer(HALLS, {
    ...{ region, home, province: `${home.slice(0, 2)}0000` },
    ...(item ? { item } : {}),
    ...(after ? { after } : {}),
  });
  return (
    <Page title={say(FIND_HALL)} isNarrow>
      <Answered asked={asked}>
        {(answer, errors) => {
          const trouble = troubleAt(errors, ["halls"]);
          return (
            <>
              <FindForm of={answer} region={region} item={item} />
              {trouble ? (
                <TroubleNotice trouble={trouble} again={asked.again} />
              ) : (
                <Found of={answer.halls} item={item} isLater={after !== undefined} />
              )}
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/appointments">
          {say(APPOINTMENTS)}
        </Link>
      </p>
    </Page>
  );
}

type FindFormProps = {
  readonly of: PortalHallsQuery;
  readonly region: string;
  readonly item: string | undefined;
};

function FindForm({ of, region, item }: FindFormProps): ReactNode {
  const { say } = useTexts();
  const { region: home } = useConfig();
  const navigate = useNavigate();
  const [place, setPlace] = useState(region);
  const [matter, setMatter] = useState(item ?? "");
  const regions = of.regions ?? [];
  const province = `${home.slice(0, 2)}0000`;
  const known = [province, ...regions.map(({ code }) => code)];
  const items = (of.serviceItems?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ code, channels }) => channels.includes("HALL") || code === item);
  function find(event: FormEvent): void {
    event.preventDefault();
    void navigate({ to: "/halls", search: { region: place, ...(matter ? { item: matter } : {}) } });
  }
  return (
    <search>
      <form className="part" onSubmit={find}>
        <Field id="hall-region" label={say(TEXTS.region)}>
          {(marks) => (
            <select {...marks} value={place} onChange={(event) => setPlace(event.target.value)}>
              {!known.includes(region) && <option value={region}>{say(TEXTS.here)}</option>}
              {regions.map(({ code, name }) => (
                <option key={code} value={code} lang="zh-CN">
                  {name}
                </option>
              ))}
              <option value={province}>{say(TEXTS.all)}</option>
            </select>
          )}
        </Field>
        <Field id="hall-item" label={say(TEXTS.item)}>
          {(marks) => (
            <select {...marks} value={matter} onChange={(event) => setMatter(event.target.value)}>
              <option value="">{say(TEXTS.anyItem)}</option>
              {item && !items.some(({ code }) => code === item) && <option value={item}>{item}</option>}
              {items.map(({ code, name }) => (
                <option key={code} value={code}>
                  {say(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {of.serviceItems?.pageInfo.hasNextPage && (
          <Link className="link-target" to="/services">
            {say(TEXTS.search)}
          </Link>
        )}
        <button className="button" type="submit">
          {say(TEXTS.show)}
        </button>
      </form>
    </search>
  );
}

type FoundProps = {
  readonly of: PortalHallsQuery["halls"];
  readonly item: string | undefined;
  readonly isLater: boolean;
};

function Found({ of, item, isLater }: FoundProps): ReactNode {
  const { say } = useTexts();
  const id = useId();
  const { edges = [], pageInfo } = of ?? {};
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id} aria-live="polite">
        {say(found(edges.length))}
      </h2>
      {edges.length === 0 && !pageInfo?.hasNextPage && <p>{say(TEXTS.none)}</p>}
      <ul className="rows">
        {edges.map(({ node }) => (
          <li key={node.code}>
            <HallLine hall={node} item={item} />
          </li>
        ))}
      </ul>
      <div className="row">
        {isLater && (
          <Link className="link-target" to="/halls" search={({ after: _, ...rest }) => rest}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo?.hasNextPage && pageInfo.endCursor && (
          <Link
            className="link-target"
            to="/halls"
            search={(before) => ({ ...before, ...(pageInfo.endCursor ? { after: pageInfo.endCursor } : {}) })}
          >
            {say(TEXTS.more)}
          </Link>
        )}
      </div>
    </section>
  );
}
