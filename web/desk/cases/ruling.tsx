import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { CHECK_RESULTS } from "../../shared/texts/decision-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { RULING_OUTCOMES } from "./case-texts.ts";

const FRAGMENT = graphql(`
  fragment DeskRuling on Application {
    ruling {
      outcome
      at
      version
      isSampled
      checks {
        code
        result
        name {
          zh
          en
        }
        finding {
          zh
          en
        }
        ground {
          law
          article
        }
        inputs {
          path
          name {
            zh
            en
          }
          text {
            zh
            en
          }
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "规则看到了什么", en: "The rule and its findings" },
  inputs: { zh: "依据的数据", en: "Data that it read" },
  sampled: { zh: "已抽中复查", en: "Drawn for review" },
} satisfies Record<string, Text>;
const askedAt = (when: string, version: number): Text => ({
  zh: `${when}，按第 ${version} 版的规则`,
  en: `${when}, by the rule of version ${version}`,
});

/** The item's rule: what it was told, what it makes of it, what it proposes; nothing where none was asked. */
export function Ruling({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { ruling } = readFragment(FRAGMENT, of);
  if (!ruling) return null;
  const { text, tone } = RULING_OUTCOMES[ruling.outcome];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p className="tags">
        <Tag tone={tone}>{say(text)}</Tag>
        {ruling.isSampled && <Tag tone="act">{say(TEXTS.sampled)}</Tag>}
        <span className="soft small">{say(askedAt(moment(ruling.at, language), ruling.version))}</span>
      </p>
      <ul className="rows">
        {ruling.checks.map(({ code, name, finding, ground, result, inputs }) => (
          <li key={code} className="stack-tight">
            <div className="row">
              <span>{say(finding ?? name)}</span>
              <Tag tone={CHECK_RESULTS[result].tone}>{say(CHECK_RESULTS[result].text)}</Tag>
            </div>
            <span className="soft small">
              {ground.law} {ground.article}
            </span>
            {inputs && inputs.length > 0 && (
              <details>
                <summary aria-label={`${say(TEXTS.inputs)}: ${say(name)}`}>{say(TEXTS.inputs)}</summary>
                <dl className="facts small">
                  {inputs.map(({ path, name: called, text: value }) => (
                    <div key={path}>
                      <dt>{say(called)}</dt>
                      <dd>{say(value)}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
