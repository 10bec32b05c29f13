import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import type { DeskTariffFragment, TransitTariffStanding } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Tone } from "../../shared/texts/tone.ts";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { ConfirmedAct } from "../forms/confirmed-act.tsx";
import { FareParts } from "./fare-parts.tsx";
import { AGREE_TO_FARES } from "./fares-operations.ts";

/** Fares with what this treasurer can do about them. */
export type Shown = {
  readonly tariff: DeskTariffFragment;
  readonly isOwn: boolean;
  readonly mayAgree: boolean;
};

const STANDINGS: Readonly<Record<TransitTariffStanding, { readonly text: Text; readonly tone: Tone }>> = {
  PROPOSED: { text: { zh: "待另一人同意", en: "Waits for another treasurer" }, tone: "act" },
  TO_COME: { text: { zh: "待生效", en: "To come" }, tone: "wait" },
  IN_FORCE: { text: { zh: "执行中", en: "In force" }, tone: "good" },
  REPLACED: { text: { zh: "已被取代", en: "Replaced" }, tone: "plain" },
};

const TEXTS = {
  own: {
    zh: "这些票价由您提出，须由另一名资金人员同意。",
    en: "You have proposed these fares; another treasurer has to agree to them.",
  },
  agree: { zh: "同意公布", en: "Agree to them" },
  isAgreed: { zh: "已同意并公布，自起始日起执行", en: "They are published, and hold from their first day" },
} satisfies Record<string, Text>;
const begins = (date: string): Text => ({ zh: `自 ${date} 起`, en: `From ${date}` });
const against = (date: string): Text => ({
  zh: `与自 ${date} 起的票价相比，标出有变化的部分。`,
  en: `The parts that differ from the fares from ${date} on are marked.`,
});
const agreeQuestion = (date: string): Text => ({
  zh: `确定公布自 ${date} 起的这些票价吗？公布后所有人可见，自该日起按此计价。`,
  en: `Shall these fares be published? Everybody sees them, and rides from ${date} on cost so much.`,
});

type ShownTariffProps = {
  readonly of: Shown;
  /** All of the same mode. */
  readonly published: readonly Shown[];
  readonly tell: (done: string) => void;
};

/** Fares of a mode from a day on, in words, with what differs from those that they take the place of. */
export function ShownTariff({ of, published, tell }: ShownTariffProps): ReactNode {
  const { say, language } = useTexts();
  const { tariff, isOwn, mayAgree } = of;
  const { region, mode, effectiveFrom, standing } = tariff;
  const from = day(effectiveFrom, language);
  const before = lastBefore(tariff, published);
  return (
    <section className="part">
      <div className="part-head">
        <h2>{say(begins(from))}</h2>
        <Tag tone={STANDINGS[standing].tone}>{say(STANDINGS[standing].text)}</Tag>
      </div>
      {before && <p className="soft">{say(against(day(before.effectiveFrom, language)))}</p>}
      <FareParts of={tariff} before={before} />
      {isOwn && <Notice title={say(TEXTS.own)} />}
      {mayAgree && (
        <ConfirmedAct
          document={AGREE_TO_FARES}
          variables={{ region, mode, effectiveFrom }}
          label={say(TEXTS.agree)}
          about={from}
          question={say(agreeQuestion(from))}
          then={() => tell(say(TEXTS.isAgreed))}
        />
      )}
    </section>
  );
}

/** The published fares of the latest day before; of a proposal also those of its own day, whose place it takes. */
export function lastBefore(
  { effectiveFrom, standing }: Pick<DeskTariffFragment, "effectiveFrom" | "standing">,
  all: readonly Shown[],
): DeskTariffFragment | undefined {
  const isBefore = (other: DeskTariffFragment): boolean =>
    other.effectiveFrom < effectiveFrom || (standing === "PROPOSED" && other.effectiveFrom === effectiveFrom);
  return all
    .map(({ tariff }) => tariff)
    .filter((other) => other.standing !== "PROPOSED" && isBefore(other))
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}
