import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { decimal, isNothing } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalTripQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { MODES, TRIP_STATUSES } from "../../shared/texts/card-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { BackToCards } from "./back-to-card.tsx";
import { FareParts } from "./fare-parts.tsx";
import { useWay } from "./trip-line.tsx";

const TRIP = graphql(`
  query PortalTrip($trip: ID!) {
    node(id: $trip) {
      ... on TransitTrip {
        id
        mode
        status
        fare
        boardedAt
        companion
        correction
        operator {
          name
        }
        entry {
          at
          station {
            name
          }
        }
        exit {
          at
          station {
            name
          }
        }
        price {
          distanceKm
          full
          percent
          overstay
          parts {
            ...FareParts
          }
        }
      }
    }
  }
`);

type Node = NonNullable<PortalTripQuery["node"]>;
type Trip = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "一次乘车", en: "A trip" },
  unknown: { zh: "没有这次乘车记录，或者它不属于您。", en: "There is no such trip, or it is not yours." },
  charged: { zh: "扣费", en: "Charged" },
  status: { zh: "状态", en: "Status" },
  mode: { zh: "乘坐", en: "By" },
  entry: { zh: "进站", en: "Entered" },
  exit: { zh: "出站", en: "Left" },
  boarded: { zh: "上车时间", en: "Boarded" },
  rider: { zh: "乘车人", en: "Rider" },
  companion: { zh: "同行人（按普通卡票价）", en: "A companion, at the standard fare" },
  operator: { zh: "运营单位", en: "Operator" },
  distance: { zh: "里程", en: "Distance" },
  full: { zh: "全价", en: "Full price" },
  discount: { zh: "折扣", en: "Discount" },
  overstay: { zh: "站内超时加收", en: "For having stayed inside too long" },
  correction: { zh: "更正说明", en: "Put in afterwards because" },
} satisfies Record<string, Text>;
const paysOnly = (percent: number): Text => ({
  zh: `按全价的 ${percent}% 扣费`,
  en: `You pay ${percent} % of the full price`,
});

const route = getRouteApi("/cards/trips/$trip");

export function TripPage(): ReactNode {
  const { say } = useTexts();
  const { trip } = route.useParams();
  const asked = useOwnAnswer(TRIP, { trip });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }) => (isTrip(node) ? <OneTrip of={node} /> : <p className="part">{say(TEXTS.unknown)}</p>)}
      </Answered>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

const isTrip = (node: object | null): node is Trip => node !== null && "fare" in node;

function OneTrip({ of }: { readonly of: Trip }): ReactNode {
  const { say, language } = useTexts();
  const { mode, status, fare, boardedAt, companion, correction, operator, entry, exit, price } = of;
  const way = useWay(of);
  // A trip of before parts were kept is told by its discount alone.
  const told = price?.parts.length ? undefined : price;
  const { text, tone, means } = TRIP_STATUSES[status];
  const at = (pass: Trip["entry"]): string | undefined =>
    pass ? [pass.station.name, moment(pass.at, language)].join(language === "zh" ? "，" : ", ") : undefined;
  return (
    <section className="part">
      <h2>{way}</h2>
      <p className="row">
        <span>{say(TEXTS.charged)}</span>
        <span className="big">
          <Money amount={fare} />
        </span>
      </p>
      {status !== "COMPLETED" && <p>{say(means)}</p>}
      <Facts
        of={[
          [
            say(TEXTS.status),
            <Tag key="status" tone={tone}>
              {say(text)}
            </Tag>,
          ],
          [say(TEXTS.mode), say(MODES[mode])],
          [say(TEXTS.entry), at(entry)],
          [say(TEXTS.exit), at(exit)],
          [say(TEXTS.boarded), boardedAt && moment(boardedAt, language)],
          [say(TEXTS.rider), companion ? say(TEXTS.companion) : undefined],
          [say(TEXTS.operator), operator?.name],
          [say(TEXTS.distance), price && `${decimal(price.distanceKm)} km`],
          [say(TEXTS.full), told && <Money key="full" amount={told.full} />],
          [say(TEXTS.discount), told && told.percent < 100 ? say(paysOnly(told.percent)) : undefined],
          [
            say(TEXTS.overstay),
            told && !isNothing(told.overstay) ? <Money key="overstay" amount={told.overstay} /> : undefined,
          ],
          [say(TEXTS.correction), correction],
        ]}
      />
      {price && <FareParts of={price.parts} />}
    </section>
  );
}
