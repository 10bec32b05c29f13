import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { instantOf, moment } from "../../shared/format/dates.ts";
import type { Mode } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { END, REPORT } from "./issuer-key-operations.ts";
import { keyName } from "./issuer-key-words.ts";

const END_TEXTS = {
  about: {
    zh: "到停用时间为止签发，此前签发的仍然有效。轮换时先登记并同意下一把密钥，两把并用一段时间。",
    en: "It signs until then, and what it has signed before stays valid. For a rotation the next key is agreed to first, and both are valid for a time.",
  },
  send: { zh: "停用", en: "End it" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "已登记停用时间", en: "Its end is on record" },
} satisfies Record<string, Text>;
const endTitle = ({ zh, en }: Text): Text => ({ zh: `停用：${zh}`, en: `End: ${en}` });

const REPORT_TEXTS = {
  about: {
    zh: "立即生效，不能撤回，无需另一人同意：这把密钥不再签发，自泄露时间起由它签发的都不再有效。",
    en: "This holds at once, cannot be taken back, and needs no second officer: the key signs nothing more, and nothing that it has signed since then is valid.",
  },
  send: { zh: "报告泄露", en: "Report it as stolen" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "已登记泄露，这把密钥不再签发", en: "It is on record as stolen, and signs nothing more" },
} satisfies Record<string, Text>;
const reportTitle = ({ zh, en }: Text): Text => ({
  zh: `报告泄露：${zh}`,
  en: `Report as stolen: ${en}`,
});

const TEXTS = {
  back: { zh: "不办理，返回", en: "Leave it as it is" },
  noTime: { zh: "请选择日期和时间", en: "Choose the day and the time" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;

const REASON: Asked = {
  label: { zh: "理由", en: "Reason" },
  hint: { zh: "记入这个机构密钥的历史", en: "It goes on record in the history of the authority's keys" },
  input: { maxLength: 4000 },
};
const MOMENT: Asked["input"] = { type: "datetime-local" };
const UNTIL: Asked = {
  label: { zh: "停用时间", en: "It signs until" },
  hint: { zh: "北京时间，不早于现在", en: "Beijing time, not before now" },
  input: MOMENT,
};
const sinceAsked = (from: Text): Asked => ({
  label: { zh: "泄露时间", en: "Stolen since" },
  hint: {
    zh: `他人最早可能用过它的时间，北京时间。无法确定的填启用时间：${from.zh}。`,
    en: `The earliest time at which another may have used it, Beijing time. Where nobody knows, when it began: ${from.en}.`,
  },
  input: MOMENT,
});

type ChangeProps = {
  readonly place: { readonly issuer: string; readonly mode: Mode; readonly keyId: string };
  readonly done: (words: string) => void;
  /** The page without this form. */
  readonly back: Pick<LinkProps, "to" | "params" | "search">;
};

/** A time and a reason, both of which are needed. */
const missingIn =
  <F extends "until" | "since">(field: F) =>
  (draft: Readonly<Record<F | "reason", string>>): readonly FoundProblem[] => [
    ...(instantOf(draft[field]) === undefined ? [{ field, text: TEXTS.noTime }] : []),
    ...(draft.reason.trim() === "" ? [{ field: "reason", text: TEXTS.noReason }] : []),
  ];

/** Says until when a key signs. */
export function EndKey({ place, done, back }: ChangeProps): ReactNode {
  const { say } = useTexts();
  const { issuer, mode, keyId } = place;
  const { draft, write, problemOf, ...form } = useKeptForm({
    ...{ name: `end-key:${mode}:${issuer}:${keyId}`, fields: ["until", "reason"], document: END },
    empty: () => ({ until: "", reason: "" }),
    missingIn: missingIn("until"),
    variablesOf: ({ until, reason }) => ({
      ...{ ...place, until: instantOf(until) ?? until, reason: reason.trim() },
    }),
    done: () => done(say(END_TEXTS.done)),
  });
  const texts = { ...END_TEXTS, title: endTitle(keyName(keyId)) };
  const asked = { until: UNTIL, reason: REASON };
  return (
    <ChangeForm {...{ form, texts, back }}>
      <TypedFields
        {...{ asked, draft, problemOf, fields: ["until", "reason"] as const }}
        write={(field, text) => write({ [field]: text })}
      />
    </ChangeForm>
  );
}

type ReportProps = ChangeProps & {
  /** Since when it signs. */
  readonly from: string;
};

/** Puts on record that another may have used a key. */
export function ReportKey({ place, done, back, from }: ReportProps): ReactNode {
  const { say } = useTexts();
  const { issuer, mode, keyId } = place;
  const { draft, write, problemOf, ...form } = useKeptForm({
    ...{ name: `report-key:${mode}:${issuer}:${keyId}`, fields: ["since", "reason"], document: REPORT },
    empty: () => ({ since: "", reason: "" }),
    missingIn: missingIn("since"),
    variablesOf: ({ since, reason }) => ({
      ...{ ...place, since: instantOf(since) ?? since, reason: reason.trim() },
    }),
    done: () => done(say(REPORT_TEXTS.done)),
  });
  const texts = { ...REPORT_TEXTS, title: reportTitle(keyName(keyId)) };
  const since = sinceAsked({ zh: moment(from, "zh"), en: moment(from, "en") });
  const asked = { since, reason: REASON };
  return (
    <ChangeForm {...{ form, texts, back }}>
      <TypedFields
        {...{ asked, draft, problemOf, fields: ["since", "reason"] as const }}
        write={(field, text) => write({ [field]: text })}
      />
    </ChangeForm>
  );
}

type FormProps = {
  readonly form: Parameters<typeof KeptFormFrame>[0]["of"];
  readonly texts: Parameters<typeof KeptFormFrame>[0]["texts"];
  readonly back: ChangeProps["back"];
  /** Its fields. */
  readonly children: ReactNode;
};

/** The focus goes to it as it opens. */
function ChangeForm({ form, texts, back, children }: FormProps): ReactNode {
  const { say } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div tabIndex={-1} ref={place}>
      <KeptFormFrame of={form} texts={texts}>
        {children}
      </KeptFormFrame>
      <p>
        <Link className="link-target" {...back}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </div>
  );
}
