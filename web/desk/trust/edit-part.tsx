import type { ReactNode } from "react";
import type { TypedDocumentString } from "../../shared/generated/graphql.ts";
import type { Text } from "../../shared/texts/text.ts";
import { DraftForm, DraftSection } from "../drafts/draft-form.tsx";
import type { Spec } from "../drafts/specs.ts";
import { type DraftViolation, useDraft } from "../drafts/use-draft.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { issuerInput, issuerSections } from "./issuer-values.ts";
import { mappingInput, mappingSections } from "./mapping-values.ts";
import { SAVE_ISSUER, SAVE_MAPPING } from "./trust-changes.ts";

type EditProps = {
  /** By which it is told from others of its kind. */
  readonly name: string;
  readonly saved: Values;
  readonly violations: readonly DraftViolation[];
  readonly officer: DeskOfficer;
  readonly onSaved: (values: Values) => void;
};

/** All of an issuer on one page. */
export function EditIssuer({ officer, ...draft }: EditProps): ReactNode {
  const sections = issuerSections(officer);
  return (
    <EditPart
      {...{ ...draft, of: "trusted-issuer", document: SAVE_ISSUER, inputOf: issuerInput, sections }}
    />
  );
}

/** All of a mapping on one page. */
export function EditMapping({ officer, ...draft }: EditProps): ReactNode {
  const sections = mappingSections(officer);
  return (
    <EditPart
      {...{ ...draft, of: "licence-mapping", document: SAVE_MAPPING, inputOf: mappingInput, sections }}
    />
  );
}

type PartProps<Input, Result> = Omit<EditProps, "officer"> & {
  readonly of: string;
  readonly document: TypedDocumentString<{ readonly done: Result | null }, { readonly input: Input }>;
  readonly inputOf: (values: Values) => Input;
  readonly sections: readonly { readonly title: Text; readonly specs: readonly Spec[] }[];
};

function EditPart<Input, Result extends object>(props: PartProps<Input, Result>): ReactNode {
  const { sections, ...draft } = props;
  const all = sections.flatMap(({ specs }) => specs);
  const editing = useDraft({ ...draft, specsOf: () => all });
  return (
    <DraftForm editing={editing} specs={all}>
      {sections.map((section) => (
        <DraftSection key={section.title.en} {...section} editing={editing} />
      ))}
    </DraftForm>
  );
}
