export { countWrites } from "./store.ts";
