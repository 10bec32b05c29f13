import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskTakeTicketMutation, TakeTicketInput } from "../../shared/generated/graphql.ts";
import { type NotDone, useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";

const TAKE = graphql(`
  mutation DeskTakeTicket($input: TakeTicketInput!, $key: ID!) {
    done: takeTicket(input: $input, idempotencyKey: $key) {
      __typename
      ... on Ticket {
        id
        number
        takenAt
        bookedFor
        ahead
        isNamed
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

export type TakenTicket = Extract<
  NonNullable<DeskTakeTicketMutation["done"]>,
  { readonly __typename: "Ticket" }
>;

export type TakeTicket = {
  readonly take: (input: TakeTicketInput) => void;
  readonly again: () => void;
  /** The one that was given out last. */
  readonly ticket: TakenTicket | undefined;
  readonly failure: NotDone | undefined;
  readonly isSending: boolean;
};

/** Takes a ticket, once however often the same wish is sent. */
export function useTakeTicket(then?: (taken: TakenTicket) => void): TakeTicket {
  const [ticket, setTicket] = useState<TakenTicket>();
  const request = useIdempotencyKey();
  const { send, ...acting } = useAct(TAKE, (taken) => {
    request.forget();
    setTicket(taken);
    then?.(taken);
  });
  return {
    ...acting,
    ticket,
    take: (input) => {
      setTicket(undefined);
      void send({ input, key: request.keyFor(input) });
    },
  };
}
