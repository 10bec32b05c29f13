export type { Figures } from "./figures.ts";
export { countWrites } from "./store.ts";
