import type { ReactNode } from "react";
import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";

type ConfirmedActProps<V, Result> = {
  readonly document: TypedDocumentString<{ readonly [field: string]: Result | null }, V>;
  readonly variables: V;
  readonly label: string;
  readonly about?: string;
  readonly question: string;
  readonly then: () => void;
};

/** A change of the books that is asked about once more, with why it was not made beside the question. */
export function ConfirmedAct<V, Result extends object>(props: ConfirmedActProps<V, Result>): ReactNode {
  const { document, variables, then, ...texts } = props;
  const { send, again, isSending, failure } = useAct(document, then);
  return (
    <ConfirmedButton {...texts} isSending={isSending} act={() => void send(variables)}>
      <FailureNotice failure={failure} again={again} isSending={isSending} />
    </ConfirmedButton>
  );
}
