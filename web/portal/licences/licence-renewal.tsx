import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { phaseOf, type RenewalPhase } from "./licence-ends.ts";

const FRAGMENT = graphql(`
  fragment LicenceRenewal on ElectronicLicence {
    renewal {
      opensOn
      inTimeUntil
      closesOn
      item
    }
  }
`);

const TEXTS = {
  title: { zh: "延续", en: "Renewal" },
  opens: { zh: "开始申请", en: "It can be asked for from" },
  inTime: { zh: "按时申请的最后一天", en: "Last day in time" },
  closes: { zh: "申请截止", en: "Not possible after" },
  law: {
    zh: "按时提出申请，到期时还没有作出决定的，视为准予延续（行政许可法第五十条）。逾期申请的，到期之后、决定之前，证照无效。",
    en: "Asked for in time, it counts as granted if nobody has decided when the licence ends (Administrative Licensing Law, art. 50). Asked for later, the licence is not valid from its end until the decision.",
  },
  see: { zh: "查看延续事项", en: "See the service that renews it" },
} satisfies Record<string, Text>;

const PHASES: Readonly<Record<RenewalPhase, { readonly text: Text; readonly tone?: "good" | "act" }>> = {
  EARLY: { text: { zh: "还不能申请延续", en: "It cannot be asked for yet" } },
  IN_TIME: { text: { zh: "现在可以按时申请延续", en: "It can be asked for now, in time" }, tone: "good" },
  LATE: {
    text: {
      zh: "已过按时申请的期限，到期前仍可以申请",
      en: "It is too late to be in time, but it can be asked for until the end",
    },
    tone: "act",
  },
};

/** When the renewal of a licence can be asked for, how it then stands by law, and the service for it; nothing where none is offered. */
export function LicenceRenewal({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { renewal } = readFragment(FRAGMENT, of);
  if (!renewal) return null;
  const { opensOn, inTimeUntil, closesOn, item } = renewal;
  const { text, tone } = PHASES[phaseOf(renewal)];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <Notice {...(tone ? { tone } : {})} title={say(text)} />
      <Facts
        of={[
          [say(TEXTS.opens), day(opensOn, language)],
          [say(TEXTS.inTime), day(inTimeUntil, language)],
          [say(TEXTS.closes), day(closesOn, language)],
        ]}
      />
      <p className="soft">{say(TEXTS.law)}</p>
      {item !== null && (
        <Link className="link-target" to="/services/$code" params={{ code: item }}>
          {say(TEXTS.see)}
        </Link>
      )}
    </section>
  );
}
