import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Text } from "../../shared/texts/text.ts";
import { OpenByCode } from "../forms/open-by-code.tsx";

const TEXTS = {
  title: { zh: "打开一个机构的密钥", en: "Open an authority's keys" },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  hint: { zh: "18 位，例如 11100000000013338W", en: "18 characters, for example 11100000000013338W" },
  open: { zh: "打开", en: "Open them" },
  missing: { zh: "请填写统一社会信用代码", en: "Write the credit code" },
} satisfies Record<string, Text>;

/** An authority that issues no longer stands in no list, and its keys are still to be answered for. */
export function FindIssuer(): ReactNode {
  const navigate = useNavigate();
  const open = (code: string): void => {
    const params = { issuer: code.toUpperCase() };
    void navigate({ to: "/desk/issuer-keys/$issuer", params, search: {} });
  };
  return <OpenByCode id="issuer" texts={TEXTS} maxLength={18} open={open} />;
}
