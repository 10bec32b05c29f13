import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PlannedInspectionPartFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { DueDay } from "../due-day.tsx";
import { officerName } from "../officer-name.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { stateOf } from "./inspection-texts.ts";
import { Redraw } from "./redraw.tsx";
import { ReportForm } from "./report-form.tsx";

export const PLANNED = graphql(`
  fragment PlannedInspectionPart on PlannedInspection {
    plan
    licenceNumber
    holderName
    state
    reportable
    rectifyBy
    inspectors {
      id
      name
    }
  }
`);

const CONFIRM = graphql(`
  mutation DeskConfirmInspection($plan: ID!, $licence: ID!) {
    done: confirmInspection(plan: $plan, licence: $licence) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  licence: { zh: "许可证编号", en: "Licence" },
  inspectors: { zh: "检查人员", en: "Inspectors" },
  rectifyBy: { zh: "改正期限", en: "To be put right by" },
  confirm: { zh: "确认并公布", en: "Confirm and publish" },
  confirming: { zh: "正在确认…", en: "Confirming…" },
  report: { zh: "填报检查结果", en: "Report what was found" },
  redraw: { zh: "换一名检查人员", en: "Draw another inspector" },
} satisfies Record<string, Text>;

type InspectionPartProps = {
  readonly of: PlannedInspectionPartFragment;
  readonly officer: DeskOfficer | undefined;
};

/** An inspection: its two inspectors report and confirm, and a supervisor has another one drawn. */
export function InspectionPart({ of, officer }: InspectionPartProps): ReactNode {
  const { say } = useTexts();
  const { plan, licenceNumber: licence, holderName, state, rectifyBy, inspectors } = of;
  const { send, again, failure, isSending } = useAct(CONFIRM);
  const isTheirs = inspectors.some(({ id }) => id === officer?.id);
  const supervises = officer?.roles.includes("SUPERVISOR") ?? false;
  const stands = stateOf(state);
  return (
    <section className="part" aria-label={holderName}>
      <h2>{holderName}</h2>
      <p>
        <Tag tone={stands.tone}>{say(stands.text)}</Tag>
      </p>
      <Facts
        of={[
          [say(TEXTS.licence), licence],
          [say(TEXTS.inspectors), inspectors.map((one) => say(officerName(one))).join(", ")],
          [say(TEXTS.rectifyBy), rectifyBy && <DueDay key="by" on={rectifyBy} />],
        ]}
      />
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      {isTheirs && state === "REPORTED" && (
        <p>
          <button
            className="button"
            type="button"
            aria-disabled={isSending}
            onClick={() => void send({ plan, licence })}
          >
            {say(isSending ? TEXTS.confirming : TEXTS.confirm)}
          </button>
        </p>
      )}
      {isTheirs && of.reportable.length > 0 && (
        <details>
          <summary>{say(TEXTS.report)}</summary>
          <ReportForm plan={plan} licence={licence} reportable={of.reportable} />
        </details>
      )}
      {supervises && state === "DRAWN" && (
        <details>
          <summary>{say(TEXTS.redraw)}</summary>
          <Redraw plan={plan} licence={licence} inspectors={inspectors} />
        </details>
      )}
    </section>
  );
}
