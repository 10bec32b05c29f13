import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { CaseTrailFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CaseHistory } from "./case-history.tsx";

const FRAGMENT = graphql(`
  fragment CaseTrail on Application {
    progress {
      code
      state
      dueOn
      finishedAt
      name {
        zh
        en
      }
    }
    ...CaseHistory
  }
`);

type Step = CaseTrailFragment["progress"][number];

const TEXTS = {
  steps: { zh: "办理环节", en: "The steps" },
  now: { zh: "正在办理", en: "Under way" },
  toCome: { zh: "尚未开始", en: "Still to come" },
} satisfies Record<string, Text>;
const by = (when: string): Text => ({ zh: `最晚${when}`, en: `by ${when}` });
const done = (when: string): Text => ({ zh: `${when}完成`, en: `Done on ${when}` });

const MARKS: Readonly<Record<Step["state"], string>> = {
  TO_COME: "",
  WAITING: "trail-now",
  CLAIMED: "trail-now",
  FINISHED: "trail-done",
};

/** The steps before it and behind it, and all that was done, in plain words. */
export function CaseTrail({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const found = readFragment(FRAGMENT, of);
  const { progress } = found;
  return (
    <>
      {progress.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.steps)}</h2>
          <ol className="trail">
            {progress.map((step) => (
              <li key={step.code} className={MARKS[step.state]}>
                <span className="strong">{say(step.name)}</span>
                <StateOf step={step} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <CaseHistory of={found} />
    </>
  );
}

function StateOf({ step: { state, dueOn, finishedAt } }: { readonly step: Step }): ReactNode {
  const { say, language } = useTexts();
  if (finishedAt) return <span className="soft small">{say(done(moment(finishedAt, language)))}</span>;
  return (
    <span className="soft small">
      {say(state === "TO_COME" ? TEXTS.toCome : TEXTS.now)} {dueOn && say(by(day(dueOn, language)))}
    </span>
  );
}
