import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { HolderEnding } from "./holder-ending.tsx";
import { identifierAt, identifierIn } from "./identifier.ts";
import { VERSION_STATUSES } from "./version-statuses.ts";

const STATUS = graphql(`
  query PortalVerifyLicence($identifier: ID!) {
    verifyLicence(identifier: $identifier) {
      status
      name {
        zh
        en
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "核验电子证照", en: "Verify an electronic licence" },
  about: {
    zh: "任何人都可以核验别人出示的电子证照，无需登录。扫描证照上的二维码会来到本页；也可以输入或粘贴标识。",
    en: "Anybody may verify an electronic licence that they are shown, without a sign-in. The code on a licence leads here; its identifier can be typed or pasted, too.",
  },
  label: { zh: "电子证照标识", en: "Identifier of the licence" },
  hint: {
    zh: "印在证照上，以 1.2.156.3005.2 开头",
    en: "It is printed on the licence, and begins with 1.2.156.3005.2",
  },
  none: { zh: "请填写电子证照标识", en: "Write the identifier of the licence" },
  verify: { zh: "核验", en: "Verify" },
  unknown: { zh: "没有这个标识的证照", en: "No licence has this identifier" },
  unknownText: {
    zh: "请逐字核对标识。别人出示的证照查不到的，不要采用，可拨打 12345 反映。",
    en: "Compare it letter by letter. If somebody has shown you a licence that is not here, do not rely on it, and tell 12345.",
  },
  paper: { zh: "食品经营许可证等按编号查验", en: "Check a food licence by its number instead" },
} satisfies Record<string, Text>;

const FIELD = "identifier";
const IDENTIFIER_LENGTH_MAX = 300;

/**
 * Anybody verifies a licence by its identifier. It stands behind the "#" of the address, so that no server logs it: in many a
 * licence's number its holder's own number stands.
 */
export function VerifyPage(): ReactNode {
  const { say } = useTexts();
  // Once somebody leaves, this page is still drawn for a moment, at the address of the next.
  const hash = useLocation({ select: (place) => (place.pathname === "/verify" ? place.hash : undefined) });
  const [identifier, setIdentifier] = useState<string>();
  const named = hash === undefined ? undefined : identifierAt(hash);
  if (named !== undefined && named !== identifier) setIdentifier(named);
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <p className="soft">{say(TEXTS.about)}</p>
      {/* Another address is another licence, with nothing typed for the one before. */}
      <IdentifierForm key={`form ${identifier}`} shown={identifier ?? ""} />
      {identifier !== undefined && <Standing key={identifier} identifier={identifier} />}
      <p>
        <Link className="link-target" to="/licences" search={{}}>
          {say(TEXTS.paper)}
        </Link>
      </p>
    </Page>
  );
}

function IdentifierForm({ shown }: { readonly shown: string }): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [value, change] = useState(shown);
  const [isMissing, setMissing] = useState(false);
  const problem = isMissing && identifierAt(value) === undefined ? say(TEXTS.none) : undefined;
  function verify(event: FormEvent): void {
    event.preventDefault();
    const typed = identifierAt(value);
    setMissing(typed === undefined);
    if (typed !== undefined) void navigate({ to: "/verify", hash: identifierIn(value) });
  }
  return (
    <section className="part">
      <ErrorSummary problems={problem ? [{ field: FIELD, text: problem }] : []} />
      <form className="form" noValidate onSubmit={verify}>
        <TextField
          {...{ id: FIELD, problem, of: { value, change } }}
          label={say(TEXTS.label)}
          hint={say(TEXTS.hint)}
          maxLength={IDENTIFIER_LENGTH_MAX}
        />
        <div>
          <button className="button" type="submit">
            {say(TEXTS.verify)}
          </button>
        </div>
      </form>
    </section>
  );
}

/** How the version stands that an identifier names, and the way to what it says. */
function Standing({ identifier }: { readonly identifier: string }): ReactNode {
  const { say } = useTexts();
  const asked = useAnswer(STATUS, { identifier });
  return (
    <Answered asked={asked}>
      {({ verifyLicence: found }, errors) => {
        const trouble = troubleAt(errors, ["verifyLicence"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />;
        if (!found)
          return (
            <section className="part" role="status">
              <h2>{say(TEXTS.unknown)}</h2>
              <p>{say(TEXTS.unknownText)}</p>
            </section>
          );
        const { text, tone, means } = VERSION_STATUSES[found.status];
        return (
          <>
            <section className="part" role="status">
              <h2>{say(found.name)}</h2>
              <p>
                <Tag tone={tone}>{say(text)}</Tag>
              </p>
              <p>{say(means)}</p>
            </section>
            <HolderEnding identifier={identifier} />
          </>
        );
      }}
    </Answered>
  );
}
