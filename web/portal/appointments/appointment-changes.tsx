import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";

const FRAGMENT = graphql(`
  fragment AppointmentChanges on Appointment {
    id
    item
    status
    availableActions
    hall {
      code
    }
  }
`);

const CANCEL = graphql(`
  mutation PortalCancelVisit($id: ID!) {
    done: cancelAppointment(id: $id) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  change: { zh: "改期", en: "Change the time" },
  cancel: { zh: "取消预约", en: "Cancel this visit" },
  sure: { zh: "确定取消这个预约吗？", en: "Do you want to cancel this visit?" },
  sureText: { zh: "取消后名额会让给别人。", en: "The place goes to somebody else." },
  yes: { zh: "确定取消", en: "Yes, cancel it" },
  no: { zh: "保留预约", en: "Keep it" },
  tooLate: {
    zh: "离开始不到两小时，不能再改期或取消。来不了请拨打 12345。",
    en: "It begins within two hours, so it cannot be changed or cancelled any more. If you cannot come, call 12345.",
  },
} satisfies Record<string, Text>;

/** The ways to change it that the platform says there are. */
export function AppointmentChanges({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, item, hall, status, availableActions } = readFragment(FRAGMENT, of);
  const { send, isSending, failure } = useAct(CANCEL);
  const act = (): void => void send({ id });
  const mayMove = availableActions.includes("MOVE") && item !== null;
  const mayCancel = availableActions.includes("CANCEL");
  return (
    <>
      <FailureNotice failure={failure} again={act} isSending={isSending} />
      {status === "BOOKED" && !mayCancel && <p>{say(TEXTS.tooLate)}</p>}
      <div className="stack no-print">
        {mayMove && (
          <Link
            className="button button-plain"
            to="/halls/$code/book"
            params={{ code: hall.code }}
            search={{ item, move: id }}
          >
            {say(TEXTS.change)}
          </Link>
        )}
        {mayCancel && (
          <ConfirmedButton
            {...{
              label: say(TEXTS.cancel),
              question: say(TEXTS.sure),
              yes: say(TEXTS.yes),
              no: say(TEXTS.no),
            }}
            {...{ isSending, act }}
          >
            <p>{say(TEXTS.sureText)}</p>
          </ConfirmedButton>
        )}
      </div>
    </>
  );
}
