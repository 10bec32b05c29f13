import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskStepsFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { officerName } from "../officer-name.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { STEP_STATES } from "./case-texts.ts";

const FRAGMENT = graphql(`
  fragment DeskSteps on Application {
    progress {
      code
      state
      dueOn
      finishedAt
      opinion
      department
      name {
        zh
        en
      }
      officer {
        name
      }
    }
    inspections {
      step
      appointedAt
      summary
      toPutRight
      inspectors {
        id
        name
      }
      signedBy {
        id
      }
      findings {
        result
        note
        point {
          code
          name {
            zh
            en
          }
        }
      }
    }
  }
`);

type Step = DeskStepsFragment["progress"][number];
type Inspection = NonNullable<DeskStepsFragment["inspections"]>[number];

const TEXTS = {
  title: { zh: "办理环节", en: "The steps" },
  inspections: { zh: "现场检查", en: "Inspections on site" },
  signed: { zh: "已签字", en: "has signed" },
  toPutRight: { zh: "需要整改：", en: "To be put right: " },
} satisfies Record<string, Text>;
const by = (when: string): Text => ({ zh: `，最晚${when}`, en: `, by ${when}` });
const MARKS: Readonly<Record<Step["state"], string>> = {
  TO_COME: "",
  WAITING: "trail-now",
  CLAIMED: "trail-now",
  FINISHED: "trail-done",
};
const FINDINGS = {
  MET: { zh: "符合", en: "Met" },
  NOT_MET: { zh: "不符合", en: "Not met" },
  NOT_APPLICABLE: { zh: "不适用", en: "Does not apply" },
} satisfies Record<Inspection["findings"][number]["result"], Text>;

type StepsProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly officer: DeskOfficer };

/** The steps of the workflow, who has them, what they have found; and the inspections on site. */
export function Steps({ of, officer }: StepsProps): ReactNode {
  const { say, language } = useTexts();
  const { progress, inspections } = readFragment(FRAGMENT, of);
  const departmentName = (code: string): string => {
    const named = officer.departments?.find((department) => department.code === code);
    return named ? say(named.name) : code;
  };
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <ol className="trail">
        {progress.map(({ code, state, name, officer: holder, dueOn, finishedAt, opinion, department }) => (
          <li key={code} className={MARKS[state]}>
            <span className="strong">{say(name)}</span>
            <span className="soft small">
              {[say(STEP_STATES[state]), departmentName(department), holder?.name]
                .filter(Boolean)
                .join(" · ")}
              {finishedAt ? ` · ${moment(finishedAt, language)}` : dueOn && say(by(day(dueOn, language)))}
            </span>
            {opinion && <span>{opinion}</span>}
          </li>
        ))}
      </ol>
      {inspections && inspections.length > 0 && <h3>{say(TEXTS.inspections)}</h3>}
      {inspections?.map((inspection) => (
        <InspectionOnSite key={inspection.appointedAt} of={inspection} />
      ))}
    </section>
  );
}

function InspectionOnSite({ of }: { readonly of: Inspection }): ReactNode {
  const { say, language } = useTexts();
  const hasSigned = (id: string): boolean => of.signedBy?.some((officer) => officer.id === id) ?? false;
  return (
    <div className="stack-tight">
      <span className="strong">{of.summary}</span>
      <span className="soft small">
        {[
          moment(of.appointedAt, language),
          ...(of.inspectors ?? []).map(
            (one) => `${say(officerName(one))}${hasSigned(one.id) ? ` (${say(TEXTS.signed)})` : ""}`,
          ),
        ].join(" · ")}
      </span>
      {of.toPutRight && (
        <span>
          {say(TEXTS.toPutRight)}
          {of.toPutRight}
        </span>
      )}
      <ul className="rows">
        {of.findings.map(({ point, result, note }) => (
          <li key={point.code}>
            {say(point.name)}: {say(FINDINGS[result])} <span className="soft">{note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
