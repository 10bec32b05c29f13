import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskRemediesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { placeFacts } from "../../shared/remedies/place-facts.tsx";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Choice } from "../../shared/ui/choice.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import type { Place } from "../queue/queue-search.ts";
import { FILTERS, RegionChoice } from "../supervision/place-filters.tsx";
import { Placed } from "../supervision/placed.tsx";
import type { DeskOfficer } from "../use-officer.ts";
import { REMEDIES, STATED_PLACE } from "./remedies-operations.ts";
import type { RemediesSearch } from "./remedies-search.ts";
import { BODIES, LEVELS } from "./remedies-words.ts";
import { StateForm } from "./state-form.tsx";

type Statement = NonNullable<DeskRemediesQuery["remedyStatement"]>;
type StatedRow = Statement["rows"][number];
type Named = NonNullable<DeskRemediesQuery["remedyNotice"]>;

const TEXTS = {
  title: { zh: "救济途径", en: "Legal remedies" },
  about: {
    zh: "不利决定须告知向谁申请行政复议、向哪个法院起诉。规则由系统按法律确定，名称、地址、电话和网上渠道在这里登记。",
    en: "A decision against somebody names the authority that reconsiders it, and the court. The law says which; their names, addresses and channels are stated here.",
  },
  of: { zh: "登记对象", en: "Stated of" },
  government: { zh: "本级人民政府", en: "The region's government" },
  now: { zh: "今天作出的决定将告知", en: "A decision of today names" },
  article: { zh: "依据", en: "Legal ground" },
  court: { zh: "法院", en: "Court" },
  noOnline: { zh: "没有登记网上渠道", en: "No online channel is stated" },
  noOnlineText: {
    zh: "网上送达的决定应当同时提供申请行政复议的互联网渠道（行政复议法第二十二条）。登记前作出的决定会告诉当事人缺少该渠道，登记后自动补充告知。",
    en: "A decision that is served online has to come with one (Administrative Reconsideration Law, art. 22). Until it is stated, decisions say that they lack it; as soon as it is, people read it with theirs.",
  },
  unnamed: { zh: "复议机关的名称没有登记", en: "The name of the authority is not stated" },
  unnamedText: {
    zh: "决定不能告知复议机关，期限因此延长到一年。",
    en: "Decisions cannot name it, so that the limits are a year.",
  },
  rows: { zh: "已登记的内容", en: "What is stated" },
  none: { zh: "还没有登记。", en: "Nothing is stated yet." },
  from: { zh: "生效日期", en: "Holds from" },
  body: { zh: "机关类别", en: "Kind" },
  level: { zh: "层级", en: "Level" },
  authority: { zh: "复议机关或机构", en: "Authority" },
  online: { zh: "网上渠道", en: "Online channel" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/remedies");

/** The places that decisions name, stated by region and department, each from a day on. */
export function RemediesPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Placed search={search}>
        {(place, officer) => <Remedies {...{ place, officer }} isOfGovernment={search.government === "1"} />}
      </Placed>
    </Page>
  );
}

type RemediesProps = {
  readonly place: Place;
  readonly officer: DeskOfficer;
  readonly isOfGovernment: boolean;
};

function Remedies({ place, officer, isOfGovernment }: RemediesProps): ReactNode {
  const { region, top, department: decider } = place;
  const department = isOfGovernment ? undefined : decider;
  const asked = useOwnAnswer(REMEDIES, { region, top, department: department ?? null, decider });
  const { told, tell } = useTold();
  return (
    <Answered asked={asked}>
      {({ remedyStatement, remedyNotice, regions }, errors) => {
        const trouble = troubleAt(errors, ["remedyStatement"]) ?? troubleAt(errors, ["remedyNotice"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        const rows = remedyStatement?.rows ?? [];
        const row = lastOf(rows);
        return (
          <>
            <Filters {...{ place, officer, isOfGovernment }} narrower={regions ?? []} />
            {told}
            {remedyNotice && <NamedToday of={remedyNotice} />}
            <Rows of={rows} isOfGovernment={isOfGovernment} />
            {/* A statement begins with the row that holds now. */}
            <StateForm
              key={`${region} ${department ?? ""} ${JSON.stringify(row)}`}
              {...{ region, department, row, tell }}
            />
          </>
        );
      }}
    </Answered>
  );
}

function lastOf(rows: readonly StatedRow[]) {
  const row = rows.at(-1);
  return (
    row && {
      ...{ body: row.body, level: row.level },
      authority: row.authority && readFragment(STATED_PLACE, row.authority),
      court: row.court && readFragment(STATED_PLACE, row.court),
    }
  );
}

type FiltersProps = RemediesProps & {
  readonly narrower: readonly { readonly code: string; readonly name: string }[];
};

const GOVERNMENT = "";

function Filters({ place, officer, isOfGovernment, narrower }: FiltersProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate({ from: "/desk/remedies" });
  const { region, department } = place;
  const go = (search: RemediesSearch) => void navigate({ search });
  const government = isOfGovernment ? { government: "1" } : {};
  return (
    <search className="filters" aria-label={say(FILTERS)}>
      <Choice
        id="stated-of"
        label={say(TEXTS.of)}
        value={isOfGovernment ? GOVERNMENT : department}
        options={[
          { value: GOVERNMENT, text: say(TEXTS.government) },
          ...(officer.departments ?? []).map(({ code, name }) => ({ value: code, text: say(name) })),
        ]}
        choose={(chosen) =>
          go(chosen === GOVERNMENT ? { region, department, government: "1" } : { region, department: chosen })
        }
      />
      <RegionChoice
        {...{ officer, region, narrower }}
        choose={(chosen) => go({ region: chosen, department, ...government })}
      />
    </search>
  );
}

function NamedToday({ of: { isNamed, authority, article, court } }: { readonly of: Named }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.now)}</h2>
      <Facts
        of={[...placeFacts(authority, { say, isOnlineAsked: false }), [say(TEXTS.article), say(article)]]}
      />
      <h3>{say(TEXTS.court)}</h3>
      <Facts of={placeFacts(court, { say, isOnlineAsked: false })} />
      {!isNamed && (
        <Notice tone="act" title={say(TEXTS.unnamed)}>
          <p>{say(TEXTS.unnamedText)}</p>
        </Notice>
      )}
      {!authority.online && (
        <Notice tone="act" title={say(TEXTS.noOnline)}>
          <p>{say(TEXTS.noOnlineText)}</p>
        </Notice>
      )}
    </section>
  );
}

type RowsProps = { readonly of: readonly StatedRow[]; readonly isOfGovernment: boolean };

function Rows({ of, isOfGovernment }: RowsProps): ReactNode {
  const { say, language } = useTexts();
  if (of.length === 0) {
    return (
      <section className="part">
        <h2>{say(TEXTS.rows)}</h2>
        <p className="soft">{say(TEXTS.none)}</p>
      </section>
    );
  }
  const nameOf = (place: StatedRow["court"]) => place && say(readFragment(STATED_PLACE, place).name);
  const kinds = [
    { head: say(TEXTS.body), cell: ({ body }: StatedRow) => body && say(BODIES[body]) },
    { head: say(TEXTS.level), cell: ({ level }: StatedRow) => level && say(LEVELS[level]) },
  ];
  return (
    <section className="part">
      <Table<StatedRow>
        caption={say(TEXTS.rows)}
        keyOf={({ effectiveFrom }) => effectiveFrom}
        rows={of}
        columns={[
          { head: say(TEXTS.from), cell: ({ effectiveFrom }) => day(effectiveFrom, language) },
          ...(isOfGovernment ? [] : kinds),
          { head: say(TEXTS.authority), cell: ({ authority }) => nameOf(authority), kind: "wide" },
          {
            head: say(TEXTS.online),
            cell: ({ authority }) => authority && readFragment(STATED_PLACE, authority).online,
            kind: "wide",
          },
          { head: say(TEXTS.court), cell: ({ court }) => nameOf(court), kind: "wide" },
        ]}
      />
    </section>
  );
}
