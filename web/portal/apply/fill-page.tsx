import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { useConfig } from "../../shared/config.ts";
import { regionsAround } from "../../shared/format/regions.ts";
import { AddAccount } from "../../shared/forms/add-account.tsx";
import { APPLICATION_TO_FILL, type ApplicationToFill } from "../../shared/forms/application-to-fill.ts";
import { OFFERED_ACCOUNT } from "../../shared/forms/form-view.ts";
import type { Offered } from "../../shared/forms/offered.ts";
import { useFilling } from "../../shared/forms/use-filling.ts";
import { lazyPage } from "../../shared/frame/lazy-page.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalFillingQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Waiting } from "../../shared/ui/waiting.tsx";
import { CheckStep } from "./check-step.tsx";
import { FormStep } from "./form-step.tsx";
import { MATERIAL_WAYS, type MaterialWays } from "./material-ways.ts";
import type { StepProps } from "./step-frame.tsx";
import { firstStepToDo, stepsOf } from "./steps.ts";

/** One comes to it from the last page of the form, which most of its pages are not. */
const MaterialsStep = lazyPage(() => import("./materials-step.tsx"), "MaterialsStep");

const FILLING = graphql(`
  query PortalFilling($id: ID!, $under: RegionCode!) {
    node(id: $id) {
      __typename
      ... on Application {
        ...ApplicationToFill
        ...MaterialWays
      }
    }
    me {
      id
      payoutAccounts {
        ...OfferedAccountParts
      }
    }
    regions(under: $under) {
      code
      name
    }
  }
`);

const TEXTS = {
  title: { zh: "填写申请", en: "Your application" },
  unknown: { zh: "没有这个办件，或者它不属于您。", en: "There is no such case, or it is not yours." },
  closed: {
    zh: "这个办件现在没有需要您填写的内容。",
    en: "There is nothing for you to fill in here now.",
  },
  look: { zh: "查看办件", en: "Look at the case" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/edit");

/** Fills in a draft, or puts right what was sent back: a page of the form at a time. */
export function FillPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const { region } = useConfig();
  const asked = useOwnAnswer(FILLING, { id, under: regionsAround(region)[2] });
  const data = asked.answer?.ok ? asked.answer.data : undefined;
  const node = data?.node;
  if (data && node?.__typename === "Application") {
    const application = readFragment(APPLICATION_TO_FILL, node);
    if (application.availableActions.includes("SAVE")) {
      const ways = readFragment(MATERIAL_WAYS, node);
      return <Open application={application} ways={ways} data={data} />;
    }
  }
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node: found }) => (
          <div className="part stack">
            <p>{say(found?.__typename === "Application" ? TEXTS.closed : TEXTS.unknown)}</p>
            {found?.__typename === "Application" && (
              <Link className="link-target" to="/cases/$id" params={{ id }}>
                {say(TEXTS.look)}
              </Link>
            )}
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** Accounts are their owner's alone: of another person only those that the form names can be told. */
const offeredIn = ({ me, regions }: PortalFillingQuery, { capacity }: ApplicationToFill): Offered => ({
  accounts:
    capacity === "SELF" ? (me?.payoutAccounts ?? []).map((one) => readFragment(OFFERED_ACCOUNT, one)) : [],
  regions: regions ?? [],
  ...(capacity === "SELF" ? { addAccount: (added) => <AddAccount added={added} /> } : {}),
});

type OpenProps = {
  readonly application: ApplicationToFill;
  readonly ways: MaterialWays;
  readonly data: PortalFillingQuery;
};

function Open({ application, ways, data }: OpenProps): ReactNode {
  const { step: asked } = route.useSearch();
  const filling = useFilling(application, offeredIn(data, application));
  const steps = stepsOf(filling.application);
  const step = steps.find(({ key }) => key === asked) ?? firstStepToDo(filling.application, steps);
  if (!step) return null;
  const props: StepProps = { filling, steps, step };
  if (step.kind === "form") return <FormStep key={step.key} {...props} page={step.page} />;
  return step.kind === "materials" ? (
    <Suspense fallback={<Waiting />}>
      <MaterialsStep key={step.key} {...props} ways={ways} />
    </Suspense>
  ) : (
    <CheckStep key={step.key} {...props} />
  );
}
