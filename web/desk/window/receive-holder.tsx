import { type FormEvent, type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { CardReadInput } from "../../shared/generated/graphql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Field } from "../../shared/ui/field.tsx";
import { CardField } from "../card-field.tsx";
import { useCallWords } from "./use-call-words.ts";

const RECEIVE = graphql(`
  mutation DeskReceiveTicket($id: ID!, $idNumber: String, $card: CardReadInput, $key: ID!) {
    done: receiveTicket(id: $id, idNumber: $idNumber, card: $card, idempotencyKey: $key) {
      __typename
      ... on Attendance {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
      ... on NotAllowedNow {
        state
        availableActions
      }
    }
  }
`);

const TEXTS = {
  receive: { zh: "接待持号人", en: "Receive the holder" },
  receiving: { zh: "正在接待…", en: "Receiving…" },
  how: { zh: "核对身份", en: "See that it is the holder" },
  hint: {
    zh: "取号时刷过身份证的，直接接待；本人预约的，输入身份证号码；其他情况请读卡。",
    en: "A ticket taken with the card needs nothing more; one for the holder's own booking their identity number; any other the card.",
  },
  idNumber: { zh: "身份证号码（预约的）", en: "Identity number (of a booking)" },
} satisfies Record<string, Text>;

type ReceiveHolderProps = {
  readonly ticket: string;
  readonly onReceived: (attendance: string) => void;
};

/** Begins to serve the holder of the called ticket; the platform says what it asks for to believe it. */
export function ReceiveHolder({ ticket, onReceived }: ReceiveHolderProps): ReactNode {
  const { say } = useTexts();
  const [idNumber, setIdNumber] = useState("");
  const request = useIdempotencyKey();
  const inWords = useCallWords();
  const { send, again, failure, isSending } = useAct(RECEIVE, ({ id }) => {
    request.forget();
    setIdNumber("");
    onReceived(id);
  });
  const receive = (shown: { readonly idNumber?: string; readonly card?: CardReadInput }): void =>
    void send({ id: ticket, ...shown, key: request.keyFor([ticket, shown]) });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = idNumber.replaceAll(/\s/g, "").toUpperCase();
    receive(typed === "" ? {} : { idNumber: typed });
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <h3>{say(TEXTS.how)}</h3>
      <p className="soft">{say(TEXTS.hint)}</p>
      <FailureNotice failure={inWords(failure)} again={again} isSending={isSending} />
      <Field id="holder-id-number" label={say(TEXTS.idNumber)} problem={refusalAt(failure, "idNumber")}>
        {(marks) => (
          <input
            {...marks}
            autoComplete="off"
            maxLength={24}
            value={idNumber}
            onChange={(event) => setIdNumber(event.target.value)}
          />
        )}
      </Field>
      <CardField id="holder-card" problem={refusalAt(failure, "card")} onRead={(card) => receive({ card })} />
      <p>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.receiving : TEXTS.receive)}
        </button>
      </p>
    </form>
  );
}
