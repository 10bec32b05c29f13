import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
import type { DeskOfficer } from "../use-officer.ts";
import { FormEditor } from "./form-editor.tsx";
import { FormPreview } from "./form-preview.tsx";
import { basicSpecs, LEGAL_SPECS, MATERIAL_SPECS, type Spec, STEP_SPECS } from "./item-specs.ts";
import { ruleSpecs } from "./rule-specs.ts";
import { SpecFields } from "./spec-fields.tsx";
import { useItem } from "./use-item.ts";
import { asValues, controlId, type Values } from "./values.ts";

type EditProps = {
  readonly name: string;
  readonly saved: Values;
  readonly officer: DeskOfficer;
  readonly onSaved: (code: string) => void;
};

const TEXTS = {
  basic: { zh: "基本信息", en: "Basics" },
  rule: { zh: "决定和效果", en: "Decision and effects" },
  law: { zh: "依据", en: "Law" },
  materials: { zh: "材料", en: "Materials" },
  steps: { zh: "流程", en: "Workflow" },
  preview: { zh: "显示两种语言的预览", en: "Show a preview in both languages" },
  save: { zh: "保存草稿", en: "Save the draft" },
  saving: { zh: "正在保存…", en: "Saving…" },
  saved: { zh: "草稿已保存", en: "The draft is saved" },
  typed: { zh: "有未保存的修改。", en: "Something is typed in that is not saved." },
  discard: { zh: "放弃修改", en: "Discard it" },
} satisfies Record<string, Text>;

/** All of an item on one page, its form with a preview that follows what is typed. */
export function EditItem({ name, saved, officer, onSaved }: EditProps): ReactNode {
  const { say } = useTexts();
  const { departments, regions } = officer;
  const basic = basicSpecs(
    departments ?? [],
    (regions ?? []).map((region) => ({ value: region.code, text: { zh: region.name, en: region.name } })),
  );
  const editing = useItem({
    ...{ name, saved, onSaved },
    specsOf: (values) => [...basic, ...LEGAL_SPECS, ...MATERIAL_SPECS, ...STEP_SPECS, ...ruleSpecs(values)],
  });
  const { values, change, json, problems, save, isSaving, outcome, isTyped, discard } = editing;
  const form = asValues(values["form"]);
  const [isShown, show] = useState(false);
  const section = (title: Text, specs: readonly Spec[]): ReactNode => (
    <section className="part">
      <h2>{say(title)}</h2>
      <SpecFields of={specs} editing={editing} />
    </section>
  );
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ErrorSummary problems={problems} />
      <ActOutcome of={outcome} done={say(TEXTS.saved)} again={save} isSending={isSaving} />
      {section(TEXTS.basic, basic)}
      {section(TEXTS.law, LEGAL_SPECS)}
      {section(TEXTS.materials, MATERIAL_SPECS)}
      <section className="part">
        <FormEditor
          {...{ form, json }}
          change={(next) => change(["form"], next)}
          problem={problems.find(({ field }) => field === controlId(["form"]))?.text}
        />
      </section>
      {isShown ? (
        <FormPreview form={form} />
      ) : (
        <button className="button button-plain" type="button" onClick={() => show(true)}>
          {say(TEXTS.preview)}
        </button>
      )}
      {section(TEXTS.steps, STEP_SPECS)}
      {section(TEXTS.rule, ruleSpecs(values))}
      <div className="button-row">
        <button className="button" type="submit" aria-disabled={isSaving}>
          {say(isSaving ? TEXTS.saving : TEXTS.save)}
        </button>
        {isTyped && (
          <>
            <span>{say(TEXTS.typed)}</span>
            <button className="button button-plain" type="button" onClick={discard}>
              {say(TEXTS.discard)}
            </button>
          </>
        )}
      </div>
    </form>
  );
}
