import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { TrailParty } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";

const FRAGMENT = graphql(`
  fragment AuditEntries on AuditTrailConnection {
    edges {
      node {
        sequence
        at
        text
        by
        reason
        hash
        officer {
          name
        }
      }
    }
  }
`);

const TEXTS = {
  caption: { zh: "办理记录", en: "All that was done" },
  sequence: { zh: "序号", en: "No." },
  at: { zh: "时间", en: "When" },
  text: { zh: "事情", en: "Event" },
  by: { zh: "由谁", en: "By" },
  reason: { zh: "理由", en: "Why" },
  hash: { zh: "校验值", en: "Check value" },
} satisfies Record<string, Text>;

const PARTIES: Readonly<Record<TrailParty, Text>> = {
  APPLICANT: { zh: "申请人", en: "The applicant" },
  GUARDIAN: { zh: "监护人", en: "The guardian" },
  OTHER_CITIZEN: { zh: "代办人", en: "Somebody for the applicant" },
  OFFICER: { zh: "工作人员", en: "An officer" },
  PARTNER: { zh: "合作企业", en: "A partner" },
  PLATFORM: { zh: "平台", en: "The platform" },
};

/** So much of a check value tells it from another at a glance; the verification has all of it. */
const HASH_SHOWN = 12;

/** The entries of a trail, oldest first. */
export function AuditEntries({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const rows = readFragment(FRAGMENT, of).edges.map(({ node }) => node);
  return (
    <Table
      caption={say(TEXTS.caption)}
      rows={rows}
      keyOf={({ sequence }) => String(sequence)}
      columns={[
        { head: say(TEXTS.sequence), cell: ({ sequence }) => sequence },
        { head: say(TEXTS.at), cell: ({ at }) => moment(at, language) },
        { head: say(TEXTS.text), kind: "wide", cell: ({ text }) => text },
        { head: say(TEXTS.by), cell: ({ by, officer }) => officer?.name ?? say(PARTIES[by]) },
        { head: say(TEXTS.reason), kind: "wide", cell: ({ reason }) => reason },
        { head: say(TEXTS.hash), cell: ({ hash }) => <code>{hash.slice(0, HASH_SHOWN)}</code> },
      ]}
    />
  );
}
