import { actorAs, type Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Hall } from "../hall.ts";
import { addCardReader } from "./add-card-reader.ts";
import type { ReaderProblem } from "./card-reader.ts";
import type { ReadersNotChanged } from "./change-readers.ts";
import { listReaders } from "./list-readers.ts";
import { receiveCardHolder } from "./receive-card-holder.ts";
import { retireCardReader } from "./retire-card-reader.ts";

export const cardReaderResolvers: Resolvers = {
  Mutation: {
    addCardReader: async (_, { input, reason }, context) =>
      answerOf(await addCardReader(portsOf(context), input, reason)),
    retireCardReader: async (_, { hall, code, reason }, context) =>
      answerOf(await retireCardReader(portsOf(context), { hall, code }, reason)),
    receiveAtWindow: async (_, { card, idempotencyKey }, context) => {
      const { secrets, log } = context;
      const ports = { ...portsOf(context), mode: context.actor.mode, secrets, log };
      const received = await receiveCardHolder(ports, card, idempotencyKey);
      if (received.ok) return { __typename: "Attendance", ...received.value };
      const { error } = received;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      return error.code === "TOO_MANY_ATTENDANCES"
        ? { __typename: "TooManyAttendances", ...error }
        : { __typename: "IdempotencyMismatch", ...error };
    },
  },
  Hall: {
    cardReaders: async ({ code }, _, { database }) => [...(await listReaders(database, code))],
  },
  CardReader: { retiredAt: ({ retiredAt }) => retiredAt ?? null },
};

function portsOf(context: Context) {
  const { database, commit, now, requestId } = context;
  return { database, commit, now, requestId, actor: actorAs(context, "OFFICER") };
}

type Refused = ReaderProblem | ReadersNotChanged | { readonly code: "CARD_READER_UNKNOWN" };

function answerOf(result: Result<Hall, Refused>) {
  if (result.ok) return { __typename: "Hall", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  return error.code === "OUTSIDE_JURISDICTION"
    ? ({ __typename: "OutsideJurisdiction", ...error } as const)
    : ({ __typename: "NotFound", ...error } as const);
}
