import type { CitizenId } from "../../kernel/ids.ts";
import type { Parts } from "../../kernel/parts.ts";
import { firstDue, type ToDo } from "./to-do.ts";
import type { SourcePorts } from "./to-do-source.ts";

export type ToDoPorts = SourcePorts & { readonly parts: Pick<Parts, "toDos"> };

/** The to-dos of a citizen, by due date, whatever service they are in. */
export async function listToDo(
  { parts, ...ports }: ToDoPorts,
  citizen: CitizenId,
  first: number,
): Promise<readonly ToDo[]> {
  const found = await Promise.all(parts.toDos.map((source) => source(ports, citizen, first)));
  return firstDue(found.flat(), first);
}
