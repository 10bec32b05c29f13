import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SettledKind } from "../../shared/generated/graphql.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { SETTLED_KINDS } from "../../shared/texts/settlement-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { OpenByCode } from "../forms/open-by-code.tsx";

const TEXTS = {
  title: { zh: "打开或新提一份合同", en: "Open a partner's contracts, or propose one" },
  code: { zh: "合作企业编号", en: "The partner's id" },
  hint: { zh: "例如 ptn_0123456789abcdef", en: "For example ptn_0123456789abcdef" },
  open: { zh: "打开合同", en: "Open its contracts" },
  missing: { zh: "请填写合作企业编号", en: "Write the partner's id" },
} satisfies Record<string, Text>;
const KIND: Text = { zh: "结算身份", en: "Settled with as" };

const EMPTY = (): SettledKind => "BILLER";
const KINDS = Object.keys(SETTLED_KINDS) as readonly SettledKind[];

/** A partner with which nothing is agreed yet stands in no list. */
export function FindContracts(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { value: kind, change, forget } = useKept("find-contracts-kind", EMPTY);
  const open = (partner: string): void => {
    forget();
    void navigate({ to: "/desk/treasury/contracts/$kind/$partner", params: { kind, partner } });
  };
  return (
    <OpenByCode id="partner" texts={TEXTS} maxLength={80} open={open}>
      <Choice
        id="kind"
        label={say(KIND)}
        value={kind}
        options={KINDS.map((value) => ({ value, text: say(SETTLED_KINDS[value]) }))}
        choose={(value) => change(KINDS.find((one) => one === value) ?? "BILLER")}
      />
    </OpenByCode>
  );
}
