import type { ReactNode } from "react";
import type { AnyEnd } from "../../shared/graphql/use-act.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Told } from "../../shared/ui/told.tsx";

type OutcomeProps = {
  readonly of: AnyEnd | undefined;
  /** Said where it is done. */
  readonly done: string;
  readonly again: () => void;
  readonly isSending: boolean;
};

/** How an act has ended, told at once. A refusal of a field stands at the field as well. */
export function ActOutcome({ of, done, again, isSending }: OutcomeProps): ReactNode {
  if (of?.kind === "done") return <Told title={done} />;
  return <FailureNotice failure={of} again={again} isSending={isSending} />;
}
