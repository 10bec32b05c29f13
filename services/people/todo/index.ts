export type { ToDo } from "./to-do.ts";
