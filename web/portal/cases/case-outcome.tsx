import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { CaseOutcomeFragment } from "../../shared/generated/graphql.ts";
import { RemediesPart } from "../../shared/remedies/remedies-part.tsx";
import { CHECK_RESULTS, DECISIONS } from "../../shared/texts/decision-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment CaseOutcome on Application {
    decision {
      outcome
      at
      reason
      ground {
        law
        article
      }
    }
    ruling {
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
      }
    }
    revocation {
      at
      reason
    }
    remedies {
      ...RemediesPart
    }
  }
`);

const TEXTS = {
  title: { zh: "决定", en: "The decision" },
  at: { zh: "时间", en: "Decided" },
  reason: { zh: "理由", en: "Why" },
  ground: { zh: "依据", en: "Legal ground" },
  revoked: { zh: "撤销", en: "Revoked" },
  checks: { zh: "系统核对了什么", en: "What was checked by rule" },
} satisfies Record<string, Text>;

/** How it was decided, by whose words and under which law, and what can be done against it; nothing before that. */
export function CaseOutcome({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const outcome = readFragment(FRAGMENT, of);
  return (
    <>
      <Decided of={outcome} />
      {outcome.remedies && <RemediesPart of={outcome.remedies} />}
    </>
  );
}

function Decided({ of: { decision, ruling, revocation } }: { readonly of: CaseOutcomeFragment }): ReactNode {
  const { say, language } = useTexts();
  if (!decision) return null;
  const { outcome, at, reason, ground } = decision;
  const { text, tone } = DECISIONS[outcome];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p>
        <Tag tone={tone}>{say(text)}</Tag>
      </p>
      <Facts
        of={[
          [say(TEXTS.at), moment(at, language)],
          [say(TEXTS.reason), reason],
          [say(TEXTS.ground), ground && `${ground.law} ${ground.article}`],
          [say(TEXTS.revoked), revocation && `${moment(revocation.at, language)} ${revocation.reason}`],
        ]}
      />
      {ruling && <Checks of={ruling.checks} />}
    </section>
  );
}

type Checked = NonNullable<CaseOutcomeFragment["ruling"]>["checks"];

function Checks({ of }: { readonly of: Checked }): ReactNode {
  const { say } = useTexts();
  return (
    <details>
      <summary>{say(TEXTS.checks)}</summary>
      <ul className="rows">
        {of.map(({ code, name, finding, result, ground }) => (
          <li key={code} className="row">
            <span className="stack-tight">
              <span>{say(finding ?? name)}</span>
              <span className="soft small">
                {ground.law} {ground.article}
              </span>
            </span>
            <Tag tone={CHECK_RESULTS[result].tone}>{say(CHECK_RESULTS[result].text)}</Tag>
          </li>
        ))}
      </ul>
    </details>
  );
}
