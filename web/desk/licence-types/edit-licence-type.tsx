import type { ReactNode } from "react";
import { DraftForm, DraftSection } from "../drafts/draft-form.tsx";
import { FormSection } from "../drafts/form-section.tsx";
import { type DraftViolation, useDraft } from "../drafts/use-draft.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { CONTENT_AT } from "./groups/content.ts";
import { followed, GROUPS, inputOf, specsOf } from "./groups.ts";
import { SAVE } from "./licence-type-operations.ts";

type EditProps = {
  readonly name: string;
  readonly saved: Values;
  readonly violations: readonly DraftViolation[];
  readonly officer: DeskOfficer;
  readonly onSaved: (values: Values) => void;
};

/** All of a licence type on one page, group by group. */
export function EditLicenceType({ officer, ...draft }: EditProps): ReactNode {
  const editing = useDraft({
    ...{ of: "licence-type", ...draft, formAt: CONTENT_AT, document: SAVE, inputOf, follow: followed },
    specsOf: (values) => specsOf(values, officer),
  });
  const { values } = editing;
  return (
    <DraftForm editing={editing} specs={specsOf(values, officer)}>
      {GROUPS.map(({ title, form, specs }) =>
        form ? (
          <FormSection key={title.en} {...form} editing={editing} />
        ) : (
          <DraftSection key={title.en} {...{ title, editing }} specs={specs(values, officer)} />
        ),
      )}
    </DraftForm>
  );
}
