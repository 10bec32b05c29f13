import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { dateAt, day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskPartnersQuery, PartnerStatus } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { PARTNER_STATUSES } from "../../shared/texts/partner-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";

const PARTNERS = graphql(`
  query DeskPartners($status: PartnerStatus!, $search: String, $after: String) {
    partnerTotals {
      status
      count
      isMore
    }
    partners(status: $status, search: $search, first: 20, after: $after) {
      edges {
        node {
          id
          name
          creditCode
          appliedAt
          requestedScopes
          scopes
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Partners = NonNullable<DeskPartnersQuery["partners"]>;
type Partner = Partners["edges"][number]["node"];
type Totals = NonNullable<DeskPartnersQuery["partnerTotals"]>;

const TEXTS = {
  title: { zh: "合作企业", en: "Partner enterprises" },
  statuses: { zh: "按状态查看", en: "By state" },
  find: { zh: "查找企业名称或统一社会信用代码", en: "Find by name or credit code" },
  search: { zh: "查找", en: "Find" },
  none: { zh: "这个状态下没有企业。", en: "No partner is in this state." },
  notFound: {
    zh: "这个状态下没有找到。请换个状态再找。",
    en: "Nothing was found in this state. Look in another.",
  },
  name: { zh: "企业", en: "Enterprise" },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  applied: { zh: "申请日期", en: "Applied on" },
  asked: { zh: "申请的权限", en: "Scopes asked for" },
  granted: { zh: "批准的权限", en: "Granted" },
  later: { zh: "后面的企业", en: "Later applications" },
  first: { zh: "回到最早", en: "Back to the earliest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/partners");

/** The words stay for the officer who comes back to the page, and out of the address: an enterprise may bear a person's name. */
let wordsAtLast = "";

export function PartnersPage(): ReactNode {
  const { say } = useTexts();
  const { status, after } = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(wordsAtLast);
  const asked = useOwnAnswer(PARTNERS, {
    status,
    ...(words ? { search: words } : {}),
    ...(after ? { after } : {}),
  });
  return (
    <Page title={say(TEXTS.title)}>
      <Search
        search={(typed) => {
          wordsAtLast = typed;
          setWords(typed);
          // Others are found, from their first on.
          void navigate({ search: { status } });
        }}
      />
      <Answered asked={asked}>
        {({ partnerTotals, partners }, errors) => {
          const trouble = troubleAt(errors, ["partners"]);
          return (
            <>
              {partnerTotals && <Statuses totals={partnerTotals} />}
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} />}
              {partners && <List {...{ status, after }} of={partners} isSearch={words !== ""} />}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Search({ search }: { readonly search: (words: string) => void }): ReactNode {
  const { say } = useTexts();
  const [typed, setTyped] = useState(wordsAtLast);
  return (
    <search>
      <form
        className="part search"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          search(typed.trim());
        }}
      >
        <Field id="words" label={say(TEXTS.find)}>
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
      </form>
    </search>
  );
}

function Statuses({ totals }: { readonly totals: Totals }): ReactNode {
  const { say } = useTexts();
  return (
    <nav aria-label={say(TEXTS.statuses)}>
      <ul className="tabs">
        {totals.map(({ status, count, isMore }) => (
          <li key={status}>
            <Link className="link-target" to="/desk/partners" search={{ status }}>
              {say(PARTNER_STATUSES[status].text)} {isMore ? `${count}+` : count}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type ListProps = {
  readonly of: Partners;
  readonly status: PartnerStatus;
  readonly after?: string | undefined;
  readonly isSearch: boolean;
};

function List({ of: { edges, pageInfo }, status, after, isSearch }: ListProps): ReactNode {
  const { say, language } = useTexts();
  const caption = say(PARTNER_STATUSES[status].text);
  return (
    <section className="part">
      {edges.length === 0 ? (
        <p aria-live="polite">{say(isSearch ? TEXTS.notFound : TEXTS.none)}</p>
      ) : (
        <Table<Partner>
          caption={caption}
          keyOf={({ id }) => id}
          rows={edges.map(({ node }) => node)}
          columns={[
            {
              head: say(TEXTS.name),
              cell: ({ id, name }) => (
                <Link to="/desk/partners/$id" params={{ id }}>
                  {name}
                </Link>
              ),
              kind: "wide",
            },
            { head: say(TEXTS.code), cell: ({ creditCode }) => creditCode },
            { head: say(TEXTS.applied), cell: ({ appliedAt }) => day(dateAt(new Date(appliedAt)), language) },
            { head: say(TEXTS.asked), cell: ({ requestedScopes: { length } }) => length, kind: "number" },
            { head: say(TEXTS.granted), cell: ({ scopes: { length } }) => length, kind: "number" },
          ]}
        />
      )}
      <div className="row">
        {after !== undefined && (
          <Link className="link-target" to="/desk/partners" search={{ status }}>
            {say(TEXTS.first)}
          </Link>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <Link className="link-target" to="/desk/partners" search={{ status, after: pageInfo.endCursor }}>
            {say(TEXTS.later)}
          </Link>
        )}
      </div>
    </section>
  );
}
