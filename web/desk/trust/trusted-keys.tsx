import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import type { TrustedIssuerContentFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { DatedAct } from "../forms/dated-act.tsx";
import { RECORD_COMPROMISE } from "./trust-changes.ts";
import { ISSUER } from "./trust-operations.ts";
import { ALGORITHMS } from "./trust-words.ts";

type Key = TrustedIssuerContentFragment["keys"][number];

const TEXTS = {
  title: { zh: "现行清单中的公钥", en: "Its keys in the list in force" },
  keyId: { zh: "密钥标识（kid）", en: "Id (kid)" },
  algorithm: { zh: "算法", en: "Algorithm" },
  from: { zh: "启用时间", en: "Signs from" },
  until: { zh: "停用时间", en: "Signs until" },
  standing: { zh: "状态", en: "State" },
  trusted: { zh: "可信", en: "Trusted" },
  act: { zh: "泄露", en: "Given away" },
  report: { zh: "登记泄露", en: "Record that it was given away" },
  still: { zh: "未定", en: "No end is known" },
} satisfies Record<string, Text>;

const givenAway = (zh: string, en: string): Text => ({ zh: `${zh}起已泄露`, en: `Given away since ${en}` });
const titleOf = (keyId: string): Text => ({
  zh: `登记泄露：密钥 ${keyId}`,
  en: `Record as given away: key ${keyId}`,
});

const COMPROMISE = {
  about: {
    zh: "立即生效，不能撤回，无需另一人同意：自泄露时间起由它签发的都不再采用。之后可以登记更早的时间，不能改晚。",
    en: "This holds at once, cannot be taken back, and needs no second officer: nothing that it has signed since then counts. An earlier time can be recorded later on, a later one cannot.",
  },
  send: { zh: "登记泄露", en: "Record it" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: {
    zh: "已登记泄露，清单的新版本已生效",
    en: "It is on record, and the list's next version is in force",
  },
} satisfies Record<string, Text>;

const QUESTION = {
  title: { zh: "确定登记这把密钥泄露吗？", en: "Record this key as given away?" },
  about: {
    zh: "一经登记不能撤回：自泄露时间起由它签发的证照在本地都不再采用。",
    en: "It cannot be taken back: no licence that it has signed since then counts here any more.",
  },
} satisfies Record<string, Text>;

const REASON = {
  label: { zh: "理由", en: "Reason" },
  hint: {
    zh: "例如对方来函的文号；记入历史",
    en: "For example the other region's letter; it goes on record",
  },
} satisfies Record<string, Text>;
const sinceAsked = (from: Text): Readonly<Record<"label" | "hint", Text>> => ({
  label: { zh: "泄露时间", en: "Given away since" },
  hint: {
    zh: `他人最早可能用过它的时间，北京时间。无法确定的填启用时间：${from.zh}。`,
    en: `The earliest time at which another may have used it, Beijing time. Where nobody knows, when it began: ${from.en}.`,
  },
});

const route = getRouteApi("/desk/trust/$kind");

type KeysProps = {
  /** As the list in force has it. */
  readonly issuer: FragmentType<typeof ISSUER>;
  /** The officer can record that one was given away. */
  readonly isOffered: boolean;
  readonly tell: (words: string) => void;
};

/** The keys of an issuer that are believed, and the form by which one is believed no longer. */
export function TrustedKeys({ issuer, isOffered, tell }: KeysProps): ReactNode {
  const { kind } = route.useParams();
  const { code = "", key: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const { keys } = readFragment(ISSUER, issuer);
  const named = isOffered ? keys.find(({ keyId }) => keyId === chosen) : undefined;
  return (
    <>
      <KeyTable {...{ keys, isOffered }} place={{ kind, code }} />
      {named && (
        <DatedAct
          key={named.keyId}
          {...{ document: RECORD_COMPROMISE, field: "since", question: QUESTION }}
          kept={`compromise:${code}:${named.keyId}`}
          texts={{ ...COMPROMISE, title: titleOf(named.keyId) }}
          asked={{
            at: sinceAsked({ zh: moment(named.from, "zh"), en: moment(named.from, "en") }),
            reason: REASON,
          }}
          variablesOf={({ at, reason }) => ({ issuer: code, keyId: named.keyId, since: at, reason })}
          done={(words) => {
            tell(words);
            void navigate({ search: { code } });
          }}
          back={{ to: "/desk/trust/$kind", params: { kind }, search: { code } }}
        />
      )}
    </>
  );
}

type TableProps = {
  readonly keys: readonly Key[];
  readonly isOffered: boolean;
  readonly place: { readonly kind: string; readonly code: string };
};

function KeyTable({ keys, isOffered, place }: TableProps): ReactNode {
  const { say, language } = useTexts();
  return (
    <section className="part">
      <Table<Key>
        caption={say(TEXTS.title)}
        keyOf={({ keyId }) => keyId}
        rows={keys}
        columns={[
          { head: say(TEXTS.keyId), cell: ({ keyId }) => <code>{keyId}</code> },
          { head: say(TEXTS.algorithm), cell: ({ algorithm }) => say(ALGORITHMS[algorithm]) },
          { head: say(TEXTS.from), cell: ({ from }) => moment(from, language) },
          {
            head: say(TEXTS.until),
            cell: ({ until }) => (until === null ? say(TEXTS.still) : moment(until, language)),
          },
          {
            head: say(TEXTS.standing),
            cell: ({ compromisedSince: since }) =>
              since === null ? (
                <Tag tone="good">{say(TEXTS.trusted)}</Tag>
              ) : (
                <Tag tone="bad">{say(givenAway(moment(since, "zh"), moment(since, "en")))}</Tag>
              ),
          },
          ...(isOffered
            ? [
                {
                  head: say(TEXTS.act),
                  cell: ({ keyId }: Key) => (
                    <Link
                      className="link-target"
                      to="/desk/trust/$kind"
                      params={{ kind: place.kind }}
                      search={{ code: place.code, key: keyId }}
                    >
                      {say(TEXTS.report)}
                      <span className="out-of-sight">: {keyId}</span>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}
