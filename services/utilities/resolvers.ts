import { badInput } from "../graphql/errors.ts";
import type { Resolvers } from "../graphql/generated/types.ts";
import { formatDecimal } from "../platform/decimal.ts";
import { quoteUtility } from "./quote-utility.ts";
import { USAGE_MAX } from "./rating.ts";

export const utilityResolvers: Resolvers = {
  Query: {
    utilityQuote: (_, wish) => {
      const quoted = quoteUtility(wish);
      if (quoted.ok) return quoted.value;
      const { error } = quoted;
      throw error.code === "NO_TARIFF"
        ? badInput("NO_TARIFF", { kind: wish.kind, region: wish.region, on: wish.on })
        : badInput("USAGE_OUT_OF_RANGE", { max: formatDecimal(USAGE_MAX) });
    },
  },
  TariffTier: { upTo: ({ upTo }) => upTo ?? null },
};
