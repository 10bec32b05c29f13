import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { SettledKind } from "../../shared/generated/graphql.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { SETTLED_KINDS } from "../../shared/texts/settlement-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";

const TEXTS = {
  title: { zh: "打开或新提一份合同", en: "Open a partner's contracts, or propose one" },
  partner: { zh: "合作企业编号", en: "The partner's id" },
  hint: { zh: "例如 ptn_0123456789abcdef", en: "For example ptn_0123456789abcdef" },
  kind: { zh: "结算身份", en: "Settled with as" },
  open: { zh: "打开合同", en: "Open its contracts" },
  missing: { zh: "请填写合作企业编号", en: "Write the partner's id" },
} satisfies Record<string, Text>;

type Sought = { readonly partner: string; readonly kind: SettledKind };
const EMPTY = (): Sought => ({ partner: "", kind: "BILLER" });
const KINDS = Object.keys(SETTLED_KINDS) as readonly SettledKind[];

/** A partner with which nothing is agreed yet stands in no list. */
export function FindContracts(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { value: sought, change, forget } = useKept("find-contracts", EMPTY);
  const [isMissing, setMissing] = useState(false);
  const partner = sought.partner.trim();
  const problems = isMissing && partner === "" ? [{ field: "partner", text: say(TEXTS.missing) }] : [];
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(partner === "");
        if (partner === "") return;
        forget();
        void navigate({
          to: "/desk/treasury/contracts/$kind/$partner",
          params: { kind: sought.kind, partner },
        });
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problems} />
      <TextField
        id="partner"
        label={say(TEXTS.partner)}
        hint={say(TEXTS.hint)}
        problem={problems[0]?.text}
        maxLength={80}
        of={{ value: sought.partner, change: (text) => change({ ...sought, partner: text }) }}
      />
      <Choice
        id="kind"
        label={say(TEXTS.kind)}
        value={sought.kind}
        options={KINDS.map((value) => ({ value, text: say(SETTLED_KINDS[value]) }))}
        choose={(value) => change({ ...sought, kind: KINDS.find((one) => one === value) ?? "BILLER" })}
      />
      <div>
        <button className="button button-plain" type="submit">
          {say(TEXTS.open)}
        </button>
      </div>
    </form>
  );
}
