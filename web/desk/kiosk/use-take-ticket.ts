import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskTakeTicketMutation, TakeTicketInput } from "../../shared/generated/graphql.ts";
import { useOrderKey } from "../order-key.ts";
import { type ActOutcome, useOfficerAct } from "../use-officer-act.ts";

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
  readonly outcome: ActOutcome | undefined;
  readonly isSending: boolean;
};

/** Takes a ticket, once however often the same wish is sent. */
export function useTakeTicket(then?: (taken: TakenTicket) => void): TakeTicket {
  const [ticket, setTicket] = useState<TakenTicket>();
  const { keyFor, settle } = useOrderKey();
  const { act, ...acting } = useOfficerAct(TAKE, (taken) => {
    settle();
    setTicket(taken);
    then?.(taken);
  });
  return {
    ...acting,
    ticket,
    take: (input) => {
      setTicket(undefined);
      void act({ input, key: keyFor(input) });
    },
  };
}
