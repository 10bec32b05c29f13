import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { changeSettings, type Language } from "../../shared/settings/settings.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { OwnDetails } from "./own-details.tsx";
import { MORE_PLACES } from "./places.ts";

const ME = graphql(`
  query PortalMe {
    me {
      ...OwnDetails
    }
  }
`);

const TEXTS = {
  title: { zh: "我的", en: "Me" },
  places: { zh: "更多栏目", en: "More places" },
  language: { zh: "页面语言", en: "Language of the pages" },
  languageText: {
    zh: "所有页面以及平台给您的答复都用这种语言。选择只保存在这台设备上。",
    en: "All pages, and what the platform answers you, are in this language. The choice is kept on this device alone.",
  },
} satisfies Record<string, Text>;

const LANGUAGES: readonly (readonly [Language, string, string])[] = [
  ["zh", "zh-CN", "中文"],
  ["en", "en", "English"],
];

/** The reader's own details, and the pages that the bar has no room for. */
export function MePage(): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(ME, {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <section className="part">
        <h2>{say(TEXTS.places)}</h2>
        <ul className="rows">
          {MORE_PLACES.map(({ to, text, hint }) => (
            <li key={to} className="stack-tight">
              <Link className="link-target" to={to}>
                {say(text)}
              </Link>
              <span className="soft small">{say(hint)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Answered asked={asked}>
        {({ me }, errors) => me && <OwnDetails of={me} errors={errors} again={asked.again} />}
      </Answered>
      <LanguageChoice />
    </Page>
  );
}

function LanguageChoice(): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.language)}</h2>
      <p className="soft small">{say(TEXTS.languageText)}</p>
      {LANGUAGES.map(([code, tag, name]) => (
        <div key={code} className="choice">
          <input
            id={`language-${code}`}
            type="radio"
            name="language"
            checked={language === code}
            onChange={() => changeSettings({ language: code })}
          />
          <label htmlFor={`language-${code}`} lang={tag}>
            {name}
          </label>
        </div>
      ))}
    </section>
  );
}
