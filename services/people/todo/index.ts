export type { ToDo } from "./to-do.ts";
export type { ToDoSource } from "./to-do-source.ts";
