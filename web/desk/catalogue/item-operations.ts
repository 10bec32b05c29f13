import { graphql } from "../../shared/generated/gql.ts";

export const ITEMS = graphql(`
  query DeskItems($after: String) {
    editedItems(first: 20, after: $after) {
      edges {
        node {
          code
          isChanged
          availableActions
          draft {
            id
            name {
              zh
              en
            }
            department {
              name {
                zh
                en
              }
            }
          }
          published {
            id
            version
            publishedAt
            rollOut {
              region
              stage
            }
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

/** All that an editor writes of an item. */
export const CONTENT = graphql(`
  fragment ItemContent on ServiceItem {
    code
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
    handedInAt {
      region
      from
      until
      basis {
        law
        article
      }
    }
    legalBasis {
      law
      article
    }
    audiences
    lifeEvents
    channels
    visits
    promisedWorkingDays
    statutoryWorkingDays
    statutoryDays
    limitCoversDelivery
    handling
    extensionWorkingDays
    ownFromAge
    form
    materials {
      code
      required
      replacedByLicence
      licenceOf
      licenceFields
      filledBy
      name {
        zh
        en
      }
    }
    steps {
      code
      role
      workingDays
      department
      jointly
      fourEyes
      name {
        zh
        en
      }
      checklist {
        code
        critical
        name {
          zh
          en
        }
      }
    }
    fee {
      amount
      basis
    }
    rule {
      samplePercent
      checks {
        code
        holds
        otherwise
        name {
          zh
          en
        }
        failed {
          zh
          en
        }
        advice {
          zh
          en
        }
        ground {
          law
          article
        }
      }
    }
    effect
    licence {
      act
      type
      content
      number
      counted {
        prefix
        series
        digits
        check
      }
      region
      holderCreditCode
      until
      window {
        opensWorkingDays
        inTimeWorkingDays
      }
    }
  }
`);

export const DRAFT = graphql(`
  query DeskItemDraft($code: ID!) {
    editedItem(code: $code) {
      code
      violations {
        message
        path
      }
      draft {
        id
        ...ItemContent
      }
    }
  }
`);

export const ITEM = graphql(`
  query DeskItem($code: ID!) {
    editedItem(code: $code) {
      code
      draftRevision
      isChanged
      availableActions
      editors {
        id
        name
      }
      onlineRemedyGaps
      violations {
        message
        path
      }
      draft {
        id
        ...ItemContent
      }
      published {
        id
        version
        publishedAt
        ...ItemContent
        rollOut {
          region
          stage
          since
          sharePercent
          partners
        }
        rollOutHistory(first: 10) {
          edges {
            node {
              at
              reason
              officer {
                id
                name
              }
              changes {
                region
                from {
                  stage
                }
                to {
                  stage
                }
              }
            }
          }
        }
      }
    }
  }
`);
