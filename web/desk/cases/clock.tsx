import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DayKind } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { PAUSE_REASONS } from "./case-texts.ts";

const FRAGMENT = graphql(`
  fragment DeskClock on Application {
    clock {
      receivedOn
      acceptedOn
      isDeemedAccepted
      promisedWorkingDays
      statutoryWorkingDays
      statutoryDays
      promisedOn
      statutoryOn
      warningOn
      overdueAt
      deliveryOverdueAt
      pauses {
        reason
        note
        from
        until
        overdueAt
        to
      }
      extension {
        workingDays
        reason
        approvedBy
        at
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "时限", en: "The clock" },
  received: { zh: "收到日期", en: "Received on" },
  accepted: { zh: "受理日期", en: "Accepted on" },
  promised: { zh: "承诺办结", en: "Promised by" },
  statutory: { zh: "法定期限", en: "Legal limit" },
  warning: { zh: "预警日期", en: "Warning on" },
  overdue: { zh: "超期时间", en: "Overdue since" },
  undelivered: { zh: "送达超期时间", en: "Delivery overdue since" },
  extended: { zh: "延长", en: "Extended" },
  pause: { zh: "暂停计时", en: "Stood still" },
  over: { zh: "超过告知的期限", en: "Longer than was told" },
} satisfies Record<string, Text>;
const deemed = (when: string): Text => ({
  zh: `${when}（逾期未告知补正，视为受理）`,
  en: `${when} (nobody asked for corrections in time)`,
});
const within = (days: number, until: string | undefined, kind: DayKind = "WORKING"): Text => ({
  zh: `${days} 个${kind === "WORKING" ? "工作日" : "自然日"}${until ? `，到${until}` : ""}`,
  en: `${days} ${kind === "WORKING" ? "working" : "calendar"} days${until ? `, until ${until}` : ""}`,
});
const more = (days: number, reason: string, approvedBy: string | undefined): Text => ({
  zh: `${days} 个工作日：${reason}${approvedBy ? `（批准人：${approvedBy}）` : ""}`,
  en: `by ${days} working days: ${reason}${approvedBy ? ` (approved by ${approvedBy})` : ""}`,
});
const stoodStill = (from: string, to: string | undefined): Text => ({
  zh: to ? `${from}至${to}` : `${from}起，至今`,
  en: to ? `From ${from} to ${to}` : `Since ${from}, and still`,
});
const expected = (until: string): Text => ({ zh: `预计至${until}`, en: `expected until ${until}` });

/** The limits of the case and all that has moved them, in words. */
export function Clock({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { clock } = readFragment(FRAGMENT, of);
  const on = (date: string | null | undefined): string | undefined =>
    date ? day(date, language) : undefined;
  const { extension } = clock;
  const accepted = on(clock.acceptedOn);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <Facts
        of={[
          [say(TEXTS.received), on(clock.receivedOn)],
          [say(TEXTS.accepted), accepted && (clock.isDeemedAccepted ? say(deemed(accepted)) : accepted)],
          [say(TEXTS.promised), say(within(clock.promisedWorkingDays, on(clock.promisedOn)))],
          [
            say(TEXTS.statutory),
            say(within(clock.statutoryWorkingDays, on(clock.statutoryOn), clock.statutoryDays)),
          ],
          [say(TEXTS.warning), on(clock.warningOn)],
          [say(TEXTS.overdue), clock.overdueAt && moment(clock.overdueAt, language)],
          [say(TEXTS.undelivered), clock.deliveryOverdueAt && moment(clock.deliveryOverdueAt, language)],
          [
            say(TEXTS.extended),
            extension &&
              say(more(extension.workingDays, extension.reason, extension.approvedBy ?? undefined)),
          ],
        ]}
      />
      {clock.pauses.length > 0 && (
        <>
          <h3>{say(TEXTS.pause)}</h3>
          <ul className="rows">
            {clock.pauses.map(({ reason, note, from, until, overdueAt, to }) => (
              <li key={from} className="stack-tight">
                <span>
                  {say(stoodStill(moment(from, language), to ? moment(to, language) : undefined))} ·{" "}
                  {say(PAUSE_REASONS[reason])}
                </span>
                {until && (
                  <span>
                    {say(expected(day(until, language)))}{" "}
                    {overdueAt && <Tag tone="bad">{say(TEXTS.over)}</Tag>}
                  </span>
                )}
                <span className="soft">{note}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
