import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { InspectionRowFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { DueDay } from "../due-day.tsx";
import { officerName } from "../officer-name.ts";
import { stateOf } from "./inspection-texts.ts";

export const INSPECTION_ROWS = graphql(`
  fragment InspectionRow on PlannedInspection {
    plan
    licenceNumber
    holderName
    state
    rectifyBy
    overdueAt
    inspectors {
      id
      name
    }
    licence {
      application {
        id
      }
    }
  }
`);

const TEXTS = {
  holder: { zh: "被检查单位", en: "Business" },
  licence: { zh: "许可证编号", en: "Licence" },
  inspectors: { zh: "检查人员", en: "Inspectors" },
  state: { zh: "情况", en: "State" },
  rectifyBy: { zh: "改正期限", en: "To be put right by" },
  plan: { zh: "查看计划", en: "The plan" },
  case: { zh: "办件（可撤销许可）", en: "Its case (where the licence can be revoked)" },
  act: { zh: "处理", en: "Go on" },
} satisfies Record<string, Text>;

type InspectionRowsProps = {
  readonly of: readonly InspectionRowFragment[];
  readonly caption: string;
  readonly none: string;
};

/** Inspections with what was found, each with the ways on from there. */
export function InspectionRows({ of, caption, none }: InspectionRowsProps): ReactNode {
  const { say } = useTexts();
  if (of.length === 0) return <p>{none}</p>;
  return (
    <Table
      caption={caption}
      rows={of}
      keyOf={({ plan, licenceNumber }) => `${plan} ${licenceNumber}`}
      columns={[
        { head: say(TEXTS.holder), kind: "wide", cell: ({ holderName }) => holderName },
        { head: say(TEXTS.licence), cell: ({ licenceNumber }) => licenceNumber },
        {
          head: say(TEXTS.inspectors),
          cell: ({ inspectors }) => inspectors.map((one) => say(officerName(one))).join(", "),
        },
        {
          head: say(TEXTS.state),
          cell: ({ state }) => <Tag tone={stateOf(state).tone}>{say(stateOf(state).text)}</Tag>,
        },
        { head: say(TEXTS.rectifyBy), cell: ({ rectifyBy }) => rectifyBy && <DueDay on={rectifyBy} /> },
        {
          head: say(TEXTS.act),
          cell: ({ plan, licence }) => (
            <span className="stack-tight">
              <Link className="link-target" to="/desk/inspections/$plan" params={{ plan }}>
                {say(TEXTS.plan)}
              </Link>
              {licence?.application && (
                <Link className="link-target" to="/desk/cases/$id" params={{ id: licence.application.id }}>
                  {say(TEXTS.case)}
                </Link>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
