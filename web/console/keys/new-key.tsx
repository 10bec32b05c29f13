import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { MODES } from "../parts/modes.ts";
import { ScopeBoxes } from "../scopes/scope-boxes.tsx";
import { KEY_SCOPES, type NewKeyWish, useNewKey } from "./use-new-key.ts";

const TEXTS = {
  title: { zh: "创建密钥", en: "Make a key" },
  name: { zh: "名称", en: "Name" },
  nameHint: {
    zh: "写明用在哪里，例如：订单服务、预发环境",
    en: "Say where it is used, for example: order service, staging",
  },
  mode: { zh: "环境", en: "Mode" },
  modeHint: {
    zh: "测试密钥只用沙箱数据；正式密钥用真实数据，最长 365 天。",
    en: "A test key works on the sandbox's data; a live key on real data, for 365 days at most.",
  },
  scopes: { zh: "权限", en: "Scopes" },
  scopesHint: {
    zh: "只给它用得到的：泄露时损失就小。",
    en: "Only those that it uses: so less is lost with it if it leaks.",
  },
  networks: { zh: "限用网络（可不填）", en: "Networks that it may be used from (optional)" },
  networksHint: {
    zh: "每行一个 CIDR，例如 203.0.113.0/24。不填则任何网络可用。",
    en: "One CIDR a line, such as 203.0.113.0/24. Any network, if you leave it empty.",
  },
  make: { zh: "创建密钥", en: "Make the key" },
  making: { zh: "正在创建…", en: "One moment…" },
} satisfies Record<string, Text>;

/** The form for a new key. */
export function NewKey(props: NewKeyWish): ReactNode {
  const { say } = useTexts();
  const { name, mode, networks, chosen, choose, problems, problemOf, ...form } = useNewKey(props);
  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={problems.length === 0 ? form.failure : undefined}
        again={form.submit}
        isSending={form.isSending}
      />
      <TextField
        id="name"
        label={say(TEXTS.name)}
        hint={say(TEXTS.nameHint)}
        maxLength={100}
        problem={problemOf("name")}
        of={name}
      />
      <Choice
        id="mode"
        label={say(TEXTS.mode)}
        hint={say(TEXTS.modeHint)}
        value={mode}
        options={props.modes.map((value) => ({ value, text: say(MODES[value]) }))}
        choose={form.chooseMode}
        problem={problemOf("mode")}
      />
      <ScopeBoxes
        id={KEY_SCOPES}
        legend={say(TEXTS.scopes)}
        hint={say(TEXTS.scopesHint)}
        offered={props.scopes}
        chosen={chosen}
        choose={choose}
        problem={form.scopesProblem}
      />
      <Field
        id="networks"
        label={say(TEXTS.networks)}
        hint={say(TEXTS.networksHint)}
        problem={problemOf("networks")}
      >
        {(marks) => (
          <textarea
            {...marks}
            rows={2}
            spellCheck={false}
            value={networks.value}
            onChange={(event) => networks.change(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={form.isSending}>
          {say(form.isSending ? TEXTS.making : TEXTS.make)}
        </button>
      </div>
    </form>
  );
}
