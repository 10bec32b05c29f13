import type { ReactNode } from "react";
import { type AnswersView, answerRows } from "../../shared/forms/answer-rows.ts";
import { FORM_PAGE, fieldsIn } from "../../shared/forms/form-parts.ts";
import { HELD_PARTS, OFFERED_ACCOUNT } from "../../shared/forms/form-view.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { DeskOfficer } from "../use-officer.ts";
import type { CorrectionMarks } from "./acts/correction.ts";
import { CorrectionMark } from "./acts/correction-mark.tsx";

const FRAGMENT = graphql(`
  fragment DeskAnswers on Application {
    form
    duplicateReason
    payoutAccounts {
      ...OfferedAccountParts
    }
    heldFields {
      ...HeldFieldParts
    }
    item {
      formPages {
        ...FormPageParts
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "申请表", en: "The form" },
  none: { zh: "申请表暂时无法显示。", en: "The form cannot be shown right now." },
  empty: { zh: "未填写", en: "Not filled in" },
  held: { zh: "平台填入", en: "From the platform" },
  duplicate: { zh: "重复申请的理由：", en: "Why there is a second application: " },
} satisfies Record<string, Text>;

type AnswersProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** While a correction notice is being written. */
  readonly marks: CorrectionMarks | undefined;
  readonly officer: DeskOfficer;
};

/** The form as it was handed in, in words. */
export function Answers({ of, marks, officer }: AnswersProps): ReactNode {
  const { say, language } = useTexts();
  const { form, item, payoutAccounts, heldFields, duplicateReason } = readFragment(FRAGMENT, of);
  const pages = readFragment(FORM_PAGE, item.formPages);
  const view: AnswersView = {
    fields: pages.flatMap(({ fields }) => fields),
    answers: form ?? {},
    held: (heldFields ?? []).map((held) => readFragment(HELD_PARTS, held)),
    offered: {
      accounts: (payoutAccounts ?? []).map((account) => readFragment(OFFERED_ACCOUNT, account)),
      regions: officer.regions ?? [],
    },
  };
  const reading = { say, language, offered: view.offered };
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!form && <p>{say(TEXTS.none)}</p>}
      {form &&
        pages.map(({ title, fields }) => (
          <div key={title.en}>
            <h3>{say(title)}</h3>
            <dl className="facts">
              {fieldsIn(fields, []).flatMap((field) =>
                answerRows(field, [field.name], { view, reading }).map(({ at, label, text, isHeld }, i) => (
                  <div key={at.join("/")}>
                    <dt>{label}</dt>
                    <dd>
                      {text ?? <span className="soft">{say(TEXTS.empty)}</span>}
                      {isHeld && <span className="soft small"> · {say(TEXTS.held)}</span>}
                      {marks && i === 0 && (
                        <CorrectionMark
                          {...{ kind: "fields", marks }}
                          name={field.name}
                          label={say(field.label)}
                        />
                      )}
                    </dd>
                  </div>
                )),
              )}
            </dl>
          </div>
        ))}
      {duplicateReason && (
        <p>
          {say(TEXTS.duplicate)}
          {duplicateReason}
        </p>
      )}
    </section>
  );
}
