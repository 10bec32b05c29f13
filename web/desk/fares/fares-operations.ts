import { graphql } from "../../shared/generated/gql.ts";

export const FARES = graphql(`
  query DeskFares($region: RegionCode!, $mode: TransitMode!) {
    transitRegions {
      code
      name
    }
    transitTariffs(region: $region, mode: $mode, first: 6) {
      ...DeskTariff
    }
    proposedTransitTariffs(region: $region) {
      isOwn
      availableActions
      ...DeskTariff
    }
    transitEntitlementRules(region: $region) {
      kind
      name
      free
      proof
      effectiveFrom
      source
    }
  }
`);

export const TARIFF = graphql(`
  fragment DeskTariff on TransitTariff {
    region
    mode
    effectiveFrom
    standing
    source
    distance {
      bands {
        upToKm
        price
      }
      step {
        km
        price
      }
    }
    cards {
      kind
      percent
    }
    cardsOutside {
      kind
      percent
    }
    monthlySpend {
      from
      percent
    }
    overstay {
      minutes
      extra
    }
    ownLines {
      line
      lineName
      distance {
        bands {
          upToKm
          price
        }
        step {
          km
          price
        }
      }
      overstay {
        minutes
        extra
      }
    }
    earlyBird {
      stations
      stationNames
      until
      percent
    }
    walkedTransfers {
      stations
      stationNames
      minutes
    }
    modeChanges {
      from
      minutes
      off
    }
  }
`);

export const PROPOSE_FARES = graphql(`
  mutation DeskProposeFares($input: TransitTariffInput!) {
    done: proposeTransitTariff(input: $input) {
      __typename
      ... on TransitTariff {
        effectiveFrom
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

export const AGREE_TO_FARES = graphql(`
  mutation DeskAgreeToFares($region: RegionCode!, $mode: TransitMode!, $effectiveFrom: Date!) {
    done: agreeToTransitTariff(region: $region, mode: $mode, effectiveFrom: $effectiveFrom) {
      __typename
      ... on TransitTariff {
        effectiveFrom
      }
      ... on Refusal {
        message
      }
    }
  }
`);
