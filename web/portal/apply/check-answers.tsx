import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormAnswers } from "../../shared/forms/form-answers.tsx";
import { FORM_PAGE } from "../../shared/forms/form-parts.ts";
import { fieldId } from "../../shared/forms/form-view.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { MATERIAL_STATES } from "../../shared/materials/material-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { StepProps } from "./step-frame.tsx";
import { formKey } from "./steps.ts";

const TEXTS = {
  change: { zh: "更改", en: "Change" },
  materials: { zh: "材料", en: "Files" },
} satisfies Record<string, Text>;

type ChangeProps = {
  readonly id: string;
  readonly step: string;
  readonly field: string;
  readonly what: Text;
};

/** Leads to where something is changed, and back to the check from there. */
function Change({ id, step, field, what }: ChangeProps): ReactNode {
  const { say } = useTexts();
  return (
    <Link
      className="link-target"
      to="/cases/$id/edit"
      params={{ id }}
      search={{ step, from: "check" }}
      hash={field}
    >
      {say(TEXTS.change)}
      <span className="out-of-sight">: {say(what)}</span>
    </Link>
  );
}

/** The answers, page by page. */
export function AnswersToCheck({ filling }: StepProps): ReactNode {
  const { say } = useTexts();
  const { application, view } = filling;
  const formPages = readFragment(FORM_PAGE, application.item.formPages);
  return formPages.map((page, i) => (
    <section className="part" key={page.title.en}>
      <h2>{say(page.title)}</h2>
      <FormAnswers
        fields={page.fields}
        view={view}
        changeLink={({ name, label }) =>
          (view.open?.has(name) ?? true) && (
            <Change id={application.id} step={formKey(i)} field={fieldId([name])} what={label} />
          )
        }
      />
    </section>
  ));
}

/** The materials with what has become of each. */
export function MaterialsToCheck({ filling: { application } }: StepProps): ReactNode {
  const { say } = useTexts();
  const materials = application.materials ?? [];
  if (materials.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.materials)}</h2>
      <dl className="facts">
        {materials.map(({ code, state, files, isEditable, isRequired }) => {
          const name = application.item.materials.find((one) => one.code === code)?.name;
          const ready = files.filter(({ status }) => status === "READY").map((file) => file.name);
          const states = MATERIAL_STATES[state];
          return (
            <div key={code}>
              <dt>{name && say(name)}</dt>
              <dd className="row">
                <span>
                  {ready.length > 0 ? ready.join(" · ") : say(isRequired ? states.required : states.optional)}
                </span>
                {isEditable && name && (
                  <Change id={application.id} step="materials" field={fieldId([code])} what={name} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
