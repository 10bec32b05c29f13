export type { ApprovalEffect, EffectStatement, Stake } from "./approval-effect.ts";
export type { RuleCheck } from "./approval-rule.ts";
export type { DraftInput } from "./draft.ts";
export { type EditedView, editedView } from "./edited-item.ts";
export { editorsAfter, isSecondEditor, type SameOfficer } from "./editors.ts";
export { unaskedFields } from "./effect-fields.ts";
export { findDepartment, findDepartmentsIn } from "./find-departments.ts";
export { findRenewingItem } from "./find-renewing-item.ts";
export { findOffer, findServiceItem, findServiceItems } from "./find-service-items.ts";
export { checkForm } from "./form-fault.ts";
export { compileForm, type FormFinding, type FormJudge, formProblems } from "./form-schema.ts";
export { askedOf, type FieldWords, labelOf, undeclaredField, wordsAt } from "./forms/form-fields.ts";
export { isFieldName } from "./forms/form-keywords.ts";
export { formPages } from "./forms/form-pages.ts";
export { heldFields } from "./forms/held-fields.ts";
export type { HeldRecord } from "./held-record.ts";
export type { HeldStatement, HeldValue } from "./held-value.ts";
export { type InputWords, inputWords } from "./input-words.ts";
export { isOffered } from "./item-head.ts";
export { materialName, materialOf } from "./item-material.ts";
export { type LegalBasis, type LocalizedText, type Violation, violation } from "./item-terms.ts";
export { extensionOf } from "./item-times.ts";
export type { EffectWrites, ReviewedEffect, Writes } from "./item-writes.ts";
export type { CountedNumbers, LicenceAct, LicenceTerms, RenewalTerms } from "./licence-terms.ts";
export { bothOf, lawTexts, missingLists, missingTexts } from "./missing-terms.ts";
export { type Asker, askerOf, citizenAsker, type RollOutStage } from "./pilot.ts";
export { checkReason, type Publication, publishServiceItem } from "./publish-service-item.ts";
export { reviewOf } from "./review-form.ts";
export { rollOutServiceItem } from "./roll-out-service-item.ts";
export { type FactGroup, IDENTITY, readableFacts, sentenceOf } from "./rule-facts.ts";
export {
  type Expression,
  evaluateExpression,
  expressionProblem,
  holds,
  newStepBudget,
  type RuleInputs,
  readsOf,
  type StepBudget,
  valueAt,
} from "./rule-language.ts";
export { saveServiceItemDraft } from "./save-service-item-draft.ts";
export {
  type Department,
  DRAFT_VERSION,
  type Form,
  type FormReview,
  formViolations,
  mayEdit,
  type NotPublishable,
  type OutsideJurisdiction,
  type ServiceItem,
} from "./service-item.ts";
export { isStepRole, officeOf, type StepRole } from "./step-role.ts";
export { readDepartment, readLegalBasis, startReading, type TermReader, tooLarge } from "./term-reader.ts";
export { agreementFor, type WindowAgreement } from "./window-agreement.ts";
export { groupsOf } from "./workflow.ts";
