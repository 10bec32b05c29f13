import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ReadingEdgeFragment, RoleWordsFragment } from "../../shared/generated/graphql.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { type SCOPE_WORDS, scopeWords } from "./scope-words.ts";

const FRAGMENT = graphql(`
  fragment ReadingEdge on DataAccessEdge {
    cursor
    node {
      at
      scopes
      purposes
      requestId
      partner {
        id
        name
      }
      office {
        roles
        applications
        name {
          zh
          en
        }
      }
      reads {
        field
        name {
          zh
          en
        }
      }
    }
  }
`);

const ROLE_WORDS = graphql(`
  fragment RoleWords on EnumTexts {
    values {
      value
      text {
        zh
        en
      }
    }
  }
`);

type Reading = ReadingEdgeFragment["node"];

export type Words = {
  readonly scopes: readonly FragmentType<typeof SCOPE_WORDS>[];
  readonly roles: readonly FragmentType<typeof ROLE_WORDS>[];
};

const TEXTS = {
  none: { zh: "还没有人查看过您的信息。", en: "Nobody has looked at your data yet." },
  office: { zh: "政府部门工作人员", en: "An officer of a department" },
  read: { zh: "看了什么", en: "What was read" },
  purpose: { zh: "用途", en: "For" },
  under: { zh: "依据您的同意", en: "Under your consent to" },
  roles: { zh: "岗位", en: "In the role of" },
  inCase: { zh: "因办件", en: "In the case" },
  open: { zh: "查看办件", en: "Open the case" },
  number: { zh: "查询编号", en: "Number to ask about it" },
} satisfies Record<string, Text>;

type ReadingsProps = { readonly of: readonly FragmentType<typeof FRAGMENT>[]; readonly words: Words };

/** The looks at the reader's data, each with the one who looked, in words. */
export function Readings({ of, words }: ReadingsProps): ReactNode {
  const { say } = useTexts();
  const edges = readFragment(FRAGMENT, of);
  if (edges.length === 0) return <p className="soft">{say(TEXTS.none)}</p>;
  return (
    <ul className="rows">
      {edges.map(({ cursor, node }) => (
        <li key={cursor}>
          <OneReading of={node} words={words} />
        </li>
      ))}
    </ul>
  );
}

type ReadingProps = { readonly of: Reading; readonly words: Words };

function OneReading({ of, words }: ReadingProps): ReactNode {
  const { say, language } = useTexts();
  const { at, partner, office, reads, purposes, requestId } = of;
  const listed = (texts: readonly string[]): string => texts.join(say(BETWEEN));
  return (
    <div className="stack-tight">
      <h3>{partner?.name ?? say(office?.name ?? TEXTS.office)}</h3>
      <span className="soft small">{moment(at, language)}</span>
      <Facts
        of={[
          [say(TEXTS.read), listed(reads.map(({ name }) => say(name)))],
          [say(TEXTS.purpose), listed(purposes)],
          [say(TEXTS.under), listed(scopeWords(words.scopes, of.scopes).map(({ name }) => say(name)))],
          [say(TEXTS.roles), office && listed(rolesIn(words, office.roles).map(say))],
          [say(TEXTS.inCase), office && office.applications.length > 0 && <Cases of={office.applications} />],
          [say(TEXTS.number), requestId],
        ]}
      />
    </div>
  );
}

function rolesIn({ roles }: Words, named: readonly string[]): readonly Text[] {
  const values: RoleWordsFragment["values"] = readFragment(ROLE_WORDS, roles).flatMap((each) => each.values);
  return values.filter(({ value }) => named.includes(value)).map(({ text }) => text);
}

function Cases({ of }: { readonly of: readonly string[] }): ReactNode {
  const { say } = useTexts();
  return (
    <ul>
      {of.map((id) => (
        <li key={id}>
          <Link className="link-target" to="/cases/$id" params={{ id }}>
            {say(TEXTS.open)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
