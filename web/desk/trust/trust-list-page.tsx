import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NextPage } from "../supervision/next-page.tsx";
import { Versions } from "./list-versions.tsx";
import { type ShownList, TRUST_LIST } from "./trust-operations.ts";
import { EQUIVALENCES, folderOf, regionText, TRUST_ACTS, TRUST_KINDS } from "./trust-words.ts";

type Issuer = NonNullable<ShownList["issuers"]>["edges"][number]["node"];
type Mapping = NonNullable<ShownList["mappings"]>["edges"][number]["node"];

const TEXTS = {
  title: { zh: "信任清单", en: "The trust list" },
  none: {
    zh: "还没有清单：尚未承认任何其他地区的电子证照。",
    en: "There is no list yet: no electronic licences of other regions are recognised.",
  },
  unknown: { zh: "清单没有这个版本。", en: "The list has no such version." },
  version: { zh: "版本", en: "Version" },
  inForce: { zh: "现行", en: "in force" },
  at: { zh: "生效时间", en: "In force from" },
  act: { zh: "由来", en: "Made by" },
  about: { zh: "改动的部分", en: "The part that was changed" },
  versions: { zh: "前后版本", en: "Versions before and after" },
  before: { zh: "上一版本", en: "The version before" },
  next: { zh: "下一版本", en: "The version after" },
  current: { zh: "现行版本", en: "The version in force" },
  issuers: { zh: "承认的颁发机构", en: "Issuers that are believed" },
  noIssuers: { zh: "没有颁发机构。", en: "No issuers." },
  issuer: { zh: "颁发机构", en: "Issuer" },
  region: { zh: "所属地区", en: "Region" },
  creditCode: { zh: "统一社会信用代码", en: "Credit code" },
  types: { zh: "证照类型", en: "Types" },
  keys: { zh: "公钥", en: "Keys" },
  givenAway: { zh: "（已泄露）", en: " (given away)" },
  mappings: { zh: "类型对应", en: "What their types stand for" },
  noMappings: { zh: "没有类型对应。", en: "No mappings." },
  foreign: { zh: "对方的凭证类型（vct）", en: "The other's type (vct)" },
  own: { zh: "本地证照类型", en: "Our type" },
  equivalence: { zh: "对应程度", en: "How far" },
  days: { zh: "期间", en: "Period" },
  onwards: { zh: "起", en: " on" },
  back: { zh: "回到互认", en: "Back to recognition" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/trust/list");

/** The list as it is in force, or as an earlier version had it, with the change that made it. */
export function TrustListPage(): ReactNode {
  const { say } = useTexts();
  const { version, issuers, mappings, versions } = route.useSearch();
  const asked = useOwnAnswer(TRUST_LIST, {
    ...(version === undefined ? {} : { version: numberOf(version) }),
    ...(issuers ? { issuers } : {}),
    ...(mappings ? { mappings } : {}),
    ...(versions ? { versions } : {}),
  });
  return (
    <Page title={say(TEXTS.title)}>
      <Answered asked={asked}>
        {({ trustList, inForce, trustListVersions, regions }, errors) => {
          const trouble = troubleAt(errors, ["trustList"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!trustList)
            return <p className="part">{say(version === undefined ? TEXTS.none : TEXTS.unknown)}</p>;
          return (
            <>
              <List of={trustList} latest={inForce?.version ?? 0} regionName={regionText(regions)} />
              <Versions of={trustListVersions} />
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/trust" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

/** Versions count from 1: there is none of this number, as of a text that is none. */
const NO_VERSION = 0;
const numberOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : NO_VERSION);

type Naming = { readonly regionName: (code: string) => string };
type ListProps = Naming & {
  readonly of: ShownList;
  /** The version in force. */
  readonly latest: number;
};

function List({ of, latest, regionName }: ListProps): ReactNode {
  return (
    <>
      <Version of={of} latest={latest} />
      <Issuers of={of.issuers} regionName={regionName} />
      <Mappings of={of.mappings} regionName={regionName} />
    </>
  );
}

function Version({ of, latest }: Omit<ListProps, "regionName">): ReactNode {
  const { say, language } = useTexts();
  const { version, at, act, kind, code } = of;
  return (
    <section className="part">
      <Facts
        of={[
          [say(TEXTS.version), version === latest ? `${version} (${say(TEXTS.inForce)})` : String(version)],
          [say(TEXTS.at), moment(at, language)],
          [say(TEXTS.act), say(TRUST_ACTS[act])],
          [
            say(TEXTS.about),
            <Link
              key="part"
              className="link-target"
              to="/desk/trust/$kind"
              params={{ kind: folderOf(kind) }}
              search={{ code }}
            >
              {say(TRUST_KINDS[kind])} {code}
            </Link>,
          ],
        ]}
      />
      <nav className="row-links" aria-label={say(TEXTS.versions)}>
        {version > 1 && (
          <Link className="link-target" to="/desk/trust/list" search={{ version: String(version - 1) }}>
            {say(TEXTS.before)}
          </Link>
        )}
        {version + 1 < latest && (
          <Link className="link-target" to="/desk/trust/list" search={{ version: String(version + 1) }}>
            {say(TEXTS.next)}
          </Link>
        )}
        {version < latest && (
          <Link className="link-target" to="/desk/trust/list" search={{}}>
            {say(TEXTS.current)}
          </Link>
        )}
      </nav>
    </section>
  );
}

function Issuers({ of, regionName }: Naming & { readonly of: ShownList["issuers"] }): ReactNode {
  const { say } = useTexts();
  const { issuers: after, ...others } = route.useSearch();
  if (!of) return null;
  const rows = of.edges.map(({ node }) => node);
  const keyText = ({ keyId, compromisedSince }: Issuer["keys"][number]): string =>
    compromisedSince === null ? keyId : `${keyId}${say(TEXTS.givenAway)}`;
  return (
    <section className="part">
      {rows.length === 0 ? (
        <p>{say(TEXTS.noIssuers)}</p>
      ) : (
        <Table<Issuer>
          caption={say(TEXTS.issuers)}
          keyOf={({ code }) => code}
          rows={rows}
          columns={[
            { head: say(TEXTS.issuer), cell: ({ name }) => say(name), kind: "wide" },
            { head: say(TEXTS.region), cell: ({ region }) => regionName(region) },
            { head: say(TEXTS.creditCode), cell: ({ creditCode }) => <code>{creditCode}</code> },
            {
              head: say(TEXTS.types),
              cell: ({ types }) => types.map(({ name }) => say(name)).join(say(BETWEEN)),
              kind: "wide",
            },
            { head: say(TEXTS.keys), cell: ({ keys }) => keys.map(keyText).join(say(BETWEEN)) },
          ]}
        />
      )}
      <NextPage
        page={of.pageInfo}
        after={after}
        to={(cursor) => ({
          to: "/desk/trust/list",
          search: cursor ? { ...others, issuers: cursor } : others,
        })}
      />
    </section>
  );
}

function Mappings({ of, regionName }: Naming & { readonly of: ShownList["mappings"] }): ReactNode {
  const { say, language } = useTexts();
  const { mappings: after, ...others } = route.useSearch();
  if (!of) return null;
  const rows = of.edges.map(({ node }) => node);
  const daysText = ({ from, until }: Mapping): string =>
    until === null
      ? `${day(from, language)}${say(TEXTS.onwards)}`
      : `${day(from, language)} – ${day(until, language)}`;
  return (
    <section className="part">
      {rows.length === 0 ? (
        <p>{say(TEXTS.noMappings)}</p>
      ) : (
        <Table<Mapping>
          caption={say(TEXTS.mappings)}
          keyOf={({ code }) => code}
          rows={rows}
          columns={[
            { head: say(TEXTS.foreign), cell: ({ vct }) => <code>{vct}</code>, kind: "wide" },
            { head: say(TEXTS.region), cell: ({ region }) => regionName(region) },
            { head: say(TEXTS.own), cell: ({ ownType }) => <code>{ownType}</code> },
            {
              head: say(TEXTS.equivalence),
              cell: ({ equivalence }) => say(EQUIVALENCES[equivalence]),
              kind: "wide",
            },
            { head: say(TEXTS.days), cell: daysText, kind: "wide" },
          ]}
        />
      )}
      <NextPage
        page={of.pageInfo}
        after={after}
        to={(cursor) => ({
          to: "/desk/trust/list",
          search: cursor ? { ...others, mappings: cursor } : others,
        })}
      />
    </section>
  );
}
