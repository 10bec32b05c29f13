import type { SettingStatements, SettingsOf } from "../../kernel/settings.ts";

/** The settings of payments; payout accounts read whether the sandbox counts, too. */
export const PAYMENT_SETTINGS = {
  sandboxPaysLive: {
    kind: "yes or no",
    variable: "CIVIGRAPH_SANDBOX_PAYS_LIVE",
    means:
      "lets live bills be paid where no money moves, and live bank accounts be proven where no bank is asked: for a developer's machine only",
  },
  siteOrigin: {
    kind: "origin",
    variable: "CIVIGRAPH_SITE_ORIGIN",
    means: "where the platform's own pages are, to which a payer comes back from a payment gateway",
    without: "no payment takes a `returnPath`, and no document for everybody is published",
    locally: "http://localhost:4000",
  },
  paymentGateways: {
    kind: "secret",
    variable: "CIVIGRAPH_PAYMENT_GATEWAYS",
    holds: "settings of the payment gateways",
    without: "`HOSTED` is not offered",
  },
} as const satisfies SettingStatements;

type Stated = SettingsOf<typeof PAYMENT_SETTINGS>;

declare module "../../kernel/settings.ts" {
  interface Settings extends Stated {}
}
