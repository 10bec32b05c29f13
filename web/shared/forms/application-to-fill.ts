import { graphql } from "../generated/gql.ts";
import type { ApplicationToFillFragment } from "../generated/graphql.ts";

/** An application as it is filled in: the form, what stands in it, and what is still to be done. */
export const APPLICATION_TO_FILL = graphql(`
  fragment ApplicationToFill on Application {
    id
    status
    availableActions
    capacity
    savedAt
    form
    subject {
      kind
      name
    }
    heldFields {
      ...HeldFieldParts
    }
    problems {
      ...FormFieldProblem
    }
    correction {
      answerBy
      answeredAt
      fields {
        name
        note
      }
      materials {
        name
        note
      }
    }
    payoutAccounts {
      ...OfferedAccountParts
    }
    item {
      code
      stake
      promisedWorkingDays
      name {
        zh
        en
      }
      fee {
        amount
        basis
      }
      materials {
        code
        name {
          zh
          en
        }
      }
      formPages {
        ...FormPageParts
      }
    }
    materials {
      code
      isRequired
      state
      isEditable
      files {
        id
        name
        sizeBytes
        status
        rejection {
          message
        }
      }
      filled {
        source
        reference
        statedOn
      }
    }
  }
`);

export type ApplicationToFill = ApplicationToFillFragment;
export type CaseMaterial = NonNullable<ApplicationToFill["materials"]>[number];
