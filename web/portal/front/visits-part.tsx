import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment VisitsPart on Citizen {
    upcomingAppointments {
      id
      from
      serviceItem {
        id
        name {
          zh
          en
        }
      }
      hall {
        name {
          zh
          en
        }
        address {
          zh
          en
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "大厅预约", en: "Appointments" };
const ALL: Text = { zh: "全部", en: "All appointments" };
const FIND: Text = { zh: "查找大厅、预约办理", en: "Find a hall, book a visit" };
const NONE: Text = { zh: "没有预约。", en: "You have no appointment." };

export function VisitsPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say, language } = useTexts();
  const { upcomingAppointments: visits } = readFragment(FRAGMENT, citizen);
  return (
    <Part
      title={TITLE}
      trouble={troubleOf("upcomingAppointments")}
      again={again}
      all={{ text: ALL, to: "/appointments" }}
    >
      {visits && visits.length > 0 ? (
        <ul className="rows">
          {visits.map(({ id, from, hall, serviceItem }) => (
            <li key={id} className="stack-tight">
              <Link className="link-target" to="/appointments/$id" params={{ id }} search={{}}>
                {moment(from, language)}
              </Link>
              {serviceItem && <span>{say(serviceItem.name)}</span>}
              <span>{say(hall.name)}</span>
              <span className="soft small">{say(hall.address)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Nothing text={NONE} />
      )}
      <Link className="link-target" to="/halls" search={{}}>
        {say(FIND)}
      </Link>
    </Part>
  );
}
