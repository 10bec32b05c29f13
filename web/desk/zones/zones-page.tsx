import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import type { Place } from "../queue/queue-search.ts";
import { FILTERS, RegionChoice } from "../supervision/place-filters.tsx";
import { Placed } from "../supervision/placed.tsx";
import type { DeskOfficer } from "../use-officer.ts";
import { ZoneForm } from "./zone-form.tsx";
import { ZONES, type Zone } from "./zones-operations.ts";

type Named = { readonly code: string; readonly name: string };

const TEXTS = {
  title: { zh: "开发区", en: "Development zones" },
  about: {
    zh: "作为一个地区管理、但没有行政区划代码的开发区。登记后可在其中开通事项、受理案件；失效后不再受理新的，已受理的照常办理，代码一直保留。",
    en: "Zones that are administered as regions of their own and have no code in GB/T 2260. Once recorded, items are offered and cases begin in them. After their last day nothing new begins; what has begun goes on, and the code stays known.",
  },
  zones: { zh: "已登记的开发区", en: "Zones on record" },
  none: { zh: "这个地区还没有登记开发区。", en: "No zone of this region is on record." },
  name: { zh: "名称", en: "Name" },
  code: { zh: "代码", en: "Code" },
  parent: { zh: "所在地区", en: "Lies in" },
  from: { zh: "生效日期", en: "First day" },
  until: { zh: "失效日期", en: "Last day" },
  open: { zh: "未定", en: "None is known" },
  state: { zh: "今天", en: "Today" },
  inForce: { zh: "有效", en: "In force" },
  notInForce: { zh: "无效", en: "Not in force" },
  change: { zh: "更正或终止", en: "Change or end it" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/zones");

/** The development zones of a region, each with its days, and the form that adds, changes or ends one. */
export function ZonesPage(): ReactNode {
  const { say } = useTexts();
  const search = route.useSearch();
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Placed search={search}>
        {(place, officer) => <Zones {...{ place, officer }} chosen={search.zone} />}
      </Placed>
    </Page>
  );
}

type ZonesProps = {
  readonly place: Place;
  readonly officer: DeskOfficer;
  /** The code of the one that is to be changed. */
  readonly chosen: string | undefined;
};

function Zones({ place: { region, top }, officer, chosen }: ZonesProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate({ from: "/desk/zones" });
  const asked = useOwnAnswer(ZONES, { region, top });
  const { told, tell } = useTold();
  return (
    <Answered asked={asked}>
      {({ regionZones, regions }, errors) => {
        const trouble = troubleAt(errors, ["regionZones"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        const zones = regionZones ?? [];
        const places = regionsOf(officer, regions ?? []).filter(({ code }) =>
          zones.every((zone) => zone.code !== code),
        );
        const zone = zones.find(({ code }) => code === chosen);
        return (
          <>
            <search className="filters" aria-label={say(FILTERS)}>
              <RegionChoice
                {...{ officer, region }}
                narrower={regions ?? []}
                choose={(wanted) => void navigate({ search: { region: wanted } })}
              />
            </search>
            {told}
            <ZoneTable of={zones} {...{ region, places }} />
            <ZoneForm
              key={`${region} ${zone?.code ?? ""}`}
              {...{ region, zone, places }}
              done={(words) => {
                tell(words);
                void navigate({ search: { region } });
              }}
            />
          </>
        );
      }}
    </Answered>
  );
}

/** The officer's regions with those inside the one that is chosen, each once. */
function regionsOf({ regions }: DeskOfficer, inside: readonly Named[]): readonly Named[] {
  const own = regions ?? [];
  return [...own, ...inside.filter(({ code }) => own.every((one) => one.code !== code))];
}

type ZoneTableProps = {
  readonly of: readonly Zone[];
  readonly region: string;
  readonly places: readonly Named[];
};

function ZoneTable({ of, region, places }: ZoneTableProps): ReactNode {
  const { say, language } = useTexts();
  if (of.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  const nameOf = (code: string): string => places.find((one) => one.code === code)?.name ?? code;
  return (
    <section className="part">
      <Table<Zone>
        caption={say(TEXTS.zones)}
        keyOf={({ code }) => code}
        rows={of}
        columns={[
          { head: say(TEXTS.name), cell: ({ name }) => name },
          { head: say(TEXTS.code), cell: ({ code }) => code },
          { head: say(TEXTS.parent), cell: ({ parent }) => nameOf(parent) },
          { head: say(TEXTS.from), cell: ({ validFrom }) => day(validFrom, language) },
          {
            head: say(TEXTS.until),
            cell: ({ validUntil }) => (validUntil ? day(validUntil, language) : say(TEXTS.open)),
          },
          {
            head: say(TEXTS.state),
            cell: ({ isInForce }) => (
              <Tag tone={isInForce ? "good" : "plain"}>
                {say(isInForce ? TEXTS.inForce : TEXTS.notInForce)}
              </Tag>
            ),
          },
          {
            head: say(TEXTS.change),
            cell: ({ code, name }) => (
              <Link className="link-target" to="/desk/zones" search={{ region, zone: code }} hash="zone-form">
                {say(TEXTS.change)}
                <span className="out-of-sight">: {name}</span>
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}
