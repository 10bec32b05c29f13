import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TrustKind } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { NoSuchPage } from "../no-such-page.tsx";
import { useOfficer } from "../use-officer.ts";
import { EditIssuer, EditMapping } from "./edit-part.tsx";
import { blankIssuer, issuerCode } from "./issuer-values.ts";
import { blankMapping, mappingCode } from "./mapping-values.ts";
import { TRUST_DRAFT } from "./trust-operations.ts";
import { partValues } from "./trust-part.ts";
import { folderOf, kindOf } from "./trust-words.ts";

const TEXTS = {
  edit: { zh: "编辑草稿", en: "Edit the draft" },
  unknown: {
    zh: "没有这份草稿，或者它不归您编辑。",
    en: "There is no such draft, or it is not yours to edit.",
  },
  back: { zh: "回到这一项", en: "Back to this part" },
  list: { zh: "回到互认", en: "Back to recognition" },
} satisfies Record<string, Text>;

const NEW_TITLES: Readonly<Record<TrustKind, Text>> = {
  ISSUER: { zh: "新建颁发机构", en: "Draft an issuer" },
  MAPPING: { zh: "新建类型对应", en: "Draft a mapping" },
};

const EDITORS = { ISSUER: EditIssuer, MAPPING: EditMapping } as const;
const BLANKS = { ISSUER: blankIssuer, MAPPING: blankMapping } as const;
const CODES = { ISSUER: issuerCode, MAPPING: mappingCode } as const;

const route = getRouteApi("/desk/trust/$kind/edit");

/** The draft of a part of the trust list, to be typed on. */
export function EditTrustPage(): ReactNode {
  const known = kindOf(route.useParams().kind);
  const { code = "" } = route.useSearch();
  return known ? <EditTrust key={code} kind={known} code={code} /> : <NoSuchPage />;
}

type EditProps = { readonly kind: TrustKind; readonly code: string };

function EditTrust({ kind, code }: EditProps): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(TRUST_DRAFT, { kind, code });
  const officer = useOfficer();
  const Editor = EDITORS[kind];
  return (
    <Page title={`${say(TEXTS.edit)} · ${code}`}>
      <Answered asked={asked}>
        {({ trustDraft: edited }, errors) => {
          const trouble = troubleAt(errors, ["trustDraft"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!edited) return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <Answered asked={officer}>
              {({ viewer }) => (
                <Editor
                  {...{ name: code, saved: partValues(edited.draft), officer: viewer }}
                  violations={edited.violations ?? []}
                  onSaved={() => {}}
                />
              )}
            </Answered>
          );
        }}
      </Answered>
      <p>
        <Link
          className="link-target"
          to="/desk/trust/$kind"
          params={{ kind: folderOf(kind) }}
          search={{ code }}
        >
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

const newRoute = getRouteApi("/desk/new-trust/$kind");

/** A part that stands in no list yet. */
export function NewTrustPage(): ReactNode {
  const kind = kindOf(newRoute.useParams().kind);
  return kind ? <NewTrust kind={kind} /> : <NoSuchPage />;
}

/** No part's code. */
const NEW = "";

function NewTrust({ kind }: { readonly kind: TrustKind }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const Editor = EDITORS[kind];
  return (
    <Page title={say(NEW_TITLES[kind])}>
      <Answered asked={useOfficer()}>
        {({ viewer }) => (
          <Editor
            {...{ name: NEW, saved: BLANKS[kind](viewer), violations: [], officer: viewer }}
            onSaved={(values) =>
              void navigate({
                to: "/desk/trust/$kind",
                params: { kind: folderOf(kind) },
                search: { code: CODES[kind](values) },
                ignoreBlocker: true,
              })
            }
          />
        )}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/trust" search={{}}>
          {say(TEXTS.list)}
        </Link>
      </p>
    </Page>
  );
}
