import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { DeskLicenceTypeQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { DraftDifferences } from "../drafts/draft-differences.tsx";
import { DraftState } from "../drafts/draft-state.tsx";
import { PublishDraft } from "../drafts/publish-draft.tsx";
import { versionText } from "../drafts/version-texts.ts";
import { ViolationsToEdit } from "../drafts/violations-to-edit.tsx";
import { officerName } from "../officer-name.ts";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { CONTENT_AT } from "./groups/content.ts";
import { specsOf, valuesOf } from "./groups.ts";
import { CONTENT, LICENCE_TYPE, PUBLISH } from "./licence-type-operations.ts";
import { HOLDER_KINDS } from "./licence-type-words.ts";

type Edited = NonNullable<DeskLicenceTypeQuery["editedLicenceType"]>;

const TEXTS = {
  title: { zh: "证照类型", en: "Licence type" },
  unknown: {
    zh: "没有这个证照类型，或者它不归您编辑。",
    en: "There is no such licence type, or it is not yours to edit.",
  },
  code: { zh: "编码", en: "Code" },
  typeCode: { zh: "证照类型代码", en: "Type code" },
  department: { zh: "部门", en: "Department" },
  holder: { zh: "持证主体", en: "Its holder is" },
  draft: { zh: "草稿", en: "Draft" },
  editors: { zh: "修改人", en: "Changed by" },
  version: { zh: "现行版本", en: "In force" },
  edit: { zh: "编辑草稿", en: "Edit the draft" },
  back: { zh: "回到证照类型列表", en: "Back to the licence types" },
} satisfies Record<string, Text>;

const PUBLICATION = {
  about: {
    zh: "发布后成为新的版本，立即生效；已发布的版本不再改变，按它签发的证照也不变。",
    en: "It becomes the next version, in force at once. A published version never changes, and licences of it stay as they are.",
  },
  hint: { zh: "记入证照类型的历史", en: "It goes on record in the type's history" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/licence-types/$code");

/** A licence type: how its draft stands beside the version in force, and its publication. */
export function LicenceTypePage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const asked = useOwnAnswer(LICENCE_TYPE, { code });
  const officer = useOfficer();
  const found = asked.answer?.ok ? asked.answer.data.editedLicenceType : undefined;
  const name = found && readFragment(CONTENT, found.draft).name;
  return (
    <Page title={(name && say(name)) || say(TEXTS.title)}>
      <Answered asked={asked}>
        {({ editedLicenceType: edited }, errors) => {
          const trouble = troubleAt(errors, ["editedLicenceType"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!edited) return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <Answered asked={officer}>{({ viewer }) => <OneType of={edited} officer={viewer} />}</Answered>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/licence-types" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

/** The officer can publish it. */
const isOfferedIn = ({ availableActions }: Edited): boolean =>
  availableActions.includes("publishLicenceType");

type TypeProps = { readonly of: Edited; readonly officer: DeskOfficer };

function OneType({ of, officer }: TypeProps): ReactNode {
  const { code, violations, draft, published, isChanged } = of;
  const values = valuesOf(readFragment(CONTENT, draft));
  const specs = specsOf(values, officer);
  return (
    <>
      <div className="parts">
        <State of={of} />
        <ViolationsToEdit
          {...{ of: violations, values, specs, formAt: CONTENT_AT }}
          edit={{ to: "/desk/licence-types/$code/edit", params: { code } }}
        />
      </div>
      {isChanged && published && (
        <DraftDifferences
          published={valuesOf(readFragment(CONTENT, published))}
          draft={values}
          specsOf={(said) => specsOf(said, officer)}
        />
      )}
      <PublishDraft
        {...{ of, document: PUBLISH, kept: `publish-licence-type:${code}`, texts: PUBLICATION }}
        isOffered={isOfferedIn(of)}
      />
    </>
  );
}

function State({ of }: { readonly of: Edited }): ReactNode {
  const { say, language } = useTexts();
  const { code, draft, published, editors, isChanged } = of;
  const { department, holderKind, typeCode } = readFragment(CONTENT, draft);
  return (
    <section className="part">
      <Facts
        of={[
          [say(TEXTS.code), <code key="code">{code}</code>],
          [say(TEXTS.typeCode), <code key="type-code">{typeCode}</code>],
          [say(TEXTS.department), say(department.name)],
          [say(TEXTS.holder), say(HOLDER_KINDS[holderKind])],
          [say(TEXTS.draft), <DraftState key="draft" {...{ isChanged, isOffered: isOfferedIn(of) }} />],
          [say(TEXTS.editors), editors.map((one) => say(officerName(one))).join(say(BETWEEN))],
          [say(TEXTS.version), say(versionText(published, language))],
        ]}
      />
      <div>
        <Link className="button button-plain" to="/desk/licence-types/$code/edit" params={{ code }}>
          {say(TEXTS.edit)}
        </Link>
      </div>
    </section>
  );
}
