import type { SettingStatements, SettingsOf } from "../../kernel/settings.ts";

export const HOUSING_FUND_SETTINGS = {
  housingFundDayBasis: {
    kind: "one of",
    variable: "CIVIGRAPH_HOUSING_FUND_DAY_BASIS",
    values: [360, 365],
    means: "days in a year for housing-fund interest",
  },
} as const satisfies SettingStatements;

type Stated = SettingsOf<typeof HOUSING_FUND_SETTINGS>;

declare module "../../kernel/settings.ts" {
  interface Settings extends Stated {}
}
