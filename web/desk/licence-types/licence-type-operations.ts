import { graphql } from "../../shared/generated/gql.ts";

export const LICENCE_TYPES = graphql(`
  query DeskLicenceTypes($after: String) {
    editedLicenceTypes(first: 20, after: $after) {
      edges {
        node {
          code
          isChanged
          availableActions
          draft {
            name {
              zh
              en
            }
            holderKind
            department {
              name {
                zh
                en
              }
            }
          }
          published {
            version
            publishedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** All that an editor writes of a type; a group of the editor asks for its fields here. */
export const CONTENT = graphql(`
  fragment LicenceTypeContent on LicenceType {
    code
    typeCode
    name {
      zh
      en
    }
    department {
      code
      name {
        zh
        en
      }
    }
    regions
    legalBasis {
      law
      article
    }
    holderKind
    content
    disclosures {
      field
      disclosure
    }
    validity {
      kind
      months
      field
    }
    issuers {
      department {
        code
        name {
          zh
          en
        }
      }
      creditCode
      regions
      from
      until
    }
    assurance
    vct
    template {
      sheet
      accent
      title {
        zh
        en
      }
      blocks {
        heading {
          zh
          en
        }
        columns
        cells {
          field
          place
          sensitive
        }
      }
    }
    directory {
      definerLevel
      issuerLevel
      items {
        code
        name {
          zh
          en
        }
      }
    }
  }
`);

export const DRAFT = graphql(`
  query DeskLicenceTypeDraft($code: ID!) {
    editedLicenceType(code: $code) {
      code
      violations {
        message
        path
      }
      draft {
        ...LicenceTypeContent
      }
    }
  }
`);

export const LICENCE_TYPE = graphql(`
  query DeskLicenceType($code: ID!) {
    editedLicenceType(code: $code) {
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
      draft {
        definedBy
        ...LicenceTypeContent
      }
      published {
        version
        publishedAt
        ...LicenceTypeContent
      }
    }
  }
`);

export const SAVE = graphql(`
  mutation DeskSaveLicenceType($input: LicenceTypeInput!) {
    done: saveLicenceTypeDraft(input: $input) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

export const PUBLISH = graphql(`
  mutation DeskPublishLicenceType($code: ID!, $draftRevision: Int!, $reason: String!) {
    done: publishLicenceType(code: $code, draftRevision: $draftRevision, reason: $reason) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);
