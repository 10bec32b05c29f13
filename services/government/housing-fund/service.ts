import type { Service } from "../../kernel/service.ts";
import { FUND_EVENTS } from "./events.ts";
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
    "HousingFundOrder",
    "HousingFundOrderDraw",
    "HousingFundOrderEnded",
  ],
  fieldWords: HOUSING_FUND_FIELDS,
  messages: [FUND_MESSAGES],
  settings: HOUSING_FUND_SETTINGS,
  events: FUND_EVENTS,
  // Orders are drawn with the clocks of the cases that agreed them.
  needsIn: {
    "run-case-clocks": {
      data: [
        { does: "read", in: ["records", "ledger", "registry"] },
        { does: "write", in: ["records", "ledger"] },
        { does: "find", in: ["records"], by: "index1" },
      ],
      choices: ["housingFundDayBasis"],
    },
  },
  alarmsIn: {
    "run-case-clocks": [
      {
        // All of a city's are due on one morning.
        name: "LateFundOrders",
        means: "standing orders are not drawn from the housing fund on their day",
        on: "number",
        metric: "FundOrderLagSeconds",
        field: "ordersLagSeconds",
        from: 86_400,
      },
    ],
  },
  inApi: { needs: { data: [], choices: ["housingFundDayBasis"] } },
} as const satisfies Service;
