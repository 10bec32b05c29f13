export type { ToDoSource } from "./to-do-source.ts";
