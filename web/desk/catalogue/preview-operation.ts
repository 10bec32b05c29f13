import { graphql } from "../../shared/generated/gql.ts";

/** The fields are those which web/shared/forms shows. */
export const PREVIEW = graphql(`
  query DeskFormPreview($form: JSONObject!) {
    formPreview(form: $form) {
      violations {
        message
        path
      }
      pages {
        title {
          zh
          en
        }
        fields {
          name
          path
          widget
          required
          confirms
          example
          pattern
          maxItems
          notBefore
          notAfter
          label {
            zh
            en
          }
          hint {
            zh
            en
          }
          choices {
            value
            label {
              zh
              en
            }
          }
          when {
            path
            values
          }
        }
      }
    }
  }
`);
