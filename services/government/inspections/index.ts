export { runRectificationClocks } from "./run-rectification-clocks.ts";
