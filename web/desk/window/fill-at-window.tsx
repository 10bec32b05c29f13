import { type ReactNode, useState } from "react";
import type { ApplicationToFill } from "../../shared/forms/application-to-fill.ts";
import { FormFields } from "../../shared/forms/form-fields.tsx";
import { FORM_PAGE } from "../../shared/forms/form-parts.ts";
import { toSummary } from "../../shared/forms/form-view.ts";
import type { Offered } from "../../shared/forms/offered.ts";
import { namesOn } from "../../shared/forms/open-fields.ts";
import { useFilling } from "../../shared/forms/use-filling.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { MaterialPart } from "../../shared/materials/material-part.tsx";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { ForeignAtWindow } from "./foreign-at-window.tsx";
import type { ForeignWays } from "./foreign-ways.ts";
import { useHandIn } from "./use-hand-in.ts";

const TEXTS = {
  save: { zh: "保存", en: "Save" },
  saving: { zh: "正在保存…", en: "Saving…" },
  saved: { zh: "已保存", en: "It is saved" },
  handIn: { zh: "提交", en: "Hand in" },
  handingIn: { zh: "正在提交…", en: "Handing in…" },
  stake: {
    zh: "提交后须由本人确认：向其手机发送验证码，当场报出即可。",
    en: "Handed in, it waits for the person's own word: a code goes to their telephone, which they tell you here.",
  },
  duplicate: {
    zh: "此人同一事项已有申请在办",
    en: "They have applied for this before, and it is still open",
  },
  reason: { zh: "再次申请的理由", en: "Why they apply once more" },
} satisfies Record<string, Text>;

type FillAtWindowProps = {
  readonly of: ApplicationToFill;
  readonly offered: Offered;
  readonly attendance: string;
  /** The ways to fill its materials by licences of other regions. */
  readonly ways: ForeignWays;
};

/** The whole form at once, for a clerk who fills it in while somebody tells: saved as often as one likes, then handed in. */
export function FillAtWindow({ of, offered, attendance, ways }: FillAtWindowProps): ReactNode {
  const { say } = useTexts();
  const filling = useFilling(of, offered, attendance);
  const handing = useHandIn(filling, attendance);
  const [isSaved, setSaved] = useState(false);
  const { application, view, isSaving } = filling;
  const told = handing.attempts > 0 ? view.problems : [];
  const formPages = readFragment(FORM_PAGE, application.item.formPages);
  const shown = formPages.filter((page) => !view.open || namesOn(page).some((name) => view.open?.has(name)));
  const isCorrection = application.status === "CORRECTION";
  const materials = (application.materials ?? []).filter(({ isEditable }) => isEditable || !isCorrection);
  async function save(): Promise<void> {
    setSaved(false);
    setSaved((await filling.saveRest()).kind === "saved");
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSaved(false);
        handing.handIn();
      }}
    >
      <ErrorSummary key={handing.attempts} problems={toSummary(told, { ...view, say })} />
      <FailureNotice failure={handing.outcome} again={handing.handIn} isSending={handing.isSending} />
      {handing.others.length > 0 && (
        <Notice tone="act" title={say(TEXTS.duplicate)} isNews>
          <ul>
            {handing.others.map(({ id, number, status }) => (
              <li key={id}>
                {number} {say(CASE_STATUSES[status].text)}
              </li>
            ))}
          </ul>
          <Field id="duplicate-reason" label={say(TEXTS.reason)}>
            {(marks) => (
              <textarea
                {...marks}
                rows={2}
                maxLength={4000}
                value={handing.reason}
                onChange={(event) => handing.setReason(event.target.value)}
              />
            )}
          </Field>
        </Notice>
      )}
      {shown.map((page) => (
        <section className="part form" key={page.title.en}>
          <h2>{say(page.title)}</h2>
          <FormFields fields={page.fields} view={{ ...view, problems: told }} />
        </section>
      ))}
      {materials.map((material) => (
        <MaterialPart key={material.code} of={material} application={application} attendance={attendance}>
          <ForeignAtWindow of={material} application={application.id} {...{ ways, attendance }} />
        </MaterialPart>
      ))}
      {isSaved && <Notice tone="good" title={say(TEXTS.saved)} isNews />}
      {application.item.stake && <p className="soft">{say(TEXTS.stake)}</p>}
      <div className="button-row">
        <button className="button" type="submit" aria-disabled={handing.isSending}>
          {say(handing.isSending ? TEXTS.handingIn : TEXTS.handIn)}
        </button>
        <button
          className="button button-plain"
          type="button"
          aria-disabled={isSaving}
          onClick={() => void save()}
        >
          {say(isSaving ? TEXTS.saving : TEXTS.save)}
        </button>
      </div>
    </form>
  );
}
