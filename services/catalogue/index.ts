export type { DraftInput } from "./draft.ts";
export { findServiceItem } from "./find-service-items.ts";
export type { RollOutStage } from "./item-head.ts";
export { publishServiceItem } from "./publish-service-item.ts";
export { rollOutServiceItem } from "./roll-out-service-item.ts";
export { saveServiceItemDraft } from "./save-service-item-draft.ts";
export type { ServiceItem, WorkflowStep } from "./service-item.ts";
