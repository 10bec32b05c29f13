import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ACTS, actsIn } from "./acts.ts";

const FRAGMENT = graphql(`
  fragment CaseActs on Application {
    id
    status
    availableActions
    canBeEvaluated
    evaluations {
      id
    }
  }
`);

const TEXTS = {
  title: { zh: "您可以办理", en: "What you can do" },
  goOn: { zh: "继续填写并提交", en: "Go on and hand it in" },
  putRight: { zh: "补正并提交", en: "Put it right and hand it in" },
  confirm: { zh: "核对并确认", en: "Check and confirm it" },
  filled: { zh: "查看申请内容和材料", en: "Look at the form and the files" },
  evaluate: { zh: "评价这次办理", en: "Say how it went" },
  evaluated: { zh: "查看您的评价", en: "Look at what you said of it" },
} satisfies Record<string, Text>;

/** The acts that the platform lets the reader do in a case now, each with its page. */
export function CaseActs({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, status, availableActions, canBeEvaluated, evaluations } = readFragment(FRAGMENT, of);
  const acts = actsIn(availableActions);
  const mayFill = availableActions.includes("SAVE");
  const mayConfirm = availableActions.includes("CONFIRM");
  const isEvaluated = (evaluations ?? []).length > 0;
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <div className="button-row">
        {mayFill && (
          <Link className="button" to="/cases/$id/edit" params={{ id }} search={{}}>
            {say(status === "CORRECTION" ? TEXTS.putRight : TEXTS.goOn)}
          </Link>
        )}
        {mayConfirm && (
          <Link className="button" to="/cases/$id/confirm" params={{ id }}>
            {say(TEXTS.confirm)}
          </Link>
        )}
        {(canBeEvaluated || isEvaluated) && (
          <Link
            className={canBeEvaluated ? "button" : "button button-plain"}
            to="/cases/$id/evaluate"
            params={{ id }}
          >
            {say(canBeEvaluated ? TEXTS.evaluate : TEXTS.evaluated)}
          </Link>
        )}
        {!mayFill && (
          <Link className="button button-plain" to="/cases/$id/form" params={{ id }}>
            {say(TEXTS.filled)}
          </Link>
        )}
        {acts.map((act) => (
          <Link key={act} className="button button-plain" to="/cases/$id/$act" params={{ id, act }}>
            {say(ACTS[act].title)}
          </Link>
        ))}
      </div>
    </section>
  );
}
