import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, day, moment } from "../../shared/format/dates.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { STANDINGS } from "../../shared/texts/enterprise-texts.ts";
import { PARTNER_DECISIONS, PARTNER_STATUSES } from "../../shared/texts/partner-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { officerName } from "../officer-name.ts";
import { DecidePartner, type Partner, type ScopeTexts } from "./decide-partner.tsx";
import { PARTNER } from "./partner-operations.ts";
import { CAPACITIES, KEY_STATUSES, LAPSES, MODES } from "./partner-words.ts";
import { ScopeWords } from "./scope-words.tsx";

const TEXTS = {
  title: { zh: "合作企业", en: "Partner enterprise" },
  unknown: { zh: "没有这家合作企业。", en: "There is no such partner." },
  status: { zh: "状态", en: "State" },
  code: { zh: "统一社会信用代码", en: "Credit code" },
  purpose: { zh: "用途", en: "Purpose" },
  applied: { zh: "申请时间", en: "Applied" },
  by: { zh: "申请人身份", en: "Applied for by" },
  contact: { zh: "联系人", en: "Contact" },
  lapse: { zh: "需要续办，因为", en: "To be renewed, because" },
  approver: { zh: "批准人", en: "Approved by" },
  review: { zh: "最近一次决定", en: "Last decision" },
  reason: { zh: "决定理由", en: "Reason that was given" },
  register: { zh: "企业登记信息", en: "The register's statements" },
  before: { zh: "申请时", en: "When it was applied for" },
  now: { zh: "现在", en: "Now" },
  what: { zh: "登记项", en: "Entry" },
  name: { zh: "名称", en: "Name" },
  standing: { zh: "登记状态", en: "Standing" },
  representative: { zh: "法定代表人", en: "Legal representative" },
  read: { zh: "读取时间", en: "Read in the register" },
  offRecord: { zh: "登记中已没有这家企业", en: "no longer on record" },
  scopes: { zh: "申请的权限", en: "Scopes asked for" },
  granted: { zh: "已批准", en: "granted" },
  notGranted: { zh: "未批准", en: "not granted" },
  keys: { zh: "密钥", en: "Keys" },
  noKeys: { zh: "还没有密钥。", en: "There are no keys yet." },
  key: { zh: "密钥名称", en: "Key" },
  mode: { zh: "环境", en: "Access" },
  made: { zh: "创建", en: "Made" },
  ends: { zh: "到期", en: "Ends" },
  used: { zh: "最近使用", en: "Last used" },
  keyScopes: { zh: "权限数", en: "Scopes" },
  back: { zh: "回到合作企业列表", en: "Back to the partners" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/partners/$id");

export function PartnerPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(PARTNER, { id });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  return (
    <Page title={node?.__typename === "Partner" ? node.name : say(TEXTS.title)}>
      <Answered asked={asked}>
        {({ node: found, scopes }, errors) => {
          const trouble = troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (found?.__typename !== "Partner") return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <div className="parts">
              <About of={found} />
              <Register of={found} />
              <Scopes of={found} texts={scopes ?? []} />
              <DecidePartner partner={found} texts={scopes ?? []} />
              <Keys of={found} />
            </div>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/partners" search={{ status: "PENDING" }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function About({ of }: { readonly of: Partner }): ReactNode {
  const { say, language } = useTexts();
  const { contact, status, lapseReason, approvedBy, review } = of;
  return (
    <section className="part">
      <Facts
        of={[
          [
            say(TEXTS.status),
            <Tag key="status" tone={PARTNER_STATUSES[status].tone}>
              {say(PARTNER_STATUSES[status].text)}
            </Tag>,
          ],
          [say(TEXTS.lapse), lapseReason && say(LAPSES[lapseReason])],
          [say(TEXTS.code), of.creditCode],
          [say(TEXTS.purpose), of.purpose],
          [say(TEXTS.applied), moment(of.appliedAt, language)],
          [say(TEXTS.by), say(CAPACITIES[of.capacity])],
          [say(TEXTS.contact), `${contact.name} ${contact.phone} ${contact.email}`],
          [say(TEXTS.approver), approvedBy && say(officerName(approvedBy))],
          [
            say(TEXTS.review),
            review && `${say(PARTNER_DECISIONS[review.decision])} · ${moment(review.at, language)}`,
          ],
          [say(TEXTS.reason), review?.reason],
        ]}
      />
    </section>
  );
}

type Entry = { readonly head: string; readonly before: string; readonly now: string | undefined };

/** The register's statement at the application beside that of now, so that a change is seen. */
function Register({ of: { statement, registeredNow } }: { readonly of: Partner }): ReactNode {
  const { say, language } = useTexts();
  const entry = (head: Text, read: (from: Partner["statement"]) => string): Entry => ({
    ...{ head: say(head), before: read(statement) },
    now: registeredNow ? read(registeredNow) : undefined,
  });
  return (
    <section className="part">
      <Table<Entry>
        caption={say(TEXTS.register)}
        keyOf={({ head }) => head}
        rows={[
          entry(TEXTS.name, ({ name }) => name),
          entry(TEXTS.standing, ({ standing }) => say(STANDINGS[standing].text)),
          entry(TEXTS.representative, ({ legalRepresentative }) => legalRepresentative),
          entry(TEXTS.read, ({ recordedAt }) => day(dateAt(new Date(recordedAt)), language)),
        ]}
        columns={[
          { head: say(TEXTS.what), cell: ({ head }) => head },
          { head: say(TEXTS.before), cell: ({ before }) => before, kind: "wide" },
          { head: say(TEXTS.now), cell: ({ now }) => now ?? say(TEXTS.offRecord), kind: "wide" },
        ]}
      />
    </section>
  );
}

type ScopesProps = { readonly of: Partner; readonly texts: ScopeTexts };

function Scopes({ of: { requestedScopes, scopes, status }, texts }: ScopesProps): ReactNode {
  const { say } = useTexts();
  const isDecided = status !== "PENDING";
  return (
    <section className="part">
      <h2>{say(TEXTS.scopes)}</h2>
      <ul className="rows">
        {requestedScopes.map((scope) => (
          <li key={scope} className="row">
            <ScopeWords of={texts.find((text) => text.scope === scope)} />
            {isDecided && (
              <Tag tone={scopes.includes(scope) ? "good" : "bad"}>
                {say(scopes.includes(scope) ? TEXTS.granted : TEXTS.notGranted)}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Key = Partner["apiKeys"][number];

function Keys({ of: { apiKeys } }: { readonly of: Partner }): ReactNode {
  const { say, language } = useTexts();
  const dayOf = (instant: string | null): string =>
    instant === null ? "–" : day(dateAt(new Date(instant)), language);
  return (
    <section className="part part-wide">
      {apiKeys.length === 0 ? (
        <>
          <h2>{say(TEXTS.keys)}</h2>
          <p className="soft">{say(TEXTS.noKeys)}</p>
        </>
      ) : (
        <Table<Key>
          caption={say(TEXTS.keys)}
          keyOf={({ id }) => id}
          rows={apiKeys}
          columns={[
            { head: say(TEXTS.key), cell: ({ name }) => name, kind: "wide" },
            { head: say(TEXTS.mode), cell: ({ mode }) => say(MODES[mode]) },
            {
              head: say(TEXTS.status),
              cell: ({ status }) => (
                <Tag tone={KEY_STATUSES[status].tone}>{say(KEY_STATUSES[status].text)}</Tag>
              ),
            },
            { head: say(TEXTS.keyScopes), cell: ({ scopes: { length } }) => length, kind: "number" },
            { head: say(TEXTS.made), cell: ({ createdAt }) => dayOf(createdAt) },
            { head: say(TEXTS.ends), cell: ({ expiresAt }) => dayOf(expiresAt) },
            { head: say(TEXTS.used), cell: ({ lastUsedAt }) => dayOf(lastUsedAt) },
          ]}
        />
      )}
    </section>
  );
}
