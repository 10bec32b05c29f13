export { hasInterest, type Inspector, inspectsIn } from "./inspector.ts";
export { checkInspector, getInspector, listRoll } from "./store.ts";
