import { graphql } from "../../shared/generated/gql.ts";
import type { DeskTrustDraftQuery, DeskTrustListQuery } from "../../shared/generated/graphql.ts";

export const TRUST_DRAFTS = graphql(`
  query DeskTrustDrafts($after: String) {
    trustDrafts(first: 20, after: $after) {
      edges {
        node {
          kind
          code
          isChanged
          availableActions
          draft {
            __typename
            ... on TrustedIssuer {
              region
              name {
                zh
                en
              }
            }
            ... on LicenceMapping {
              region
              ownType
              equivalence
            }
          }
          inForce {
            __typename
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    regions {
      code
      name
    }
  }
`);

/** All that an editor writes of an issuer. */
export const ISSUER = graphql(`
  fragment TrustedIssuerContent on TrustedIssuer {
    code
    region
    creditCode
    name {
      zh
      en
    }
    platform
    keys {
      keyId
      algorithm
      publicKey
      from
      until
      compromisedSince
    }
    types {
      vct
      typeCode
      name {
        zh
        en
      }
      from
      until
    }
    legalBasis {
      law
      article
    }
    department {
      code
      name {
        zh
        en
      }
    }
    regions
  }
`);

/** All that an editor writes of a mapping. */
export const MAPPING = graphql(`
  fragment LicenceMappingContent on LicenceMapping {
    code
    region
    vct
    typeCode
    ownType
    equivalence
    fields {
      field
      claim
    }
    from
    until
    legalBasis {
      law
      article
    }
    department {
      code
      name {
        zh
        en
      }
    }
    regions
  }
`);

export const TRUST_DRAFT = graphql(`
  query DeskTrustDraft($kind: TrustKind!, $code: ID!) {
    trustDraft(kind: $kind, code: $code) {
      kind
      code
      draftRevision
      isChanged
      availableActions
      editors {
        id
        name
      }
      violations {
        message
        path
      }
      warnings {
        message
        path
      }
      draft {
        __typename
        ...TrustedIssuerContent
        ...LicenceMappingContent
      }
      inForce {
        __typename
        ...TrustedIssuerContent
        ...LicenceMappingContent
      }
    }
    regions {
      code
      name
    }
  }
`);

export type EditedTrust = NonNullable<DeskTrustDraftQuery["trustDraft"]>;
export type TrustPart = EditedTrust["draft"];

export const TRUST_LIST = graphql(`
  query DeskTrustList($version: Int, $issuers: String, $mappings: String, $versions: String) {
    trustList(version: $version) {
      version
      at
      act
      kind
      code
      issuers(first: 20, after: $issuers) {
        edges {
          node {
            code
            region
            creditCode
            name {
              zh
              en
            }
            keys {
              keyId
              compromisedSince
            }
            types {
              name {
                zh
                en
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      mappings(first: 20, after: $mappings) {
        edges {
          node {
            code
            region
            vct
            ownType
            equivalence
            from
            until
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
    inForce: trustList {
      version
    }
    trustListVersions(first: 10, after: $versions) {
      edges {
        node {
          version
          at
          act
          kind
          code
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    regions {
      code
      name
    }
  }
`);

export type ShownList = NonNullable<DeskTrustListQuery["trustList"]>;
export type ListVersions = DeskTrustListQuery["trustListVersions"];
