/** The languages of a licence's pages, as the schema has them. */
export const LANGUAGES = { ZH: "zh", EN: "en" } as const;
