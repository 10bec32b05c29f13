import { type ReactNode, useEffect, useState } from "react";
import { type Answers, isAsked, withValueAt } from "../../shared/forms/answers.ts";
import { FormFields } from "../../shared/forms/form-fields.tsx";
import { FORM_PAGE, type FormField, type FormPage, fieldsIn } from "../../shared/forms/form-parts.ts";
import type { FormView } from "../../shared/forms/form-view.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import type { Language } from "../../shared/settings/settings.ts";
import { SpokenIn, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { useLastTold } from "../use-last-told.ts";
import { PREVIEW } from "./preview-operation.ts";
import { asValues, type Values } from "./values.ts";

/** So long nothing is typed until the preview follows. */
const STILL_MS = 600;

const TEXTS = {
  about: {
    zh: "左右两栏是同一张表的两种语言，可以试填；填写内容不会保存。",
    en: "The same form in both languages: try it; nothing that you fill in is kept.",
  },
  nothing: {
    zh: "表单还不完整，改正下列问题后显示预览。",
    en: "This is no form yet: put right what is listed.",
  },
  problems: { zh: "发布前要解决的问题", en: "To be resolved before it is published" },
  none: { zh: "表单没有问题。", en: "Nothing is wrong with the form." },
} satisfies Record<string, Text>;

const TAGS: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };

type PreviewProps = { readonly title: Text; readonly form: Values };

/** A form that is being written, as people will fill it in, in both languages beside one another. */
export function FormPreview({ title, form }: PreviewProps): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(PREVIEW, { form: useStill(form) });
  // It stays, with the answers that were tried, until the next one is there.
  const shown = useLastTold(asked)?.formPreview;
  return (
    <section className="part" aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <p className="soft">{say(TEXTS.about)}</p>
      {(!shown || asked.answer?.ok === false) && <Answered asked={asked}>{() => null}</Answered>}
      {shown && (
        <>
          {shown.pages.length === 0 && <p>{say(TEXTS.nothing)}</p>}
          <InBoth pages={readFragment(FORM_PAGE, shown.pages)} />
          <h3>{say(TEXTS.problems)}</h3>
          {shown.violations.length === 0 && <p>{say(TEXTS.none)}</p>}
          <ul className="rows">
            {shown.violations.map(({ message, path }) => (
              <li key={`${path.join("/")} ${message}`}>
                {message} <span className="soft small">{path.slice(1).join(" / ")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The value as it was when it last stood still. */
function useStill(form: Values): Record<string, unknown> {
  const [still, setStill] = useState(form);
  useEffect(() => {
    const timer = setTimeout(() => setStill(form), STILL_MS);
    return () => clearTimeout(timer);
  }, [form]);
  return { ...still };
}

/** An answer on one side stands on the other. */
function InBoth({ pages }: { readonly pages: readonly FormPage[] }): ReactNode {
  const [answers, setAnswers] = useState<Answers>({});
  const change = (at: readonly string[], value: unknown): void =>
    setAnswers((before) => asValues(withValueAt(before, at, value)));
  return (
    <div className="parts">
      {(["zh", "en"] as const).map((language) => (
        <SpokenIn.Provider value={language} key={language}>
          <div className="waiting" lang={TAGS[language]}>
            {pages.map((page, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the form.
              <PageIn key={at} {...{ page, pages, language, at, answers, change }} />
            ))}
          </div>
        </SpokenIn.Provider>
      ))}
    </div>
  );
}

type PageProps = {
  readonly page: FormPage;
  readonly pages: readonly FormPage[];
  readonly at: number;
  readonly language: Language;
  readonly answers: Answers;
  readonly change: FormView["change"];
};

/** A page in one language: to the renderer it is a group of a form of its own, so that each control has an id of its own. */
function PageIn({ page, pages, at, language, answers, change }: PageProps): ReactNode {
  const root = `${language}${at}`;
  const all = { fields: pages.flatMap(({ fields }) => fields), answers };
  const unasked = fieldsIn(page.fields, [])
    .filter((field) => !isAsked(field, field.path, all))
    .map(({ name }) => name);
  const group = { ...GROUP, name: root, path: [root], label: page.title };
  const fields = page.fields
    .filter(({ path: [top = ""] }) => !unasked.includes(top))
    .map((field) => fieldIn(field, root));
  const view: FormView = {
    fields: [group, ...fields],
    answers: { [root]: answers },
    change: ([, ...rest], value) => change(rest, value),
    ...{ held: [], problems: [], offered: { accounts: [], regions: [] } },
  };
  return <FormFields fields={[group]} view={view} />;
}

/** Whether a field of a page is asked has been decided over all pages; what is in a group is decided within it. */
const fieldIn = (field: FormField, root: string): FormField => ({
  ...field,
  path: [root, ...field.path],
  when:
    field.path.length === 1 ? [] : field.when.map(({ path, values }) => ({ path: [root, ...path], values })),
});

const GROUP: Omit<FormField, "name" | "path" | "label"> = {
  ...{ widget: "GROUP", required: true, confirms: null, example: null, pattern: null, maxItems: null },
  ...{ notBefore: null, notAfter: null, hint: null, choices: [], when: [] },
};
