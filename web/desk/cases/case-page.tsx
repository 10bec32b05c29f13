import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskCaseQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { ACTS, actsOf } from "./acts/acts.ts";
import { ActsPart } from "./acts/acts-part.tsx";
import type { CorrectionMarks } from "./acts/correction.ts";
import { useActDraft } from "./acts/use-act-draft.ts";
import { Answers } from "./answers.tsx";
import { Clock } from "./clock.tsx";
import { ElectronicLicence } from "./electronic-licence.tsx";
import { Materials } from "./materials.tsx";
import { NamedRemedies } from "./named-remedies.tsx";
import { Notes } from "./notes.tsx";
import { Outcome } from "./outcome.tsx";
import { Ruling } from "./ruling.tsx";
import { Standing } from "./standing.tsx";
import { Steps } from "./steps.tsx";
import { Trail } from "./trail.tsx";

const CASE = graphql(`
  query DeskCase($id: ID!) {
    node(id: $id) {
      ... on Application {
        id
        item {
          name {
            zh
            en
          }
        }
        ...DeskStanding
        ...DeskActs
        ...DeskAnswers
        ...DeskMaterials
        ...DeskRuling
        ...DeskOutcome
        ...DeskElectronicLicence
        ...NamedRemedies
        ...DeskClock
        ...DeskSteps
        ...DeskNotes
        ...DeskTrail
      }
    }
  }
`);

type Application = Extract<NonNullable<DeskCaseQuery["node"]>, { id: string }>;

const TEXTS = {
  title: { zh: "案件", en: "Case" },
  unknown: {
    zh: "没有这个案件，或者它不在您的辖区和部门。请核对编号。",
    en: "There is no such case, or it lies outside of your jurisdiction. Check its number.",
  },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/cases/$id");

/** A case's file: all that is known of it, and all that the officer can do with it. */
export function CasePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(CASE, { id });
  const officer = useOfficer();
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  return (
    <Page title={isCase(node) ? say(node.item.name) : say(TEXTS.title)}>
      <Answered asked={asked}>
        {({ node: found }, errors) =>
          isCase(found) ? (
            <Answered asked={officer}>
              {({ viewer }) => (
                <CaseFile of={found} officer={viewer}>
                  <ElectronicLicence
                    of={found}
                    trouble={troubleAt(errors, ["node", "electronicLicence"])}
                    again={asked.again}
                  />
                </CaseFile>
              )}
            </Answered>
          ) : (
            <p className="part">{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
    </Page>
  );
}

/** The acts that go against the applicant, and so tell of their remedies. */
const AGAINST: readonly string[] = ["REJECT", "REVOKE"];

const isCase = (node: object | null | undefined): node is Application => !!node && "item" in node;

type CaseFileProps = {
  readonly of: Application;
  readonly officer: DeskOfficer;
  /** Stands below its decision. */
  readonly children: ReactNode;
};

function CaseFile({ of, officer, children }: CaseFileProps): ReactNode {
  const { act: openKey } = route.useSearch();
  const navigate = useNavigate();
  const draft = useActDraft(of.id, openKey ?? "");
  const acts = actsOf(readFragment(ACTS, of), officer);
  const marks: CorrectionMarks | undefined =
    openKey === "REQUEST_CORRECTION" && acts.some(({ key }) => key === openKey)
      ? {
          notes: draft.values,
          write: (mark, note) => draft.write({ [mark]: note }),
          problemOf: (mark) => draft.problems.find(({ field }) => field === mark)?.text,
        }
      : undefined;
  const open = (act: string | undefined): void =>
    void navigate({ to: "/desk/cases/$id", params: { id: of.id }, search: act ? { act } : {} });
  return (
    <div className="file">
      <ActsPart {...{ acts, openKey, draft, open }}>
        {openKey && AGAINST.includes(openKey) && <NamedRemedies of={of} />}
      </ActsPart>
      <div className="file-parts">
        <Standing of={of} />
        <Answers of={of} marks={marks} officer={officer} />
        <Materials of={of} marks={marks} />
        <Ruling of={of} />
        <Outcome of={of} />
        {children}
        <Notes of={of} />
        <Clock of={of} />
        <Steps of={of} officer={officer} />
        <Trail of={of} />
      </div>
    </div>
  );
}
