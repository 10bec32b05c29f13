import type { LicenceTypeInput } from "../../../shared/generated/graphql.ts";
import { blankForm } from "../../drafts/form-edit.ts";
import { asValues } from "../../drafts/values.ts";
import type { Group } from "../group.ts";

/** Where the form stands in a type. */
export const CONTENT_AT: readonly string[] = ["content"];
const TITLE = { zh: "证照内容", en: "Content" };

/** A form by the same profile as that of an item: what a licence of the type says. */
export const CONTENT_GROUP: Group<Pick<LicenceTypeInput, "content">> = {
  title: TITLE,
  blank: () => ({ content: blankForm() }),
  valuesOf: ({ content }) => ({ content }),
  inputOf: (values) => ({ content: { ...asValues(values["content"]) } }),
  // The place of the form; its fields have controls of their own.
  specs: () => [{ kind: "group", path: CONTENT_AT, label: TITLE, entry: [] }],
  form: {
    at: CONTENT_AT,
    words: {
      title: TITLE,
      name: { zh: "证照名称", en: "The licence's name" },
      json: { zh: "全部内容的 JSON", en: "All of the content as JSON" },
      preview: { zh: "证照内容预览", en: "Preview of the content" },
    },
  },
};
