import type { ReactNode } from "react";
import { graphql } from "../../../shared/generated/gql.ts";
import type { Role } from "../../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../../shared/texts/text.ts";
import { Answered } from "../../../shared/ui/answered.tsx";
import { officerName } from "../../officer-name.ts";
import { ROLES } from "../../role-texts.ts";
import type { Among } from "./act.ts";
import { PersonBox } from "./person-box.tsx";

const OFFICERS = graphql(`
  query DeskOfficers($role: Role!, $region: RegionCode!, $department: String!) {
    officers(role: $role, region: $region, department: $department, first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);
const INSPECTORS = graphql(`
  query DeskInspectors($department: String!) {
    inspectors(department: $department, first: 100) {
      edges {
        node {
          isActive
          officer {
            id
            name
          }
        }
      }
    }
  }
`);

const NOBODY: Text = {
  zh: "没有可选的人员：同事首次登录后才会出现在这里。",
  en: "There is nobody to choose: officers appear here once they have signed in for the first time.",
};

type PersonFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly among: Among;
  readonly value: string;
  readonly problem: string | undefined;
  readonly choose: (id: string) => void;
};

type Person = { readonly id: string; readonly name: string };

/** A colleague, chosen by name. */
export function PersonField({ among, ...field }: PersonFieldProps): ReactNode {
  return among.kind === "officers" ? (
    <OfficerField {...field} among={among} />
  ) : (
    <InspectorField {...field} department={among.department} />
  );
}

type ChosenProps = Omit<PersonFieldProps, "among">;

const isRole = (role: string): role is Role => Object.hasOwn(ROLES, role);

function OfficerField({
  among: { role, region, department },
  ...field
}: ChosenProps & { readonly among: Extract<Among, { kind: "officers" }> }): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(OFFICERS, { role: isRole(role) ? role : "REVIEWER", region, department });
  return (
    <Answered asked={asked}>
      {({ officers }) => (
        <People
          {...field}
          people={(officers?.edges ?? []).map(({ node }) => ({ id: node.id, name: say(officerName(node)) }))}
        />
      )}
    </Answered>
  );
}

function InspectorField({ department, ...field }: ChosenProps & { readonly department: string }): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(INSPECTORS, { department });
  return (
    <Answered asked={asked}>
      {({ inspectors }) => (
        <People
          {...field}
          people={(inspectors?.edges ?? [])
            .filter(({ node }) => node.isActive)
            .map(({ node: { officer } }) => ({ id: officer.id, name: say(officerName(officer)) }))}
        />
      )}
    </Answered>
  );
}

function People({ people, ...field }: ChosenProps & { readonly people: readonly Person[] }): ReactNode {
  const { say } = useTexts();
  return people.length === 0 ? <p>{say(NOBODY)}</p> : <PersonBox {...field} people={people} />;
}
