import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { officerName } from "../officer-name.ts";
import { TextAct } from "../text-act.tsx";

const REDRAW = graphql(`
  mutation DeskRedrawInspector($plan: ID!, $licence: ID!, $inspector: ID!, $text: String!) {
    done: redrawInspector(plan: $plan, licence: $licence, inspector: $inspector, reason: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  who: { zh: "不能参加的检查人员", en: "The inspector who cannot go" },
  why: { zh: "不能参加的原因", en: "Why they cannot go" },
  draw: { zh: "随机换一名", en: "Draw another" },
} satisfies Record<string, Text>;

type RedrawProps = {
  readonly plan: string;
  readonly licence: string;
  readonly inspectors: readonly { readonly id: string; readonly name: string | null }[];
};

/** Has another inspector drawn in the place of one who cannot go. */
export function Redraw({ plan, licence, inspectors }: RedrawProps): ReactNode {
  const { say } = useTexts();
  // Kept as the reason is: after a lock it may not be told of the other inspector.
  const { value: chosen, change, forget } = useKept(`redrawn-${plan}-${licence}`, () => "");
  const { send, ...acting } = useAct(REDRAW, forget);
  const inspector = (inspectors.find(({ id }) => id === chosen) ?? inspectors[0])?.id ?? "";
  return (
    <div className="form">
      <Choice
        id={`inspector-${licence}`}
        label={say(TEXTS.who)}
        value={inspector}
        options={inspectors.map((one) => ({ value: one.id, text: say(officerName(one)) }))}
        choose={change}
      />
      <TextAct
        id={`redraw-${plan}-${licence}`}
        label={TEXTS.why}
        deeds={[{ ...acting, name: TEXTS.draw, send: (text) => send({ plan, licence, inspector, text }) }]}
      />
    </div>
  );
}
