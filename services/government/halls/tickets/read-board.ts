import { dateAt } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Board, getBoard, type TicketStore } from "./ticket-store.ts";

/** The board on the wall of a hall today. Each queue and window asks for it at once, and it is read once. */
export const readBoard = (
  { now, ...store }: TicketStore & { readonly now: Instant },
  hall: string,
): Promise<Board> => getBoard(store, hall, dateAt(now));
