import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import type { Answer } from "../../shared/graphql/send.ts";
import { type GivenError, type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { keep, readKept } from "../../shared/sign-in/kept.ts";
import { useSession } from "../../shared/sign-in/session.ts";
import type { WishedVisit } from "./visit.ts";

const BOOK = graphql(`
  mutation PortalBook($input: BookAppointmentInput!, $key: ID!) {
    done: bookAppointment(input: $input, idempotencyKey: $key) {
      __typename
      ... on Appointment {
        id
      }
      ... on BookingBlocked {
        until
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const MOVE = graphql(`
  mutation PortalMoveVisit($id: ID!, $slot: DateTime!) {
    done: moveAppointment(id: $id, slot: $slot) {
      __typename
      ... on Appointment {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Done = ResultOf<typeof BOOK>["done"] | ResultOf<typeof MOVE>["done"];

export type BookingOutcome =
  | { readonly kind: "booked"; readonly id: string }
  /** The last place of the slot has gone; the page asks anew for those that are left. */
  | { readonly kind: "full"; readonly message: string }
  | { readonly kind: "refused"; readonly message: string; readonly until: string | undefined }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

export type Booking = {
  readonly outcome: BookingOutcome | undefined;
  readonly isSending: boolean;
  /** Books this slot, or moves the visit to it. Sent again, it is the same booking. */
  readonly book: (slot: string) => Promise<BookingOutcome | undefined>;
};

/**
 * A booking under one idempotency key for its hall, item and slot. The key outlives the page, a lost network and a sign-in that
 * ended, until it is known how the booking ended. Moving needs none: a visit that is at the slot already stays there.
 */
export function useBooking({ hall, item, move }: WishedVisit): Booking {
  const { person = "" } = useSession();
  const booking = useChange(BOOK);
  const moving = useChange(MOVE);
  const [outcome, setOutcome] = useState<BookingOutcome>();
  const isSending = booking.isSending || moving.isSending;

  async function sendBooking(slot: string): Promise<BookingOutcome> {
    const name = `book:${hall}:${item}:${slot}`;
    const key = readKept(person, name) ?? crypto.randomUUID();
    keep(person, name, key);
    const next = outcomeOf(await booking.send({ input: { hall, item, slot }, key }));
    if (next.kind !== "trouble") keep(person, name, undefined);
    return next;
  }

  async function book(slot: string): Promise<BookingOutcome | undefined> {
    if (isSending) return undefined;
    const next = move ? outcomeOf(await moving.send({ id: move, slot })) : await sendBooking(slot);
    setOutcome(next);
    return next;
  }

  return { outcome, isSending, book };
}

function outcomeOf(answer: Answer<{ readonly done: Done }>): BookingOutcome {
  if (!answer.ok) return { kind: "trouble", trouble: answer.trouble };
  const { done } = answer.data;
  return done ? endOf(done) : { kind: "trouble", trouble: troubleIn(answer.errors) };
}

const troubleIn = (errors: readonly GivenError[]): Trouble =>
  troubleAt(errors, ["done"]) ?? { kind: "fault", requestId: undefined };

function endOf(done: NonNullable<Done>): BookingOutcome {
  if ("id" in done) return { kind: "booked", id: done.id };
  const { message } = done;
  if (done.__typename === "SlotFull") return { kind: "full", message };
  return { kind: "refused", message, until: "until" in done ? done.until : undefined };
}
