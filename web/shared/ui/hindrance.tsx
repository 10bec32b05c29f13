import type { ReactNode } from "react";
import type { AnyEnd } from "../graphql/use-ended-act.ts";
import { Notice } from "./notice.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";

type HindranceProps = {
  readonly of: AnyEnd | undefined;
  readonly again: () => void;
  readonly isSending: boolean;
};

/** Why a change was not made, by the platform's own words for a refusal; nothing where it was. */
export function Hindrance({ of, again, isSending }: HindranceProps): ReactNode {
  if (of?.kind === "trouble")
    return <TroubleNotice trouble={of.trouble} again={again} isAsking={isSending} />;
  return of?.kind === "refused" ? <Notice tone="bad" title={of.refusal.message} isNews /> : null;
}
