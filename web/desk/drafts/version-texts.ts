import { dateAt, day } from "../../shared/format/dates.ts";
import type { Language } from "../../shared/settings/settings.ts";
import type { Text } from "../../shared/texts/text.ts";

type Published = { readonly version: number; readonly publishedAt: string | null };

const UNPUBLISHED: Text = { zh: "未发布", en: "never published" };
const versionOf = (version: number, on: string): Text => ({
  zh: `第 ${version} 版，${on}发布`,
  en: `version ${version}, published on ${on}`,
});

/** The version in force, with the day from which on it is. */
export const versionText = (published: Published | null, language: Language): Text =>
  published?.publishedAt
    ? versionOf(published.version, day(dateAt(new Date(published.publishedAt)), language))
    : UNPUBLISHED;
