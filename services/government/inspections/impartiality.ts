import type { CreditCode } from "../../field/credit-code.ts";
import { enterpriseAs } from "../../field/subject.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { lookUpStanding } from "../../people/enterprises/index.ts";
import { hasInterest, type Inspector } from "../inspectors/index.ts";
import type { InspectionStore } from "./store.ts";

/**
 * Whether an inspector may not inspect a holder (回避): they act for it by the register now, or have declared an
 * interest.
 */
export async function isConcerned(
  { now, ...store }: InspectionStore & { readonly now: Instant },
  inspector: Inspector,
  holder: CreditCode,
): Promise<boolean> {
  const standing = await lookUpStanding(store, inspector.person, enterpriseAs(holder), now);
  return standing !== undefined || hasInterest(inspector, { persons: [], enterprise: holder });
}
