import type { ReactNode } from "react";
import { day } from "../format/dates.ts";
import { type FragmentType, readFragment } from "../generated/fragment-masking.ts";
import { graphql } from "../generated/gql.ts";
import type { AdverseAct } from "../generated/graphql.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { Facts } from "../ui/facts.tsx";
import { linkTo, placeFacts } from "./place-facts.tsx";

const FRAGMENT = graphql(`
  fragment RemediesPart on Remedies {
    against
    servedOn
    isTold
    onlineNow
    isReconsiderationFirst
    isStateCouncilOpen
    isProvisional
    authority {
      ...PlaceFacts
    }
    article {
      zh
      en
    }
    orElse {
      name {
        zh
        en
      }
    }
    reconsiderationDays
    reconsiderationUntil
    court {
      ...PlaceFacts
    }
    actionMonths
    actionUntil
    actionAfterReconsiderationDays
  }
`);

const TEXTS = {
  onlineNow: { zh: "网上提交（决定作出后补充告知）", en: "Online, stated after the decision" },
  title: { zh: "法定救济途径", en: "Your legal remedies" },
  notTold: {
    zh: "作出时没有告知救济途径，所以期限延长：自您知道之日起计算，最迟到下面的日期。",
    en: "You were not told of these when it was decided, so there is more time: it runs from the day you learn of them, until the days below at the latest.",
  },
  first: {
    zh: "须先申请行政复议，对结果不服再起诉。",
    en: "Reconsideration comes first; only after it can you go to court.",
  },
  reconsider: { zh: "申请行政复议", en: "Ask for reconsideration" },
  orElse: { zh: "也可以选择", en: "Or instead" },
  ground: { zh: "依据", en: "Legal ground" },
  court: { zh: "向法院起诉", en: "Go to court" },
  council: {
    zh: "对复议决定不服的，也可以申请国务院裁决。",
    en: "Against its answer you can also ask the State Council for a ruling.",
  },
  provisional: {
    zh: "相关年份的放假安排公布后，最后一天可能顺延。",
    en: "The holidays of that year are not announced yet; a last day may still move later.",
  },
  review: {
    zh: "向本部门申请复核不影响这些途径，复核期间上述期限照常计算。",
    en: "The department's own review takes nothing of this away, and these days run on while it reviews.",
  },
} satisfies Record<string, Text>;

const untilOf = (limit: Text, served: string): Text => ({
  zh: `${limit.zh}（${served} 收到的）`,
  en: `${limit.en}, if you received it on ${served}`,
});
const lastDayOf = (last: string, within: Text): Text => ({
  zh: `${last}前，${within.zh}`,
  en: `by ${last}, ${within.en}`,
});
const afterOf = (days: number): Text => ({
  zh: `复议后不服，或者复议期满没有决定的，${days} 日内起诉。`,
  en: `After a reconsideration: within ${days} days of its answer, or of the end of its limit where none came.`,
});

/** Refusals, which the department itself can be asked to review. */
const REVIEWED: readonly AdverseAct[] = ["REFUSAL", "NON_ACCEPTANCE"];

/** The legal remedies against an act: where, how, and the day on which each ends. */
export function RemediesPart({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const remedies = readFragment(FRAGMENT, of);
  const { isTold, isReconsiderationFirst, orElse, actionUntil } = remedies;
  const served = day(remedies.servedOn, language);
  const days = remedies.reconsiderationDays;
  const months = remedies.actionMonths;
  const within = (limit: Text): Text => (isTold && !isReconsiderationFirst ? untilOf(limit, served) : limit);
  const reconsider = lastDayOf(
    day(remedies.reconsiderationUntil, language),
    within({ zh: `${days} 日内`, en: `within ${days} days` }),
  );
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!isTold && <p className="strong">{say(TEXTS.notTold)}</p>}
      {isReconsiderationFirst && <p>{say(TEXTS.first)}</p>}
      <Facts
        of={[
          [say(TEXTS.reconsider), say(reconsider)],
          ...placeFacts(remedies.authority, { say, isOnlineAsked: !remedies.onlineNow }),
          [say(TEXTS.onlineNow), remedies.onlineNow && linkTo(remedies.onlineNow)],
          [say(TEXTS.orElse), orElse && say(orElse.name)],
          [say(TEXTS.ground), say(remedies.article)],
        ]}
      />
      <Facts
        of={[
          [
            say(TEXTS.court),
            actionUntil &&
              say(
                lastDayOf(
                  day(actionUntil, language),
                  within({ zh: `${months} 个月内`, en: `within ${months} months` }),
                ),
              ),
          ],
          ...placeFacts(remedies.court, { say, isOnlineAsked: false }),
        ]}
      />
      <p>{say(afterOf(remedies.actionAfterReconsiderationDays))}</p>
      {remedies.isStateCouncilOpen && <p>{say(TEXTS.council)}</p>}
      {remedies.isProvisional && <p className="soft small">{say(TEXTS.provisional)}</p>}
      {REVIEWED.includes(remedies.against) && <p className="soft">{say(TEXTS.review)}</p>}
    </section>
  );
}
