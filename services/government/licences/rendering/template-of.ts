import { formPages } from "../../catalogue/index.ts";
import type { LicenceTemplate } from "../types/licence-template.ts";
import type { LicenceTypeContent } from "../types/licence-type.ts";

/** With more fields than this a page of one column would have to be drawn small. */
const ONE_COLUMN_MAX = 14;

/** The template of a type; of one that states none the pages of its content, under the type's name. */
export function templateOf({
  template,
  name,
  content,
  disclosures,
}: Pick<LicenceTypeContent, "template" | "name" | "content" | "disclosures">): LicenceTemplate {
  if (template) return template;
  const sensitive = new Set(
    disclosures.filter(({ disclosure }) => disclosure === "SENSITIVE").map(({ field }) => field),
  );
  const columns = disclosures.length > ONE_COLUMN_MAX ? 2 : 1;
  const blocks = formPages(content).map(({ title, fields }) => ({
    heading: title,
    columns,
    cells: [...new Set(fields.map(({ path: [field = ""] }) => field))].map((field) =>
      sensitive.has(field) ? { field, sensitive: true as const } : { field },
    ),
  }));
  return { sheet: "A4_PORTRAIT", accent: "BLUE", title: name, blocks };
}
