import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { MORE_SETTLED_PARTNERS, SETTLED_PARTNERS } from "./clearing-operations.ts";

export type Operator = { readonly id: string; readonly name: string };

type SettledOperatorsProps = {
  readonly page: FragmentType<typeof SETTLED_PARTNERS>;
  /** Those of the pages before. */
  readonly before?: readonly Operator[];
  readonly children: (operators: readonly Operator[]) => ReactNode;
};

/** All operators that are settled with. They stand among the billers, so one is there only once every page has come. */
export function SettledOperators({ page, before = [], children }: SettledOperatorsProps): ReactNode {
  const { edges, pageInfo } = readFragment(SETTLED_PARTNERS, page);
  const operators = [
    ...before,
    ...edges.flatMap(({ node: { kind, partner } }) => (kind === "OPERATOR" && partner ? partner : [])),
  ];
  if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return children(operators);
  return (
    <OperatorsBehind key={pageInfo.endCursor} after={pageInfo.endCursor} before={operators}>
      {children}
    </OperatorsBehind>
  );
}

type OperatorsBehindProps = Omit<SettledOperatorsProps, "page"> & { readonly after: string };

function OperatorsBehind({ after, ...others }: OperatorsBehindProps): ReactNode {
  const asked = useOwnAnswer(MORE_SETTLED_PARTNERS, { after });
  return (
    <Answered asked={asked}>
      {({ settlementBooks }, errors) => {
        if (settlementBooks) return <SettledOperators page={settlementBooks} {...others} />;
        const trouble = troubleAt(errors, ["settlementBooks"]);
        return trouble && <TroubleNotice trouble={trouble} again={asked.again} />;
      }}
    </Answered>
  );
}
