import type { FormProblem } from "../government/cases/index.ts";
import type { FreeSlot } from "../government/halls/index.ts";
import type { MessageCode } from "../kernel/message.ts";
import type { Fen } from "../kernel/money.ts";
import type { Instant } from "../kernel/runtime.ts";
import type { Context } from "./context.ts";
import { badInput, forbidden } from "./errors.ts";
import type { Resolvers } from "./generated/types.ts";

/** A refusal as use cases make it. Its message is looked up by its code, in the caller's language. */
export type RefusalModel = {
  readonly code: MessageCode;
  /** What fills the gaps of the message. */
  readonly values?: Readonly<Record<string, string>>;
};

/** Names the place in the input. */
export type InvalidInputModel = RefusalModel & { readonly path: readonly string[] };
export type NotAllowedNowModel = RefusalModel & {
  readonly state: string;
  readonly availableActions: readonly string[];
};
export type AlreadyRecordedModel = RefusalModel & { readonly deposit: string };
export type TooManyGuessesModel = RefusalModel & { readonly until: Instant };
export type BillNotPayableModel = RefusalModel & {
  readonly bill: string;
  readonly payment?: string | undefined;
};
export type RideCodeUsedModel = RefusalModel & { readonly usedAt: Instant };
export type InsufficientFundsModel = RefusalModel & { readonly spendable: Fen; readonly needed: Fen };
export type NotRefundableModel = RefusalModel & { readonly refundable?: Fen };
export type FormIncompleteModel = RefusalModel & { readonly problems: readonly FormProblem[] };
export type DuplicateApplicationModel = RefusalModel & { readonly open: readonly string[] };
export type BookingBlockedModel = RefusalModel & { readonly until: Instant };
export type SlotFullModel = RefusalModel & { readonly free: readonly FreeSlot[] };
export type NotPublishableModel = RefusalModel & { readonly violations: readonly InvalidInputModel[] };

const message = ({ code, values }: RefusalModel, _: unknown, { say }: Context): string => say(code, values);

export const refusalResolvers: Resolvers = {
  InvalidInput: { message },
  NotFound: { message },
  NotAllowedNow: { message },
  IdempotencyMismatch: { message },
  SameOfficer: { message },
  AlreadyRecorded: { message },
  BillNumberTaken: { message },
  TooManyGuesses: { message },
  BillNotPayable: { message, payment: ({ payment }) => payment ?? null },
  InsufficientFunds: { message },
  ChannelUnavailable: { message },
  NumberTaken: { message },
  CardBusy: { message },
  RideCodeUsed: { message },
  CardInArrears: { message },
  NotRefundable: { message, refundable: ({ refundable }) => refundable ?? null },
  NotPublishable: { message },
  FormIncomplete: { message },
  FormProblem: { message },
  Violation: { message },
  SlotFull: { message },
  BookingBlocked: { message },
  NobodyWaits: { message },
  OutsideJurisdiction: { message },
};

/** The refusal of an action that a record's state does not allow. */
export function notAllowedNow(state: string, availableActions: readonly string[]) {
  const values = { state, actions: availableActions.join(", ") || "—" };
  return { __typename: "NotAllowedNow", code: "NOT_ALLOWED_NOW", state, availableActions, values } as const;
}

type CardRefusalModel =
  | (RefusalModel & {
      readonly code: "CARD_NOT_FOUND" | "CARD_REFUND_UNDER_WAY" | "CARD_RIDE_OPEN" | "CARD_IN_ARREARS";
    })
  | { readonly code: "CARD_NOT_ALLOWED_NOW"; readonly status: string; readonly actions: readonly string[] };

/** The refusal of what a holder asks for with a card. */
export function cardNotDone(refusal: CardRefusalModel) {
  switch (refusal.code) {
    case "CARD_NOT_FOUND":
      return { __typename: "NotFound", ...refusal } as const;
    case "CARD_NOT_ALLOWED_NOW":
      return notAllowedNow(refusal.status, refusal.actions);
    default:
      return { __typename: "CardBusy", ...refusal } as const;
  }
}

/** What a clerk who asks for lists of a hall is thrown: halls are public, but not what goes on in them. */
export const notOfClerk = ({ code }: { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }) =>
  code === "HALL_NOT_FOUND" ? badInput(code) : forbidden([], []);
