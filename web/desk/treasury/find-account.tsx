import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Text } from "../../shared/texts/text.ts";
import { OpenByCode } from "../forms/open-by-code.tsx";

const TEXTS = {
  title: { zh: "打开一个账户", en: "Open an account" },
  code: { zh: "账户编号", en: "The account's id" },
  hint: {
    zh: "例如 bank:main、channel:hosted，或 prefund: 加合作企业编号",
    en: "For example bank:main, channel:hosted, or prefund: with a partner's id",
  },
  open: { zh: "打开", en: "Open" },
  missing: { zh: "请填写账户编号", en: "Write the account's id" },
} satisfies Record<string, Text>;

/** Any account of the ledger can be looked at, listed or not. */
export function FindAccount(): ReactNode {
  const navigate = useNavigate();
  const open = (id: string): void =>
    void navigate({ to: "/desk/treasury/accounts/$id", params: { id }, search: {} });
  return <OpenByCode id="account" texts={TEXTS} maxLength={80} open={open} />;
}
