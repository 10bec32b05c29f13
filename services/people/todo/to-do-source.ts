import type { Mode } from "../../kernel/actor.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { ToDo } from "./to-do.ts";

export type SourcePorts = { readonly database: Database; readonly mode: Mode; readonly now: Instant };

/** The to-dos of a citizen in one service as of now: all of them, or at least the first `first` by due date. */
export type ToDoSource = (ports: SourcePorts, citizen: CitizenId, first: number) => Promise<readonly ToDo[]>;

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly toDos: ToDoSource;
  }
}

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** Of every service in which citizens have something to do. */
    readonly toDos: readonly ToDoSource[];
  }
}
