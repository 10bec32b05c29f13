import { graphql } from "../../shared/generated/gql.ts";

export const PREVIEW = graphql(`
  query DeskFormPreview($form: JSONObject!) {
    formPreview(form: $form) {
      violations {
        message
        path
      }
      pages {
        ...FormPageParts
      }
    }
  }
`);
