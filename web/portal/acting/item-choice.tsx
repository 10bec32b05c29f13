import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { MATTER_NAMES, NAMED_ITEM, PARTNERSHIP } from "./item-names.ts";
import type { AuthorityForm } from "./use-authority-form.ts";

const TEXTS = {
  which: { zh: "可以代办哪些事项？", en: "In which services?" },
  all: { zh: "全部事项", en: "All services" },
  some: { zh: "只有选定的事项", en: "Only those that I choose" },
  items: { zh: "选定的事项", en: "The services" },
} satisfies Record<string, Text>;

type ItemChoiceProps = {
  /** Of the first of its controls. */
  readonly id: string;
  readonly of: AuthorityForm;
  readonly items: readonly FragmentType<typeof NAMED_ITEM>[];
  readonly problem: string | undefined;
};

/** All services, or some of those that persons, or enterprises, apply for. */
export function ItemChoice({ id, of: { wish, fill }, items, problem }: ItemChoiceProps): ReactNode {
  const { say } = useTexts();
  const audience = wish.enterprise ? "LEGAL_PERSON" : "NATURAL_PERSON";
  const offered = readFragment(NAMED_ITEM, items)
    .map(({ node }) => node)
    .filter(({ audiences }) => audiences.includes(audience));
  const matter = wish.enterprise ? MATTER_NAMES[PARTNERSHIP] : undefined;
  const choices = [...offered, ...(matter ? [{ code: PARTNERSHIP, name: matter }] : [])];
  const toggle = (code: string, isIn: boolean): void =>
    fill({ items: [...wish.items.filter((one) => one !== code), ...(isIn ? [code] : [])] });
  return (
    <>
      <fieldset className={problem ? "field-wrong" : ""}>
        <legend className="strong">{say(TEXTS.which)}</legend>
        {problem && <p className="field-error">{problem}</p>}
        {[true, false].map((isForAll) => {
          const own = isForAll ? id : `${id}-not`;
          return (
            <div key={own} className="choice">
              <input
                id={own}
                type="radio"
                name={id}
                checked={wish.isForAll === isForAll}
                onChange={() => fill({ isForAll })}
              />
              <label htmlFor={own}>{say(isForAll ? TEXTS.all : TEXTS.some)}</label>
            </div>
          );
        })}
      </fieldset>
      {!wish.isForAll && (
        <fieldset>
          <legend className="strong">{say(TEXTS.items)}</legend>
          {choices.map(({ code, name }) => (
            <div key={code} className="choice">
              <input
                id={`item-${code}`}
                type="checkbox"
                checked={wish.items.includes(code)}
                onChange={(event) => toggle(code, event.target.checked)}
              />
              <label htmlFor={`item-${code}`}>{say(name)}</label>
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}
