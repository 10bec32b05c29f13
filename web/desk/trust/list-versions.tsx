import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { NextPage } from "../supervision/next-page.tsx";
import type { ListVersions } from "./trust-operations.ts";
import { TRUST_ACTS, TRUST_KINDS } from "./trust-words.ts";

const TEXTS = {
  title: { zh: "历次版本", en: "Its versions" },
  version: { zh: "版本", en: "Version" },
  at: { zh: "生效时间", en: "In force from" },
  act: { zh: "由来", en: "Made by" },
  part: { zh: "改动的部分", en: "The part that was changed" },
} satisfies Record<string, Text>;

type Version = NonNullable<ListVersions>["edges"][number]["node"];

const route = getRouteApi("/desk/trust/list");

/** The history of the trust list, the newest version first: each can be read as it was. */
export function Versions({ of }: { readonly of: ListVersions }): ReactNode {
  const { say, language } = useTexts();
  const { versions: after, ...others } = route.useSearch();
  if (!of) return null;
  return (
    <section className="part">
      <Table<Version>
        caption={say(TEXTS.title)}
        keyOf={({ version }) => String(version)}
        rows={of.edges.map(({ node }) => node)}
        columns={[
          {
            head: say(TEXTS.version),
            cell: ({ version }) => (
              <Link className="link-target" to="/desk/trust/list" search={{ version: String(version) }}>
                {version}
              </Link>
            ),
          },
          { head: say(TEXTS.at), cell: ({ at }) => moment(at, language) },
          { head: say(TEXTS.act), cell: ({ act }) => say(TRUST_ACTS[act]), kind: "wide" },
          {
            head: say(TEXTS.part),
            cell: ({ kind, code }) => `${say(TRUST_KINDS[kind])} ${code}`,
            kind: "wide",
          },
        ]}
      />
      <NextPage
        page={of.pageInfo}
        after={after}
        to={(cursor) => ({
          to: "/desk/trust/list",
          search: cursor ? { ...others, versions: cursor } : others,
        })}
      />
    </section>
  );
}
