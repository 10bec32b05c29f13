import type { LocalizedText } from "../../catalogue/index.ts";

export const SHEETS = ["A4_PORTRAIT", "A4_LANDSCAPE", "CARD"] as const;
/** The sheet that a licence is drawn on, one page; a card is A6 across: on a smaller one nobody reads the notices. */
export type Sheet = (typeof SHEETS)[number];

export const ACCENTS = ["RED", "BLUE", "GREEN", "BROWN", "GREY"] as const;
/** The colour of frame, title and headings; each can be read on white (at least 7 : 1). */
export type Accent = (typeof ACCENTS)[number];

export const TEMPLATE_PLACES = ["NUMBER", "ISSUER", "ISSUED_ON", "VALID_UNTIL"] as const;
/** A value that every licence has beside its content. One that no cell names stands at its usual place. */
export type TemplatePlace = (typeof TEMPLATE_PLACES)[number];

/** A cell shows a field of the content, or a place. */
export type TemplateCell =
  | {
      readonly field: string;
      /** The editor says that the field is a SENSITIVE one: it is drawn only where it is asked for by name. */
      readonly sensitive?: true | undefined;
    }
  | { readonly place: TemplatePlace };

/** Cells under a heading, in one column or two, line by line. */
export type TemplateBlock = {
  readonly heading?: LocalizedText | undefined;
  readonly columns: number;
  readonly cells: readonly TemplateCell[];
};

/** How the licences of a type look (证照样式): data alone, no markup and no program. */
export type LicenceTemplate = {
  readonly sheet: Sheet;
  readonly accent: Accent;
  readonly title: LocalizedText;
  readonly blocks: readonly TemplateBlock[];
};
