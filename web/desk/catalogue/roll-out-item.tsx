import type { ReactNode } from "react";
import { dateAt, day } from "../../shared/format/dates.ts";
import type { RollOutStage } from "../../shared/generated/graphql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Field } from "../../shared/ui/field.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
import { useOfficer } from "../use-officer.ts";
import { useRegionName } from "../use-region-name.ts";
import type { Edited } from "./edited.ts";
import { ROLL_OUT } from "./item-changes.ts";
import { STAGES } from "./item-words.ts";

const TEXTS = {
  title: { zh: "在哪里开通", en: "Where it is on" },
  unpublished: { zh: "发布后才能开通。", en: "It can be switched on once it is published." },
  nowhere: { zh: "还没有在任何地区开通。", en: "It is on nowhere yet." },
  region: { zh: "地区", en: "Region" },
  stage: { zh: "阶段", en: "Stage" },
  since: { zh: "开始", en: "Since" },
  share: { zh: "试点市民比例（%）", en: "Per cent of citizens in the pilot" },
  shareHint: {
    zh: "留空表示全部；0 表示只限受邀的合作企业",
    en: "Empty for all; 0 for invited partners alone",
  },
  partners: { zh: "受邀的合作企业编号", en: "Ids of the partners that are invited" },
  partnersHint: { zh: "用空格分开，可以留空", en: "With spaces between them; may be empty" },
  reason: { zh: "理由", en: "Reason" },
  change: { zh: "改变", en: "Change it" },
  changing: { zh: "正在改变…", en: "Changing…" },
  done: { zh: "已改变", en: "It is changed" },
} satisfies Record<string, Text>;

type RollOut = NonNullable<Edited["published"]>["rollOut"][number];

/** Where the version in force is on, and a change of that: by region, by stage, and for a pilot for whom. */
export function RollOutItem({ of }: { readonly of: Edited }): ReactNode {
  const { say, language } = useTexts();
  const nameOf = useRegionName();
  const rollOut = of.published?.rollOut ?? [];
  return (
    <section className="part">
      {rollOut.length === 0 ? (
        <>
          <h2>{say(TEXTS.title)}</h2>
          <p>{say(of.published ? TEXTS.nowhere : TEXTS.unpublished)}</p>
        </>
      ) : (
        <Table<RollOut>
          caption={say(TEXTS.title)}
          keyOf={({ region }) => region}
          rows={rollOut}
          columns={[
            { head: say(TEXTS.region), cell: ({ region }) => nameOf(region) },
            {
              head: say(TEXTS.stage),
              cell: ({ stage, sharePercent }) =>
                `${say(STAGES[stage])}${sharePercent === null ? "" : ` ${sharePercent} %`}`,
            },
            { head: say(TEXTS.since), cell: ({ since }) => day(dateAt(new Date(since)), language) },
          ]}
        />
      )}
      {of.availableActions.includes("rollOutServiceItem") && <ChangeRollOut code={of.code} />}
    </section>
  );
}

const STAGE_NAMES: readonly RollOutStage[] = ["GENERAL", "PILOT", "OFF"];
const isStage = (value: string): value is RollOutStage => STAGE_NAMES.some((stage) => stage === value);

type Wish = Readonly<Record<"region" | "stage" | "share" | "partners", string>>;
const NO_WISH: Wish = { region: "", stage: "GENERAL", share: "", partners: "" };

function useRollOut(code: string) {
  const { answer } = useOfficer();
  const regions = answer?.ok ? (answer.data.viewer.regions ?? []) : [];
  // Kept as the reason is: after a lock it may not stand beside another region or stage than those that were chosen.
  const {
    value: wish,
    change: setWish,
    forget: forgetWish,
  } = useKept(`roll-out-wish:${code}`, () => NO_WISH);
  const { share, partners } = wish;
  const stage = isStage(wish.stage) ? wish.stage : "GENERAL";
  const { value: reason, change: write, forget } = useKept(`roll-out:${code}`, () => "");
  const { send, isSending, ended: outcome } = useAct(ROLL_OUT);
  const region = wish.region || (regions[0]?.code ?? "");
  const pilot = {
    ...(share.trim() === "" ? {} : { sharePercent: Math.round(Number(share)) }),
    partners: partners.split(/\s+/).filter(Boolean),
  };
  const change = async (): Promise<void> => {
    const ended = await send({ code, region, stage, reason, ...(stage === "PILOT" ? { pilot } : {}) });
    if (ended?.kind !== "done") return;
    forget();
    forgetWish();
  };
  return {
    ...{ regions, region, stage, share, partners },
    choose: (part: Partial<Wish>) => setWish({ ...wish, ...part }),
    ...{ reason, write, isSending, outcome, change: () => void change() },
  };
}

function ChangeRollOut({ code }: { readonly code: string }): ReactNode {
  const { say } = useTexts();
  const of = useRollOut(code);
  const problemAt = (name: string): string | undefined => refusalAt(of.outcome, name);
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        of.change();
      }}
    >
      <ActOutcome of={of.outcome} done={say(TEXTS.done)} again={of.change} isSending={of.isSending} />
      <Field id="roll-out-region" label={say(TEXTS.region)} problem={problemAt("region")}>
        {(marks) => (
          <select
            {...marks}
            value={of.region}
            onChange={(event) => of.choose({ region: event.target.value })}
          >
            {of.regions.map(({ code: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="roll-out-stage" label={say(TEXTS.stage)}>
        {(marks) => (
          <select
            {...marks}
            value={of.stage}
            onChange={({ target: { value } }) => of.choose({ stage: value })}
          >
            {STAGE_NAMES.map((stage) => (
              <option key={stage} value={stage}>
                {say(STAGES[stage])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {of.stage === "PILOT" && (
        <>
          <Field
            {...{ id: "roll-out-share", label: say(TEXTS.share), hint: say(TEXTS.shareHint) }}
            problem={problemAt("sharePercent")}
          >
            {(marks) => (
              <input
                {...marks}
                type="number"
                min={0}
                max={100}
                value={of.share}
                onChange={(event) => of.choose({ share: event.target.value })}
              />
            )}
          </Field>
          <Field
            {...{ id: "roll-out-partners", label: say(TEXTS.partners), hint: say(TEXTS.partnersHint) }}
            problem={problemAt("partners")}
          >
            {(marks) => (
              <input
                {...marks}
                value={of.partners}
                onChange={(event) => of.choose({ partners: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
      <Field id="roll-out-reason" label={say(TEXTS.reason)} problem={problemAt("reason")}>
        {(marks) => (
          <textarea
            {...marks}
            rows={3}
            value={of.reason}
            onChange={(event) => of.write(event.target.value)}
          />
        )}
      </Field>
      <div>
        <button className="button" type="submit" aria-disabled={of.isSending}>
          {say(of.isSending ? TEXTS.changing : TEXTS.change)}
        </button>
      </div>
    </form>
  );
}
