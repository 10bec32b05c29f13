export type { DraftInput } from "./draft.ts";
export { findOffer, findServiceItem } from "./find-service-items.ts";
export type { RollOut } from "./item-head.ts";
export { citizenAsker, type RollOutStage } from "./pilot.ts";
export { publishServiceItem } from "./publish-service-item.ts";
export type { RollOutChange, Stage } from "./roll-out-change.ts";
export { rollOutServiceItem } from "./roll-out-service-item.ts";
export { saveServiceItemDraft } from "./save-service-item-draft.ts";
export type { ServiceItem, WorkflowStep } from "./service-item.ts";
