import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { DraftDifferences } from "../drafts/draft-differences.tsx";
import { DraftState } from "../drafts/draft-state.tsx";
import { PublishDraft } from "../drafts/publish-draft.tsx";
import type { Values } from "../drafts/values.ts";
import { versionText } from "../drafts/version-texts.ts";
import { ViolationsToEdit } from "../drafts/violations-to-edit.tsx";
import { officerName } from "../officer-name.ts";
import { type DeskOfficer, useOfficer } from "../use-officer.ts";
import { useRegionName } from "../use-region-name.ts";
import type { Edited } from "./edited.ts";
import { PUBLISH } from "./item-changes.ts";
import { CONTENT, ITEM } from "./item-operations.ts";
import { FORM_SPEC, itemSpecs } from "./item-specs.ts";
import { inputOf, valuesOf } from "./item-values.ts";
import { STAGES } from "./item-words.ts";
import { RollOutItem } from "./roll-out-item.tsx";

const TEXTS = {
  title: { zh: "事项", en: "Service item" },
  unknown: {
    zh: "没有这个事项，或者它不归您编辑。",
    en: "There is no such item, or it is not yours to edit.",
  },
  code: { zh: "编码", en: "Code" },
  department: { zh: "部门", en: "Department" },
  draft: { zh: "草稿", en: "Draft" },
  editors: { zh: "修改人", en: "Changed by" },
  version: { zh: "现行版本", en: "In force" },
  edit: { zh: "编辑草稿", en: "Edit the draft" },
  history: { zh: "开通记录", en: "Changes of where it is on" },
  gaps: {
    zh: "不利决定没有可告知的网上复议渠道",
    en: "Its refusals would name no online channel for reconsideration",
  },
  stateThem: { zh: "登记救济途径", en: "State the remedies" },
  back: { zh: "回到事项目录", en: "Back to the catalogue" },
} satisfies Record<string, Text>;
const gapsIn = (regions: readonly string[]): Text => ({
  zh: `此事项可网上办理，网上送达的决定须提供复议的互联网渠道（行政复议法第二十二条）。尚未登记的地区：${regions.join("、")}。`,
  en: `The item is handled online, and a decision that is served online has to come with one (Administrative Reconsideration Law, art. 22). None is stated in: ${regions.join(", ")}.`,
});

const PUBLICATION = {
  about: {
    zh: "发布后成为新的版本，在已开通的地区立即生效；已发布的版本不再改变。",
    en: "It becomes the next version, in force at once wherever the item is on. A published version never changes.",
  },
  hint: { zh: "记入事项的历史", en: "It goes on record in the item's history" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/catalogue/$code");

/** An item: how its draft stands, what is in force, and what the officer can do with it. */
export function ItemPage(): ReactNode {
  const { say } = useTexts();
  const { code } = route.useParams();
  const asked = useOwnAnswer(ITEM, { code });
  const officer = useOfficer();
  const found = asked.answer?.ok ? asked.answer.data.editedItem : undefined;
  const name = found && readFragment(CONTENT, found.draft).name;
  return (
    <Page title={say(name ?? TEXTS.title)}>
      <Answered asked={asked}>
        {({ editedItem }, errors) => {
          const trouble = troubleAt(errors, ["editedItem"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!editedItem) return <p className="part">{say(TEXTS.unknown)}</p>;
          return (
            <Answered asked={officer}>
              {({ viewer }) => <OneItem of={editedItem} officer={viewer} />}
            </Answered>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/catalogue" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

/** The officer can publish it. */
const isOfferedIn = ({ availableActions }: Edited): boolean =>
  availableActions.includes("publishServiceItem");

/** All that an editor writes of it, without what else the page knows. */
const said = (item: Edited["draft"] | NonNullable<Edited["published"]>): Values => ({
  ...inputOf(valuesOf(readFragment(CONTENT, item))),
});

type ItemProps = { readonly of: Edited; readonly officer: DeskOfficer };

function OneItem({ of, officer }: ItemProps): ReactNode {
  const { code, draft, published, isChanged } = of;
  const values = valuesOf(readFragment(CONTENT, draft));
  return (
    <>
      <div className="parts">
        <State of={of} />
        <ViolationsToEdit
          {...{ of: of.violations, values, specs: itemSpecs(values, officer), formAt: FORM_SPEC.path }}
          edit={{ to: "/desk/catalogue/$code/edit", params: { code } }}
        />
      </div>
      {of.onlineRemedyGaps && of.onlineRemedyGaps.length > 0 && <RemedyGaps of={of.onlineRemedyGaps} />}
      {isChanged && published && (
        <DraftDifferences
          published={said(published)}
          draft={said(draft)}
          specsOf={(one) => itemSpecs({ ...one, isDecidedByRule: "rule" in one }, officer)}
        />
      )}
      <div className="parts">
        <PublishDraft
          {...{ of, document: PUBLISH, kept: `publish:${code}`, texts: PUBLICATION }}
          isOffered={isOfferedIn(of)}
        />
        <RollOutItem of={of} />
      </div>
      <History of={of} />
    </>
  );
}

/** Before it comes to a decision that lacks what the law asks for. */
function RemedyGaps({ of }: { readonly of: readonly string[] }): ReactNode {
  const { say } = useTexts();
  const name = useRegionName();
  return (
    <Notice tone="act" title={say(TEXTS.gaps)}>
      <p>{say(gapsIn(of.map(name)))}</p>
      <Link className="link-target" to="/desk/remedies" search={{}}>
        {say(TEXTS.stateThem)}
      </Link>
    </Notice>
  );
}

function State({ of }: { readonly of: Edited }): ReactNode {
  const { say, language } = useTexts();
  const { code, draft, published, editors } = of;
  const { department } = readFragment(CONTENT, draft);
  return (
    <section className="part">
      <Facts
        of={[
          [say(TEXTS.code), <code key={code}>{code}</code>],
          [say(TEXTS.department), say(department.name)],
          [say(TEXTS.draft), <DraftState key="draft" isChanged={of.isChanged} isOffered={isOfferedIn(of)} />],
          [say(TEXTS.editors), editors.map((one) => say(officerName(one))).join(say(BETWEEN))],
          [say(TEXTS.version), say(versionText(published, language))],
        ]}
      />
      <div>
        <Link className="button button-plain" to="/desk/catalogue/$code/edit" params={{ code }}>
          {say(TEXTS.edit)}
        </Link>
      </div>
    </section>
  );
}

function History({ of: { published } }: { readonly of: Edited }): ReactNode {
  const { say, language } = useTexts();
  const nameOf = useRegionName();
  const changes = published?.rollOutHistory?.edges.map(({ node }) => node) ?? [];
  if (changes.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.history)}</h2>
      <ul className="rows">
        {changes.map(({ at, reason, officer, changes: each }) => (
          <li key={at} className="stack-tight">
            <span>
              {each
                .map(
                  ({ region, from, to }) =>
                    `${nameOf(region)}: ${say(STAGES[from.stage])} → ${say(STAGES[to.stage])}`,
                )
                .join(say(BETWEEN))}
            </span>
            <span>{reason}</span>
            <span className="soft small">
              {moment(at, language)} {say(officerName(officer))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
