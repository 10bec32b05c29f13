import { type ReactNode, useState } from "react";
import type { FragmentType } from "../../shared/generated/fragment-masking.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { refusedField } from "../../shared/ui/problem.ts";
import { Told } from "../../shared/ui/told.tsx";
import { ItemChoice } from "./item-choice.tsx";
import type { NAMED_ITEM } from "./item-names.ts";
import { type AuthorityForm, useAuthorityForm, type Wish } from "./use-authority-form.ts";

const TEXTS = {
  whose: { zh: "替谁办事？", en: "In whose name?" },
  myself: { zh: "我本人", en: "Mine" },
  name: { zh: "代办人姓名", en: "Name of the one who acts" },
  noName: { zh: "请填写代办人的姓名", en: "Write the name of the one who acts" },
  idNumber: { zh: "代办人身份证号码", en: "Identity number of the one who acts" },
  idHint: {
    zh: "居民身份证、港澳台居民居住证或外国人永久居留身份证的号码。只用来认出这个人，平台不会告诉您他是否已注册。",
    en: "Of their identity card, their residence permit of Hong Kong, Macao or Taiwan, or their permanent-residence card. It tells who is meant; the answer does not say whether they are known here.",
  },
  noIdNumber: { zh: "请填写身份证件号码", en: "Write the number of their identity document" },
  noItems: { zh: "请至少选一个事项，或选“全部事项”", en: "Choose at least one service, or all of them" },
  until: { zh: "有效期至", en: "Until" },
  untilHint: { zh: "这一天仍然有效，最长三年。", en: "It still holds on that day; three years at most." },
  noUntil: { zh: "请填写授权到哪一天", en: "Say until when it holds" },
  send: { zh: "授权", en: "Give the authority" },
  sending: { zh: "正在提交…", en: "Sending…" },
} satisfies Record<string, Text>;
const done = (name: string): Text => ({
  zh: `已授权 ${name}，现在就可以代办。`,
  en: `${name} may act from now on.`,
});

/** The id of the first control of the choice of items. */
const ITEMS_FIELD = "items-all";

/** The places of the input as the API names them, each with its field. */
const FIELDS: Readonly<Record<string, string>> = {
  name: "agent-name",
  idNumber: "agent-id-number",
  until: "until",
  items: ITEMS_FIELD,
};

type FieldsProps = {
  readonly enterprises: readonly { readonly creditCode: string; readonly name: string }[];
  readonly items: readonly FragmentType<typeof NAMED_ITEM>[];
};

export function AuthorityFields({ enterprises, items }: FieldsProps): ReactNode {
  const { say } = useTexts();
  const form = useAuthorityForm();
  const [hasTried, setTried] = useState(false);
  const { wish, fill, ended, failure, isSending } = form;
  const problems = hasTried ? missingIn(wish) : [];
  const refused = refusedField(ended, fieldAt);
  const all = [...problems.map(([field, text]) => ({ field, text: say(text) })), ...refused];
  const problemOf = (field: string): string | undefined => all.find((one) => one.field === field)?.text;
  return (
    <form
      className="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isWhole = missingIn(wish).length === 0;
        setTried(!isWhole);
        if (isWhole) form.send();
      }}
    >
      {ended?.kind === "done" && <Told title={say(done(ended.result.agentName))} />}
      <ErrorSummary problems={all} />
      <WhoseField enterprises={enterprises} of={form} />
      <AgentFields of={form} problemOf={problemOf} />
      <ItemChoice id={ITEMS_FIELD} of={form} items={items} problem={problemOf(ITEMS_FIELD)} />
      <Field id="until" label={say(TEXTS.until)} hint={say(TEXTS.untilHint)} problem={problemOf("until")}>
        {(marks) => (
          <input
            {...marks}
            type="date"
            value={wish.until}
            onChange={(event) => fill({ until: event.target.value })}
          />
        )}
      </Field>
      {refused.length === 0 && <FailureNotice failure={failure} again={form.send} isSending={isSending} />}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}

type WhoseProps = Pick<FieldsProps, "enterprises"> & { readonly of: AuthorityForm };

/** Nothing is asked of somebody who represents no enterprise. */
function WhoseField({ enterprises, of: { wish, fill } }: WhoseProps): ReactNode {
  const { say } = useTexts();
  if (enterprises.length === 0) return null;
  return (
    <Field id="whose" label={say(TEXTS.whose)}>
      {(marks) => (
        <select
          {...marks}
          value={wish.enterprise}
          onChange={(event) => fill({ enterprise: event.target.value, items: [] })}
        >
          <option value="">{say(TEXTS.myself)}</option>
          {enterprises.map(({ creditCode, name }) => (
            <option key={creditCode} value={creditCode}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type AgentProps = {
  readonly of: AuthorityForm;
  readonly problemOf: (field: string) => string | undefined;
};

function AgentFields({ of: { wish, fill }, problemOf }: AgentProps): ReactNode {
  const { say } = useTexts();
  const [name, idNumber] = ["agent-name", "agent-id-number"];
  return (
    <>
      <Field id={name} label={say(TEXTS.name)} problem={problemOf(name)}>
        {(marks) => (
          <input
            {...marks}
            autoComplete="off"
            value={wish.name}
            onChange={(event) => fill({ name: event.target.value })}
          />
        )}
      </Field>
      <Field id={idNumber} label={say(TEXTS.idNumber)} hint={say(TEXTS.idHint)} problem={problemOf(idNumber)}>
        {(marks) => (
          <input
            {...marks}
            maxLength={18}
            autoComplete="off"
            value={wish.idNumber}
            onChange={(event) => fill({ idNumber: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** The fields that are not filled in; whether the others hold is the platform's to say. */
function missingIn({ name, idNumber, isForAll, items, until }: Wish): readonly (readonly [string, Text])[] {
  const missing: readonly (readonly [boolean, string, Text])[] = [
    [name.trim() === "", "agent-name", TEXTS.noName],
    [idNumber.trim() === "", "agent-id-number", TEXTS.noIdNumber],
    [!isForAll && items.length === 0, ITEMS_FIELD, TEXTS.noItems],
    [until === "", "until", TEXTS.noUntil],
  ];
  return missing.flatMap(([isMissing, field, text]) => (isMissing ? [[field, text] as const] : []));
}

/** The field of the form that a place of the input is about. */
const fieldAt = (path: readonly string[]): string | undefined =>
  path.map((step) => FIELDS[step]).find((found) => found !== undefined);
