export { hasInterest, inspectsIn } from "./inspector.ts";
export { checkInspector, getInspector } from "./store.ts";
