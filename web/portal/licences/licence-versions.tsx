import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { VERSION_ACTS } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment LicenceVersions on ElectronicLicence {
    versions {
      version
      act
      issuedOn
      validUntil
    }
  }
`);

const TITLE: Text = { zh: "版本", en: "Versions" };
const NOW: Text = { zh: "现行", en: "in force" };
const BEFORE: Text = { zh: "已被取代", en: "replaced" };
const numbered = (version: number, act: string): Text => ({
  zh: `第 ${version} 版：${act}`,
  en: `Version ${version}: ${act}`,
});
const from = (issued: string, until: string | undefined): Text => ({
  zh: `${issued}颁发${until ? `，有效期至${until}` : "，长期有效"}`,
  en: `Of ${issued}, ${until ? `valid until ${until}` : "without an end"}`,
});

/** The versions of a licence, the newest first. */
export function LicenceVersions({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { versions } = readFragment(FRAGMENT, of);
  if (!versions) return null;
  return (
    <section className="part">
      <h2>{say(TITLE)}</h2>
      <ol className="trail">
        {versions.map(({ version, act, issuedOn, validUntil }, i) => (
          <li key={version} className={i === 0 ? "trail-now" : "trail-done"}>
            <span className="strong">
              {say(numbered(version, say(VERSION_ACTS[act])))} ({say(i === 0 ? NOW : BEFORE)})
            </span>
            <span className="soft small">
              {say(from(day(issuedOn, language), validUntil ? day(validUntil, language) : undefined))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
