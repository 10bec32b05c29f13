import type { Service } from "../../kernel/service.ts";
import { HOUSING_FUND_FIELDS } from "./field-words.ts";
import { FUND_MESSAGES } from "./messages.ts";
import { HOUSING_FUND_SETTINGS } from "./settings.ts";

export const HOUSING_FUND = {
  name: "government/housing-fund",
  schema: ["housing-fund"],
  ids: ["hfa", "hfl", "hfw"],
  models: [
    "HousingFundAccount",
    "HousingFundContribution",
    "HousingFundInterest",
    "HousingFundLoan",
    "Instalment",
    "SettledInterest",
    "InterestProjection",
    "InterestPeriod",
    "HousingFundWithdrawal",
    "HousingFundProspect",
    "HousingFundSpouse",
  ],
  fieldWords: HOUSING_FUND_FIELDS,
  messages: [FUND_MESSAGES],
  settings: HOUSING_FUND_SETTINGS,
  inApi: { needs: { data: [], choices: ["housingFundDayBasis"] } },
} as const satisfies Service;
