import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useConfig } from "../../shared/config.ts";
import { day } from "../../shared/format/dates.ts";
import { regionsAround } from "../../shared/format/regions.ts";
import type { DeskClearingQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { ConfirmedAct } from "../forms/confirmed-act.tsx";
import { BackToTreasury } from "./back-to-treasury.tsx";
import { AGREE_TO_CLEARING, CLEARING } from "./clearing-operations.ts";
import { CLEARING_KINDS } from "./clearing-words.ts";
import { ProposeClearing } from "./propose-clearing.tsx";
import { SettledOperators } from "./settled-operators.tsx";
import { TransitRegions } from "./transit-regions.tsx";

type Rule = NonNullable<DeskClearingQuery["clearingRules"]>[number];

const TEXTS = {
  title: { zh: "运营方清分", en: "Clearing between operators" },
  about: {
    zh: "一次地铁行程进站和出站属于不同运营方时，票款怎样分。一人提出，另一人同意后，从起始日的行程起执行。",
    en: "How operators share what a ride by metro costs that begins at one and ends at another. One treasurer proposes, another agrees; it holds for rides from its first day on.",
  },
  none: {
    zh: "还没有清分规则：票款全部归出站的运营方。",
    en: "There is no rule yet: the operator at the exit has all of it.",
  },
  agreed: { zh: "已同意", en: "Agreed" },
  waits: { zh: "待另一人同意", en: "Waits for another treasurer" },
  own: {
    zh: "这条规则由您提出，须由另一名资金人员同意。",
    en: "You have proposed this; another treasurer has to agree to it.",
  },
  share: { zh: "进站运营方的份额", en: "Share of the operator at the entry" },
  agree: { zh: "同意", en: "Agree to it" },
  isAgreed: { zh: "已同意，自起始日起执行", en: "It is agreed, and holds from its first day" },
} satisfies Record<string, Text>;
const begins = (date: string): Text => ({ zh: `自 ${date} 起`, en: `From ${date}` });
const agreeQuestion = (date: string, { zh, en }: Text): Text => ({
  zh: `确定自 ${date} 起的行程${zh}分配吗？`,
  en: `Shall rides from ${date} on be shared like this: ${en}?`,
});

const route = getRouteApi("/desk/treasury/clearing");

export function ClearingPage(): ReactNode {
  const { say } = useTexts();
  // Without one in the address it is the province, whose metro the region of this deployment rides.
  const [, , province] = regionsAround(useConfig().region);
  const region = route.useSearch().region ?? province;
  const { told, tell } = useTold();
  const asked = useOwnAnswer(CLEARING, { region });
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      {told}
      <Answered asked={asked}>
        {({ transitRegions, clearingRules, transitLines, settlementBooks }, errors) => {
          const trouble = troubleAt(errors, ["clearingRules"]) ?? troubleAt(errors, ["settlementBooks"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            <>
              <TransitRegions of={transitRegions ?? []} chosen={region} to="/desk/treasury/clearing" />
              <Rules of={clearingRules ?? []} region={region} tell={tell} />
              {settlementBooks && (
                <SettledOperators page={settlementBooks}>
                  {(operators) => (
                    <ProposeClearing
                      key={region}
                      {...{ region, operators, tell }}
                      lines={(transitLines ?? []).filter(({ airportLine }) => !airportLine)}
                    />
                  )}
                </SettledOperators>
              )}
            </>
          );
        }}
      </Answered>
      <BackToTreasury />
    </Page>
  );
}

type RulesProps = {
  readonly of: readonly Rule[];
  readonly region: string;
  readonly tell: (done: string) => void;
};

function Rules({ of, region, tell }: RulesProps): ReactNode {
  const { say } = useTexts();
  if (of.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  return of.map((rule) => (
    <OneRule key={`${rule.effectiveFrom} ${rule.isAgreed}`} of={rule} region={region} tell={tell} />
  ));
}

type OneRuleProps = { readonly of: Rule; readonly region: string; readonly tell: (done: string) => void };

function OneRule({ of, region, tell }: OneRuleProps): ReactNode {
  const { say, language } = useTexts();
  const { effectiveFrom, kind, entryPerMille, isAgreed, isOwn, availableActions, lines } = of;
  const from = day(effectiveFrom, language);
  return (
    <section className="part">
      <div className="part-head">
        <h2>{say(begins(from))}</h2>
        <Tag tone={isAgreed ? "good" : "act"}>{say(isAgreed ? TEXTS.agreed : TEXTS.waits)}</Tag>
      </div>
      <p>{say(CLEARING_KINDS[kind])}</p>
      <Facts
        of={[
          [say(TEXTS.share), kind === "FIXED" && `${entryPerMille} ‰`],
          ...lines.map(
            ({ line, lineName, operator, operatorName }) =>
              [lineName ?? line, operatorName ?? <code key={line}>{operator}</code>] as const,
          ),
        ]}
      />
      {!isAgreed && isOwn && <Notice title={say(TEXTS.own)} />}
      {availableActions?.includes("agreeToClearingRule") && (
        <ConfirmedAct
          document={AGREE_TO_CLEARING}
          variables={{ region, effectiveFrom }}
          label={say(TEXTS.agree)}
          about={from}
          question={say(agreeQuestion(from, CLEARING_KINDS[kind]))}
          then={() => tell(say(TEXTS.isAgreed))}
        />
      )}
    </section>
  );
}
