export type { ApprovalEffect, EffectStatement } from "./approval-effect.ts";
export type { DraftInput } from "./draft.ts";
export { findOffer, findServiceItem } from "./find-service-items.ts";
export type { HeldRecord } from "./held-record.ts";

export { citizenAsker, type RollOutStage } from "./pilot.ts";
export { publishServiceItem } from "./publish-service-item.ts";
export { rollOutServiceItem } from "./roll-out-service-item.ts";
export { type FactGroup, IDENTITY } from "./rule-facts.ts";
export { saveServiceItemDraft } from "./save-service-item-draft.ts";
export type { ServiceItem } from "./service-item.ts";
