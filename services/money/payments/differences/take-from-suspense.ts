import { type Fen, fen } from "../../../kernel/money.ts";
import { type BookPorts, bookDifference } from "./book-difference.ts";
import { type Difference, differenceIdOf, saidBefore } from "./difference.ts";
import type { Line } from "./difference-kinds.ts";
import { getDifference } from "./difference-store.ts";

/**
 * Takes out of suspense what a channel told of a line while the books did not have it: by now they have it, with so much on the
 * channel's account. A line that they had otherwise, or that the channel lacked, stays a difference.
 */
export async function takeFromSuspense(
  ports: BookPorts,
  line: Line & Pick<Difference, "channel">,
  booked: Fen,
): Promise<void> {
  const told = await getDifference(ports, differenceIdOf(line, 1));
  if (!told || told.known !== undefined) return;
  await bookDifference(ports, { ...saidBefore(told), effect: fen(told.amount - booked) });
}
