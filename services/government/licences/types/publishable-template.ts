import { isFields } from "../../../kernel/fields.ts";
import { bothOf, missingTexts, type Violation, violation } from "../../catalogue/index.ts";
import type { LicenceTemplate, Sheet, TemplateCell } from "./licence-template.ts";
import type { LicenceTypeContent } from "./licence-type.ts";

export const COLUMNS_MAX = 2;

/** Lines of cells and headings for which a sheet has room, also with a copy's words; more would be too small to read. */
export const LINES_MAX: Readonly<Record<Sheet, number>> = { A4_PORTRAIT: 38, A4_LANDSCAPE: 16, CARD: 7 };

/** All that keeps a type's template from being used; nothing where it has none, and is drawn by its content's pages. */
export function templateViolations({ template, content, disclosures }: LicenceTypeContent): Violation[] {
  if (!template) return [];
  const cells = cellsOf(template);
  const properties = isFields(content["properties"]) ? content["properties"] : {};
  const levels = new Map(disclosures.map(({ field, disclosure }) => [field, disclosure]));
  const named = new Set(cells.flatMap(({ cell }) => ("field" in cell ? [cell.field] : [])));
  return [
    ...missingTexts([
      ...bothOf(template.title, "template", "title"),
      ...template.blocks.flatMap(({ heading }, i) =>
        heading ? bothOf(heading, "template", "blocks", String(i), "heading") : [],
      ),
    ]),
    ...emptyParts(template),
    ...tooFull(template),
    ...cells.flatMap(({ cell, path }, i) => {
      const isSecond = cells.findIndex((other) => keyOf(other.cell) === keyOf(cell)) < i;
      if ("place" in cell) return isSecond ? [violation("TEMPLATE_PLACE_TWICE", path)] : [];
      const { field, sensitive } = cell;
      const values = { field };
      return [
        ...(Object.hasOwn(properties, field) ? [] : [violation("TEMPLATE_FIELD_UNKNOWN", path, values)]),
        ...(levels.get(field) === "SENSITIVE" && sensitive !== true
          ? [violation("TEMPLATE_FIELD_SENSITIVE", path, values)]
          : []),
        ...(isSecond ? [violation("TEMPLATE_NAMED_TWICE", path, values)] : []),
      ];
    }),
    ...disclosures
      .filter(({ field, disclosure }) => disclosure === "MINIMAL" && !named.has(field))
      .map(({ field }) => violation("TEMPLATE_FIELD_MISSING", ["template", "blocks"], { field })),
  ];
}

const cellsOf = ({ blocks }: LicenceTemplate) =>
  blocks.flatMap(({ cells }, i) =>
    cells.map((cell, j) => ({ cell, path: ["template", "blocks", String(i), "cells", String(j)] })),
  );

/** A field may be called as a place is. */
const keyOf = (cell: TemplateCell): string =>
  JSON.stringify("field" in cell ? ["field", cell.field] : ["place", cell.place]);

const emptyParts = ({ blocks }: LicenceTemplate): Violation[] => [
  ...(blocks.length === 0 ? [violation("TEMPLATE_EMPTY", ["template", "blocks"])] : []),
  ...blocks.flatMap(({ cells }, i) =>
    cells.length === 0 ? [violation("TEMPLATE_EMPTY", ["template", "blocks", String(i), "cells"])] : [],
  ),
];

function tooFull({ sheet, blocks }: LicenceTemplate): Violation[] {
  const max = LINES_MAX[sheet];
  const lines = blocks.reduce(
    (sum, { heading, columns, cells }) => sum + (heading ? 1 : 0) + Math.ceil(cells.length / columns),
    0,
  );
  return lines > max ? [violation("TEMPLATE_TOO_FULL", ["template", "blocks"], { max: String(max) })] : [];
}
