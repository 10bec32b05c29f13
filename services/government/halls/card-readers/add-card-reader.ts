import type { Result } from "../../../kernel/result.ts";
import type { Hall } from "../hall.ts";
import { addReader, type CardReader, type ReaderProblem } from "./card-reader.ts";
import { changeReaders, type ReaderPorts, type ReadersNotChanged } from "./change-readers.ts";

export type ReaderWish = Pick<CardReader, "code" | "publicKey"> & { readonly hall: string };

/** A hall's manager makes a reader known, by the public half of its key: from then on what it signs is believed. */
export const addCardReader = (
  ports: ReaderPorts,
  { hall, ...reader }: ReaderWish,
  reason: string,
): Promise<Result<Hall, ReaderProblem | ReadersNotChanged>> =>
  changeReaders<ReaderProblem>(ports, { hall, reason, action: "halls.card-reader.added" }, (found) =>
    addReader(found, { ...reader, addedBy: ports.actor.id }, ports.now),
  );
