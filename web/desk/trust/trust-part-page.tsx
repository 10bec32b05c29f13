import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { TrustKind } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { DraftDifferences } from "../drafts/draft-differences.tsx";
import { DraftState } from "../drafts/draft-state.tsx";
import { ViolationsToEdit } from "../drafts/violations-to-edit.tsx";
import { NoSuchPage } from "../no-such-page.tsx";
import { officerName } from "../officer-name.ts";
import { TextAct } from "../text-act.tsx";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { AGREE } from "./trust-changes.ts";
import { type EditedTrust, TRUST_DRAFT } from "./trust-operations.ts";
import { partName, partSpecs, partValues } from "./trust-part.ts";
import { folderOf, kindOf, TRUST_KINDS } from "./trust-words.ts";
import { TrustedKeys } from "./trusted-keys.tsx";

const TEXTS = {
  unknown: {
    zh: "没有这份草稿，或者它不归您编辑。",
    en: "There is no such draft, or it is not yours to edit.",
  },
  kind: { zh: "种类", en: "Kind" },
  code: { zh: "编码", en: "Code" },
  draft: { zh: "草稿", en: "Draft" },
  editors: { zh: "修改人", en: "Changed by" },
  listed: { zh: "清单", en: "The list" },
  isListed: { zh: "已列入", en: "has it" },
  isUnlisted: { zh: "未列入", en: "has it not yet" },
  edit: { zh: "编辑草稿", en: "Edit the draft" },
  warnings: {
    zh: "即使生效，照现在这样也没有证照能凭它代替材料",
    en: "Even in force, as it stands no licence fills a material by it",
  },
  agreement: { zh: "同意", en: "Agreement" },
  same: {
    zh: "草稿与现行清单相同，没有要同意的内容。",
    en: "The draft is as the list has it: there is nothing to agree to.",
  },
  other: {
    zh: "您改过这份草稿，要由另一名编辑复核后同意。",
    en: "You have changed this draft: another editor looks at it and agrees to it.",
  },
  about: {
    zh: "同意后成为信任清单的新版本，立即生效；历次版本一直可查。",
    en: "It becomes the next version of the trust list, in force at once; the versions before it stay readable.",
  },
  reason: { zh: "同意的理由", en: "Why you agree" },
  hint: { zh: "记入这一项的历史", en: "It goes on record in the history of this part" },
  agree: { zh: "同意这份草稿", en: "Agree to this draft" },
  agreed: {
    zh: "已同意，清单的新版本已生效",
    en: "It is agreed to, and in force as the list's next version",
  },
  back: { zh: "回到互认", en: "Back to recognition" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/trust/$kind");

/** A part of the trust list: its draft beside what is in force, the second officer's word, and its keys. */
export function TrustPartPage(): ReactNode {
  const known = kindOf(route.useParams().kind);
  const { code = "" } = route.useSearch();
  return known ? <PartPage key={code} kind={known} code={code} /> : <NoSuchPage />;
}

type PageProps = { readonly kind: TrustKind; readonly code: string };

function PartPage({ kind, code }: PageProps): ReactNode {
  const { say } = useTexts();
  const asked = useOwnAnswer(TRUST_DRAFT, { kind, code });
  const officer = useOfficer();
  const found = asked.answer?.ok ? asked.answer.data.trustDraft : undefined;
  return (
    <Page title={(found && say(partName(found.draft))) || say(TRUST_KINDS[kind])}>
      <Answered asked={asked}>
        {({ trustDraft: edited }, errors) => {
          const trouble = troubleAt(errors, ["trustDraft"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!edited) return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <Answered asked={officer}>{({ viewer }) => <OnePart of={edited} officer={viewer} />}</Answered>
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

/** The officer can agree to it. */
const isOfferedIn = ({ availableActions }: EditedTrust): boolean => availableActions.includes("agreeToTrust");

type PartProps = { readonly of: EditedTrust; readonly officer: DeskOfficer };

function OnePart({ of, officer }: PartProps): ReactNode {
  const { told, tell } = useTold();
  const { kind, code, violations, warnings, draft, inForce, isChanged } = of;
  const values = partValues(draft);
  const specs = partSpecs(draft, officer);
  const edit = { to: "/desk/trust/$kind/edit", params: { kind: folderOf(kind) }, search: { code } } as const;
  return (
    <>
      {told}
      <div className="parts">
        <State of={of} />
        <ViolationsToEdit {...{ of: violations ?? [], values, specs, edit }} />
        <ViolationsToEdit {...{ of: warnings ?? [], values, specs, edit }} warnings={TEXTS.warnings} />
      </div>
      {isChanged && inForce && (
        <DraftDifferences published={partValues(inForce)} draft={values} specsOf={() => specs} />
      )}
      <Agreement of={of} done={tell} />
      {inForce?.__typename === "TrustedIssuer" && (
        <TrustedKeys
          issuer={inForce}
          isOffered={of.availableActions.includes("recordKeyCompromise")}
          tell={tell}
        />
      )}
    </>
  );
}

function State({ of }: { readonly of: EditedTrust }): ReactNode {
  const { say } = useTexts();
  const { kind, code, inForce, editors, isChanged } = of;
  return (
    <section className="part">
      <Facts
        of={[
          [say(TEXTS.kind), say(TRUST_KINDS[kind])],
          [say(TEXTS.code), <code key="code">{code}</code>],
          [say(TEXTS.draft), <DraftState key="draft" {...{ isChanged, isOffered: isOfferedIn(of) }} />],
          [say(TEXTS.editors), editors.map((one) => say(officerName(one))).join(say(BETWEEN))],
          [say(TEXTS.listed), say(inForce ? TEXTS.isListed : TEXTS.isUnlisted)],
        ]}
      />
      <div>
        <Link
          className="button button-plain"
          to="/desk/trust/$kind/edit"
          params={{ kind: folderOf(kind) }}
          search={{ code }}
        >
          {say(TEXTS.edit)}
        </Link>
      </div>
    </section>
  );
}

type AgreementProps = { readonly of: EditedTrust; readonly done: (words: string) => void };

/** The second officer's word. */
function Agreement({ of, done }: AgreementProps): ReactNode {
  const { say } = useTexts();
  const { kind, code, draftRevision, isChanged } = of;
  const agree = useAct(AGREE, () => done(say(TEXTS.agreed)));
  return (
    <section className="part">
      <h2>{say(TEXTS.agreement)}</h2>
      {isOfferedIn(of) ? (
        <>
          <p className="soft">{say(TEXTS.about)}</p>
          <TextAct
            id={`agree-to-${kind}-${code}`}
            label={TEXTS.reason}
            hint={TEXTS.hint}
            deeds={[
              {
                ...{ ...agree, name: TEXTS.agree },
                send: (reason) => agree.send({ kind, code, draftRevision, reason }),
              },
            ]}
          />
        </>
      ) : (
        <p>{say(isChanged ? TEXTS.other : TEXTS.same)}</p>
      )}
    </section>
  );
}
