import { type ReactNode, useEffect, useRef } from "react";
import { decimal } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalFareQuery, PortalFareQueryVariables } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Money } from "../../shared/ui/money.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { FareParts } from "./fare-parts.tsx";

const FARE = graphql(`
  query PortalFare(
    $region: RegionCode!
    $from: String!
    $to: String!
    $card: TransitCardKind!
    $on: Date!
    $enteredAt: DateTime
    $monthSpend: Money!
  ) {
    transitRoute(
      region: $region
      from: $from
      to: $to
      card: $card
      on: $on
      enteredAt: $enteredAt
      monthSpend: $monthSpend
    ) {
      fare
      legs {
        distanceKm
        stations {
          name
        }
        fare {
          fare
          source
          parts {
            ...FareParts
          }
        }
      }
    }
  }
`);

export type FareQuestion = PortalFareQueryVariables;
type Route = NonNullable<PortalFareQuery["transitRoute"]>;

const TEXTS = {
  title: { zh: "票价", en: "Fare" },
  noWay: { zh: "这两站之间不能乘地铁到达。", en: "No metro leads from one to the other." },
  source: { zh: "依据", en: "By" },
} satisfies Record<string, Text>;

/** The fare of a ride, leg by leg and part by part. It takes the focus when it has come. */
export function QuotedFare({ of }: { readonly of: FareQuestion }): ReactNode {
  const asked = useAnswer(FARE, of);
  return (
    <Answered asked={asked}>
      {({ transitRoute }, errors) => {
        const trouble = troubleAt(errors, ["transitRoute"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
        return transitRoute && <Fare of={transitRoute} />;
      }}
    </Answered>
  );
}

function Fare({ of: { fare, legs } }: { readonly of: Route }): ReactNode {
  const { say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="part">
      <h2 tabIndex={-1} ref={heading}>
        {say(TEXTS.title)}
      </h2>
      {legs.length === 0 ? (
        <p>{say(TEXTS.noWay)}</p>
      ) : (
        <p className="big">
          <Money amount={fare} />
        </p>
      )}
      {legs.map(({ stations, distanceKm, fare: of }) => {
        const way = [stations.at(0)?.name, stations.at(-1)?.name].join(" → ");
        return (
          <div key={way}>
            <p>
              {way} · {decimal(distanceKm)} km
            </p>
            <FareParts of={of.parts} />
            <p className="soft small">
              {say(TEXTS.source)} {of.source}
            </p>
          </div>
        );
      })}
    </section>
  );
}
