import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import type { CaseMaterial } from "../../shared/forms/application-to-fill.ts";
import type { MemberAskState } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { MemberAsk } from "./material-ways.ts";
import { MemberForm } from "./member-form.tsx";

const TEXTS = {
  lead: {
    zh: "家庭成员的电子证照可以免交这项材料，由其本人（14 岁以下由监护人）同意。",
    en: "An electronic licence of a member of your household can stand for this, by their own yes; for a child below 14 by a guardian's.",
  },
  unheld: {
    zh: "但其名下现在没有可用的有效证照。请上传文件，或另请一位家庭成员。",
    en: "But there is no valid licence of theirs that could be used now. Send a file, or ask another member.",
  },
  else: {
    zh: "请上传文件，或另请一位家庭成员。",
    en: "Send a file, or ask another member.",
  },
  ask: { zh: "请家庭成员同意使用其证照", en: "Ask a member of your household for their licence" },
  another: { zh: "另请一位家庭成员", en: "Ask another member instead" },
} satisfies Record<string, Text>;

type Told = (who: string, when: string) => Text;

const STANDINGS: Readonly<Record<MemberAskState, Told>> = {
  ASKED: (who, when) => ({
    zh: `已于 ${when} 请 ${who} 同意，等待答复。`,
    en: `${who} was asked on ${when}, and has not answered yet.`,
  }),
  GIVEN: (who, when) => ({
    zh: `${who} 已于 ${when} 同意。提交之前可以撤回。`,
    en: `${who} agreed on ${when}, and can take it back until you hand in.`,
  }),
  REFUSED: (who, when) => ({
    zh: `${who} 已于 ${when} 答复：不同意。`,
    en: `${who} said no on ${when}.`,
  }),
  WITHDRAWN: (who, when) => ({
    zh: `${who} 已于 ${when} 撤回同意。`,
    en: `${who} took their yes back on ${when}.`,
  }),
};

type HouseholdAskProps = {
  readonly application: string;
  readonly of: CaseMaterial;
  readonly ask: MemberAsk | null;
};

/** The question to a member of the household whose licence may stand for a material: how it stands, and the way to put it. */
export function HouseholdAsk({ application, of: { code, state }, ask }: HouseholdAskProps): ReactNode {
  const { say } = useTexts();
  return (
    <div className="stack">
      {ask ? <Standing of={ask} isFilled={state === "FILLED"} /> : <p>{say(TEXTS.lead)}</p>}
      <details>
        <summary>{say(ask ? TEXTS.another : TEXTS.ask)}</summary>
        <MemberForm application={application} material={code} />
      </details>
    </div>
  );
}

/** How the question stands, in words, and what to do where it came to nothing. */
function Standing({ of, isFilled }: { readonly of: MemberAsk; readonly isFilled: boolean }): ReactNode {
  const { say, language } = useTexts();
  const { name, maskedIdNumber, state, askedAt, answeredAt } = of;
  const told = STANDINGS[state](`${name} (${maskedIdNumber})`, moment(answeredAt ?? askedAt, language));
  const isOver = state === "REFUSED" || state === "WITHDRAWN";
  return (
    <>
      <p className="strong">{say(told)}</p>
      {state === "GIVEN" && !isFilled && <p>{say(TEXTS.unheld)}</p>}
      {isOver && !isFilled && <p>{say(TEXTS.else)}</p>}
    </>
  );
}
