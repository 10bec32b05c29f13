import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NextPage } from "../supervision/next-page.tsx";
import { FindIssuer } from "./find-issuer.tsx";
import { ISSUERS } from "./issuer-key-operations.ts";
import { issuersIn, type NamedIssuer } from "./issuers.ts";

const TEXTS = {
  title: { zh: "颁发机构的密钥", en: "Issuers' keys" },
  about: {
    zh: "颁发机构用自己的密钥签发电子证照。一人提出，另一人同意后才启用；停用前签发的仍然有效。",
    en: "Authorities sign electronic licences with keys of their own. One officer proposes a key, another agrees to it; what a key has signed before its end stays valid.",
  },
  list: { zh: "您编辑的证照类型的颁发机构", en: "Authorities that issue the licence types that you edit" },
  none: {
    zh: "您编辑的证照类型都还没有发布，没有颁发机构可列。",
    en: "None of the licence types that you edit is published, so no authority is listed.",
  },
  authority: { zh: "颁发机构", en: "Authority" },
  creditCode: { zh: "统一社会信用代码", en: "Credit code" },
  types: { zh: "证照类型", en: "Licence types" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/issuer-keys");

/** The authorities whose keys the officer may answer for. */
export function IssuersPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(ISSUERS, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)}>
      <p className="soft">{say(TEXTS.about)}</p>
      <Answered asked={asked}>
        {({ editedLicenceTypes: types }, errors) => {
          const trouble = troubleAt(errors, ["editedLicenceTypes"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!types) return null;
          return (
            <section className="part">
              <Issuers of={issuersIn(types.edges)} />
              <NextPage
                page={types.pageInfo}
                after={after}
                to={(cursor) => ({ to: "/desk/issuer-keys", search: cursor ? { after: cursor } : {} })}
              />
            </section>
          );
        }}
      </Answered>
      <FindIssuer />
    </Page>
  );
}

function Issuers({ of }: { readonly of: readonly NamedIssuer[] }): ReactNode {
  const { say } = useTexts();
  if (of.length === 0) return <p>{say(TEXTS.none)}</p>;
  return (
    <Table<NamedIssuer>
      caption={say(TEXTS.list)}
      keyOf={({ creditCode }) => creditCode}
      rows={of}
      columns={[
        {
          head: say(TEXTS.authority),
          cell: ({ creditCode, name }) => (
            <Link to="/desk/issuer-keys/$issuer" params={{ issuer: creditCode }} search={{}}>
              {say(name)}
            </Link>
          ),
          kind: "wide",
        },
        { head: say(TEXTS.creditCode), cell: ({ creditCode }) => <code>{creditCode}</code> },
        {
          head: say(TEXTS.types),
          cell: ({ types }) => types.map(({ name }) => say(name)).join(say(BETWEEN)),
          kind: "wide",
        },
      ]}
    />
  );
}
