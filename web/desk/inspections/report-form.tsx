import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { RandomInspectionOutcome } from "../../shared/generated/graphql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { TextAct } from "../text-act.tsx";
import { OUTCOMES } from "./inspection-texts.ts";

const REPORT = graphql(`
  mutation DeskReportInspection($plan: ID!, $licence: ID!, $input: InspectionReportInput!) {
    done: reportInspection(plan: $plan, licence: $licence, input: $input) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  outcome: { zh: "检查结果", en: "Finding" },
  rectifyBy: { zh: "改正期限", en: "To be put right by" },
  note: { zh: "情况说明（将公开）", en: "The observation (it is published)" },
  send: { zh: "提交结果", en: "Report it" },
} satisfies Record<string, Text>;

type ReportFormProps = {
  readonly plan: string;
  readonly licence: string;
  readonly reportable: readonly RandomInspectionOutcome[];
};

/** The choices of a report, which stand beside its note. */
type Found = { readonly outcome?: string; readonly rectifyBy: string };
const NOTHING: Found = { rectifyBy: "" };

/** One of the two inspectors says what they found; the other one confirms it. */
export function ReportForm({ plan, licence, reportable }: ReportFormProps): ReactNode {
  const { say } = useTexts();
  // Kept as the note is: after a lock the note may not stand beside another outcome than the one that was chosen for it.
  const { value: found, change, forget } = useKept<Found>(`found-${plan}-${licence}`, () => NOTHING);
  const { send, ...acting } = useAct(REPORT, forget);
  const outcome = reportable.find((one) => one === found.outcome) ?? reportable[0];
  if (!outcome) return null;
  const isRectified = outcome === "RECTIFICATION";
  const { rectifyBy } = found;
  const by = isRectified && rectifyBy !== "" ? { rectifyBy } : {};
  return (
    <div className="form">
      <Choice
        id={`outcome-${licence}`}
        label={say(TEXTS.outcome)}
        value={outcome}
        options={reportable.map((one) => ({ value: one, text: say(OUTCOMES[one].text) }))}
        choose={(value) => change({ ...found, outcome: value })}
      />
      {isRectified && (
        <Field
          id={`rectify-${licence}`}
          label={say(TEXTS.rectifyBy)}
          problem={refusalAt(acting.failure, "rectifyBy")}
        >
          {(marks) => (
            <input
              {...marks}
              type="date"
              value={rectifyBy}
              onChange={(event) => change({ ...found, rectifyBy: event.target.value })}
            />
          )}
        </Field>
      )}
      <TextAct
        id={`report-${plan}-${licence}`}
        label={TEXTS.note}
        deeds={[
          {
            ...{ ...acting, name: TEXTS.send },
            send: (note) => send({ plan, licence, input: { outcome, note, ...by } }),
          },
        ]}
      />
    </div>
  );
}
