import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { type BookPorts, bookDifference, listOfLine } from "./book-difference.ts";
import { type ChannelLine, saidBefore } from "./difference.ts";

/**
 * Takes out of suspense what a channel told of a line while the books did not have it: by now they have it, with so much on the
 * channel's account. All that it told and put right since counts together. A line that the books had otherwise, or that
 * the channel lacked, stays a difference.
 */
export async function takeFromSuspense(ports: BookPorts, line: ChannelLine, booked: Fen): Promise<void> {
  const words = await listOfLine(ports, line);
  const [first] = words;
  if (!first || first.known !== undefined) return;
  const told = words.filter(({ known }) => known === undefined).map(({ amount }) => amount);
  const effect = fen(addMoney(ZERO, ...told) - booked);
  await bookDifference(ports, {
    ...{ ...saidBefore(first), effect },
    ...{ known: "SUCCEEDED", knownAmount: fen(booked < 0n ? -booked : booked) },
  });
}
