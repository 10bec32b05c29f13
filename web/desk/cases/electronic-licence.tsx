import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskElectronicLicenceFragment } from "../../shared/generated/graphql.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { ELECTRONIC_LICENCE_STATUSES, VERSION_ACTS } from "../../shared/texts/electronic-licence-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useRegionName } from "../use-region-name.ts";
import { contentRows } from "./licence-content.ts";

const FRAGMENT = graphql(`
  fragment DeskElectronicLicence on Application {
    electronicLicence {
      identifier
      number
      status
      issuedOn
      validUntil
      content
      suspendedAt
      endedAt
      issuer {
        department {
          name {
            zh
            en
          }
        }
      }
      type {
        name {
          zh
          en
        }
        content
      }
      versions {
        version
        act
        issuedOn
        validUntil
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "电子证照", en: "The electronic licence" },
  number: { zh: "流水号", en: "Number" },
  identifier: { zh: "电子证照标识", en: "Identifier" },
  version: { zh: "版本", en: "Version" },
  issuer: { zh: "颁发机构", en: "Issued by" },
  issuedOn: { zh: "颁发日期", en: "Issued on" },
  validUntil: { zh: "有效期至", en: "Valid until" },
  always: { zh: "长期有效", en: "Always valid" },
  suspended: { zh: "暂扣或中止时间", en: "Suspended" },
  ended: { zh: "终止时间", en: "Ended" },
  content: { zh: "证照内容", en: "What it says" },
  versions: { zh: "各版本", en: "Its versions" },
  act: { zh: "由来", en: "Made by" },
} satisfies Record<string, Text>;

type Licence = NonNullable<DeskElectronicLicenceFragment["electronicLicence"]>;
type Version = NonNullable<Licence["versions"]>[number];

type LicenceProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** By which it could not be read: that is not the same as a case without one. */
  readonly trouble: Trouble | undefined;
  readonly again: () => void;
};

/** The electronic licence that the case's grant has issued or changed, as it stands now; nothing of a case without one. */
export function ElectronicLicence({ of, trouble, again }: LicenceProps): ReactNode {
  const { say } = useTexts();
  const { electronicLicence } = readFragment(FRAGMENT, of);
  if (!electronicLicence && !trouble) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {trouble && <TroubleNotice trouble={trouble} again={again} />}
      {electronicLicence && <Said of={electronicLicence} />}
    </section>
  );
}

function Said({ of }: { readonly of: Licence }): ReactNode {
  const { say, language } = useTexts();
  const regionName = useRegionName();
  const { type, status, content, issuer, issuedOn, validUntil, suspendedAt, endedAt } = of;
  const { text, tone } = ELECTRONIC_LICENCE_STATUSES[status];
  const versions = of.versions ?? [];
  const inForce = versions[0];
  return (
    <>
      <p className="tags">
        <span className="strong">{say(type.name)}</span>
        <Tag tone={tone}>{say(text)}</Tag>
      </p>
      <Facts
        of={[
          [say(TEXTS.number), <code key="number">{of.number}</code>],
          [say(TEXTS.identifier), <code key="identifier">{of.identifier}</code>],
          [say(TEXTS.version), inForce && `${inForce.version} · ${say(VERSION_ACTS[inForce.act])}`],
          [say(TEXTS.issuer), say(issuer.department.name)],
          [say(TEXTS.issuedOn), day(issuedOn, language)],
          [say(TEXTS.validUntil), validUntil ? day(validUntil, language) : say(TEXTS.always)],
          [say(TEXTS.suspended), suspendedAt && moment(suspendedAt, language)],
          [say(TEXTS.ended), endedAt && moment(endedAt, language)],
        ]}
      />
      <h3>{say(TEXTS.content)}</h3>
      <dl className="facts">
        {contentRows(type.content, content, { say, language, regionName }).map((row) => (
          <div key={row.at}>
            <dt>{row.label}</dt>
            <dd>{row.text}</dd>
          </div>
        ))}
      </dl>
      {versions.length > 1 && <Versions of={versions} />}
    </>
  );
}

function Versions({ of }: { readonly of: readonly Version[] }): ReactNode {
  const { say, language } = useTexts();
  return (
    <Table<Version>
      caption={say(TEXTS.versions)}
      keyOf={({ version }) => String(version)}
      rows={of}
      columns={[
        { head: say(TEXTS.version), cell: ({ version }) => version },
        { head: say(TEXTS.act), cell: ({ act }) => say(VERSION_ACTS[act]) },
        { head: say(TEXTS.issuedOn), cell: ({ issuedOn }) => day(issuedOn, language) },
        {
          head: say(TEXTS.validUntil),
          cell: ({ validUntil }) => (validUntil ? day(validUntil, language) : say(TEXTS.always)),
        },
      ]}
    />
  );
}
