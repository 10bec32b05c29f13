import type { SettingStatements, SettingsOf } from "../../kernel/settings.ts";

export const PAYOUT_ACCOUNT_SETTINGS = {
  bankAccountCheck: {
    kind: "secret",
    variable: "CIVIGRAPH_BANK_ACCOUNT_CHECK",
    holds: "settings of the bank-account check",
    without: "no live bank account is proven",
  },
} as const satisfies SettingStatements;

type Stated = SettingsOf<typeof PAYOUT_ACCOUNT_SETTINGS>;

declare module "../../kernel/settings.ts" {
  interface Settings extends Stated {}
}
