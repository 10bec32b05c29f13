import type { ReactNode } from "react";
import { FormAnswers } from "../../shared/forms/form-answers.tsx";
import { FORM_PAGE } from "../../shared/forms/form-parts.ts";
import { HELD_PARTS, OFFERED_ACCOUNT } from "../../shared/forms/form-view.ts";
import type { Offered } from "../../shared/forms/offered.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment StandingAnswers on Application {
    form
    heldFields {
      ...HeldFieldParts
    }
    payoutAccounts {
      ...OfferedAccountParts
    }
    item {
      formPages {
        ...FormPageParts
      }
    }
  }
`);

type StandingAnswersProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  readonly regions: Offered["regions"] | null;
};

/** A form as it stands, page by page, for reading alone. */
export function StandingAnswers({ of, regions }: StandingAnswersProps): ReactNode {
  const { say } = useTexts();
  const { form, heldFields, payoutAccounts, item } = readFragment(FRAGMENT, of);
  const formPages = readFragment(FORM_PAGE, item.formPages);
  const accounts = (payoutAccounts ?? []).map((one) => readFragment(OFFERED_ACCOUNT, one));
  const view = {
    fields: formPages.flatMap(({ fields }) => fields),
    answers: form ?? {},
    held: (heldFields ?? []).map((one) => readFragment(HELD_PARTS, one)),
    offered: { accounts, regions: regions ?? [] },
  };
  return formPages.map(({ title, fields }) => (
    <section className="part" key={title.en}>
      <h2>{say(title)}</h2>
      <FormAnswers fields={fields} view={view} />
    </section>
  ));
}
