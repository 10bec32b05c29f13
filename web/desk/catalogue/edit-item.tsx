import type { ReactNode } from "react";
import type { Text } from "../../shared/texts/text.ts";
import { DraftForm, DraftSection } from "../drafts/draft-form.tsx";
import type { FormPlace } from "../drafts/form-place.ts";
import { FormSection } from "../drafts/form-section.tsx";
import { type DraftViolation, useDraft } from "../drafts/use-draft.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { SAVE } from "./item-changes.ts";
import { basicSpecs, FORM_SPEC, itemSpecs, LEGAL_SPECS, MATERIAL_SPECS, STEP_SPECS } from "./item-specs.ts";
import { inputOf } from "./item-values.ts";
import { ruleSpecs } from "./rule-specs.ts";

type EditProps = {
  readonly name: string;
  readonly saved: Values;
  readonly violations: readonly DraftViolation[];
  readonly officer: DeskOfficer;
  readonly onSaved: (values: Values) => void;
};

const TEXTS = {
  basic: { zh: "基本信息", en: "Basics" },
  rule: { zh: "决定和效果", en: "Decision and effects" },
  law: { zh: "依据", en: "Law" },
  materials: { zh: "材料", en: "Materials" },
  steps: { zh: "流程", en: "Workflow" },
} satisfies Record<string, Text>;

const FORM_PLACE = {
  at: FORM_SPEC.path,
  words: {
    title: FORM_SPEC.label,
    name: { zh: "表名", en: "The form's name" },
    json: { zh: "整张表的 JSON", en: "All of the form as JSON" },
    preview: { zh: "申请表预览", en: "Preview of the form" },
  },
} satisfies FormPlace;

/** All of an item on one page, its form with a preview that follows what is typed. */
export function EditItem({ officer, ...draft }: EditProps): ReactNode {
  const basic = basicSpecs(officer);
  const editing = useDraft({
    ...{ of: "item", ...draft, formAt: FORM_PLACE.at, document: SAVE, inputOf },
    specsOf: (values) => itemSpecs(values, officer),
  });
  return (
    <DraftForm editing={editing} specs={itemSpecs(editing.values, officer)}>
      <DraftSection title={TEXTS.basic} specs={basic} editing={editing} />
      <DraftSection title={TEXTS.law} specs={LEGAL_SPECS} editing={editing} />
      <DraftSection title={TEXTS.materials} specs={MATERIAL_SPECS} editing={editing} />
      <FormSection {...FORM_PLACE} editing={editing} />
      <DraftSection title={TEXTS.steps} specs={STEP_SPECS} editing={editing} />
      <DraftSection title={TEXTS.rule} specs={ruleSpecs(editing.values)} editing={editing} />
    </DraftForm>
  );
}
