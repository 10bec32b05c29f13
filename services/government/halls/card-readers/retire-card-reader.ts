import type { Result } from "../../../kernel/result.ts";
import type { Hall } from "../hall.ts";
import { retireReader } from "./card-reader.ts";
import { changeReaders, type ReaderPorts, type ReadersNotChanged } from "./change-readers.ts";

type Unknown = { readonly code: "CARD_READER_UNKNOWN" };

/** A hall's manager takes a reader out of use, at once and for good. */
export const retireCardReader = (
  ports: ReaderPorts,
  { hall, code }: { readonly hall: string; readonly code: string },
  reason: string,
): Promise<Result<Hall, Unknown | ReadersNotChanged>> =>
  changeReaders<Unknown>(ports, { hall, reason, action: "halls.card-reader.retired" }, (found) =>
    retireReader(found, code, ports.now),
  );
