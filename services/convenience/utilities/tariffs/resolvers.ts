import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { quoteUtility } from "./quote-utility.ts";

export const utilityResolvers: Resolvers = {
  Query: {
    utilityQuote: (_, wish) => {
      const quoted = quoteUtility(wish);
      if (quoted.ok) return quoted.value;
      throw badInput(quoted.error.code, quoted.error.values);
    },
  },
  UtilityQuote: { tiers: ({ lines }) => lines.filter((line) => line.kind === "TIER") },
  RatingLine: {
    tier: (line) => (line.kind === "TIER" ? line.tier : null),
    band: (line) => (line.kind === "TIME_OF_USE" ? line.band : null),
    name: (line) => ("name" in line ? line.name : null),
    usage: (line) => ("usage" in line ? line.usage : null),
    price: (line) => ("price" in line ? line.price : null),
    percent: (line) => ("percent" in line ? line.percent : null),
  },
  Tariff: {
    householdExtension: ({ householdExtension }) => householdExtension ?? null,
    timeOfUse: ({ timeOfUse }) => timeOfUse ?? null,
    surcharges: ({ surcharges }) => surcharges ?? [],
    minimum: ({ minimum }) => minimum ?? null,
  },
  TariffTier: { upTo: ({ upTo }) => upTo ?? null },
  TariffSurcharge: {
    price: (surcharge) => (surcharge.basis === "PER_UNIT" ? surcharge.price : null),
    percent: (surcharge) => (surcharge.basis === "PERCENT" ? surcharge.percent : null),
    amount: (surcharge) => (surcharge.basis === "FIXED" ? surcharge.amount : null),
  },
};
