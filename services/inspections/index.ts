export { hasInterest, type Inspector, inspectsIn } from "./inspector.ts";
export { checkInspector, getInspector } from "./inspector-store.ts";
