import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeskIssuerKeysQuery, Mode } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { ISSUER_KEYS } from "./issuer-key-operations.ts";
import { MODES } from "./issuer-key-words.ts";
import { issuersIn } from "./issuers.ts";
import { type ActOnKey, KeyPart } from "./key-part.tsx";
import { ProposeKey } from "./propose-key.tsx";

const TEXTS = {
  title: { zh: "颁发机构的密钥", en: "An issuer's keys" },
  mode: { zh: "环境", en: "Mode" },
  none: {
    zh: "这个机构在这一环境还没有登记密钥，或者它不归您负责。",
    en: "No key of this authority is on record in this mode, or it is not yours to answer for.",
  },
  back: { zh: "回到颁发机构", en: "Back to the authorities" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/issuer-keys/$issuer");

/** The keys of an authority in a mode, each with what this officer can do with it, and the proposal of another. */
export function IssuerKeysPage(): ReactNode {
  const { say } = useTexts();
  const { issuer } = route.useParams();
  const search = route.useSearch();
  const mode: Mode = search.mode === "TEST" ? "TEST" : "LIVE";
  const asked = useOwnAnswer(ISSUER_KEYS, { issuer, mode });
  const types = asked.answer?.ok ? asked.answer.data.editedLicenceTypes : undefined;
  const named = issuersIn(types?.edges ?? []).find(({ creditCode }) => creditCode === issuer);
  return (
    <Page title={named ? say(named.name) : say(TEXTS.title)}>
      <p>
        <code>{issuer}</code>
      </p>
      <nav className="tags" aria-label={say(TEXTS.mode)}>
        {(["LIVE", "TEST"] as const).map((one) => (
          <Link
            key={one}
            className={one === mode ? "link-target strong" : "link-target"}
            to="/desk/issuer-keys/$issuer"
            params={{ issuer }}
            search={one === "LIVE" ? {} : { mode: one }}
            aria-current={one === mode ? "page" : undefined}
          >
            {say(MODES[one])}
          </Link>
        ))}
      </nav>
      <Answered asked={asked}>
        {({ editedIssuerKeys: keys }, errors) => {
          const trouble = troubleAt(errors, ["editedIssuerKeys"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return (
            <Keys
              key={mode}
              {...{ issuer, mode, keys: keys ?? [], types: named?.types ?? [] }}
              chosen={search}
            />
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/issuer-keys" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

type KeysProps = {
  readonly issuer: string;
  readonly mode: Mode;
  readonly keys: NonNullable<DeskIssuerKeysQuery["editedIssuerKeys"]>;
  /** Those in force that name the authority. */
  readonly types: Parameters<typeof ProposeKey>[0]["types"];
  readonly chosen: { readonly key?: string; readonly act?: string };
};

function Keys({ issuer, mode, keys, types, chosen }: KeysProps): ReactNode {
  const { say } = useTexts();
  const { told, tell } = useTold();
  const navigate = route.useNavigate();
  const of = { issuer, mode };
  const search = mode === "TEST" ? { mode } : {};
  const actOn = (keyId: string): ActOnKey | undefined =>
    chosen.key === keyId && (chosen.act === "end" || chosen.act === "report") ? chosen.act : undefined;
  const isActing = keys.some(({ key: { keyId } }) => actOn(keyId) !== undefined);
  return (
    <>
      {told}
      {keys.length === 0 && <p className="part">{say(TEXTS.none)}</p>}
      {keys.map((one) => (
        <KeyPart
          key={one.key.keyId}
          {...{ of, one, act: actOn(one.key.keyId) }}
          linkTo={(act) => ({
            ...{ to: "/desk/issuer-keys/$issuer", params: { issuer } },
            search: act ? { ...search, key: one.key.keyId, act } : search,
          })}
          done={(words) => {
            tell(words);
            void navigate({ search });
          }}
        />
      ))}
      {!isActing && <ProposeKey {...{ of, types, tell }} isFirst={keys.length === 0} />}
    </>
  );
}
