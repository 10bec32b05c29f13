import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Told } from "../../shared/ui/told.tsx";

const FRAGMENT = graphql(`
  fragment RevokeCopy on LicenceCopy {
    id
    status
    verifier {
      name
    }
  }
`);

const REVOKE = graphql(`
  mutation PortalRevokeLicenceCopy($id: ID!) {
    revokeLicenceCopy(id: $id) {
      __typename
      ... on LicenceCopy {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  revoke: { zh: "撤销这份加注件", en: "Revoke this copy" },
  question: {
    zh: "撤销后，对方立即不能再在线使用它，而且不能恢复。要撤销吗？",
    en: "From then on nobody can use it online, and that cannot be taken back. Revoke it?",
  },
  kept: {
    zh: "对方已留存的 PDF 或核验数据收不回来；离线核验在最后一天之前仍会认为有效。",
    en: "A PDF or the data that they have kept cannot be taken back; offline it is believed until its last day.",
  },
  revoked: { zh: "已撤销，对方不能再使用。", en: "Revoked. It can be used no more." },
} satisfies Record<string, Text>;

/** Ends a copy that can still be used, or whose page is still given out. */
export function RevokeCopy({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, status, verifier } = readFragment(FRAGMENT, of);
  const { ended, failure, again, isSending, send } = useAct(REVOKE);
  const canEnd = status === "IN_FORCE" || status === "USED_UP";
  return (
    <>
      {ended?.kind === "done" && <Told title={say(TEXTS.revoked)} />}
      {canEnd && ended?.kind !== "done" && (
        <ConfirmedButton
          label={say(TEXTS.revoke)}
          about={verifier.name}
          question={say(TEXTS.question)}
          isSending={isSending}
          act={() => void send({ id })}
        >
          <p>{say(TEXTS.kept)}</p>
          <FailureNotice failure={failure} again={again} isSending={isSending} />
        </ConfirmedButton>
      )}
    </>
  );
}
