import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { officerName } from "../officer-name.ts";
import { TextAct } from "../text-act.tsx";
import { AddReader } from "./add-reader.tsx";
import { HALL_READERS, RETIRE_READER, type Reader } from "./halls-operations.ts";

const TEXTS = {
  title: { zh: "读卡器", en: "Card readers" },
  unknown: { zh: "没有这个大厅。", en: "There is no such hall." },
  none: { zh: "这个大厅还没有读卡器。", en: "This hall has no card reader yet." },
  code: { zh: "代码", en: "Code" },
  state: { zh: "状态", en: "State" },
  inUse: { zh: "使用中", en: "In use" },
  retired: { zh: "已停用", en: "Out of use" },
  added: { zh: "登记", en: "Added" },
  reason: { zh: "停用的理由", en: "Why it is taken out of use" },
  hint: {
    zh: "停用立即生效，不能恢复；代码不再使用。",
    en: "At once and for good; its code is not used again.",
  },
  isRetired: { zh: "已停用", en: "It is out of use" },
  back: { zh: "回到大厅列表", en: "Back to the halls" },
} satisfies Record<string, Text>;
const retireText = (code: string): Text => ({ zh: `停用 ${code}`, en: `Take ${code} out of use` });

const route = getRouteApi("/desk/halls/$hall");

/** The card readers of a hall: those in use and those out of use, another one added, one taken out of use. */
export function ReadersPage(): ReactNode {
  const { say } = useTexts();
  const { hall: code } = route.useParams();
  const asked = useOwnAnswer(HALL_READERS, { hall: code });
  const { told, tell } = useTold();
  const hall = asked.answer?.ok ? asked.answer.data.hall : undefined;
  return (
    <Page title={hall ? say(hall.name) : say(TEXTS.title)}>
      {told}
      <Answered asked={asked}>
        {({ hall: found }, errors) => {
          const trouble = troubleAt(errors, ["hall"]) ?? troubleAt(errors, ["hall", "cardReaders"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!found) return <p className="part">{say(TEXTS.unknown)}</p>;
          const readers = found.cardReaders ?? [];
          return (
            <>
              <Readers of={readers} />
              {readers
                .filter(({ retiredAt }) => retiredAt === null)
                .map((reader) => (
                  <details className="part" key={reader.code}>
                    <summary>{say(retireText(reader.code))}</summary>
                    <Retire
                      hall={code}
                      code={reader.code}
                      then={() => tell(`${reader.code}: ${say(TEXTS.isRetired)}`)}
                    />
                  </details>
                ))}
              <AddReader hall={code} tell={tell} />
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/desk/halls" search={{}}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

function Readers({ of }: { readonly of: readonly Reader[] }): ReactNode {
  const { say, language } = useTexts();
  if (of.length === 0) return <p className="part">{say(TEXTS.none)}</p>;
  return (
    <section className="part">
      <Table<Reader>
        caption={say(TEXTS.title)}
        keyOf={({ code }) => code}
        rows={of}
        columns={[
          { head: say(TEXTS.code), cell: ({ code }) => code },
          {
            head: say(TEXTS.state),
            cell: ({ retiredAt }) => (
              <>
                <Tag tone={retiredAt ? "plain" : "good"}>{say(retiredAt ? TEXTS.retired : TEXTS.inUse)}</Tag>
                {retiredAt && ` ${moment(retiredAt, language)}`}
              </>
            ),
          },
          {
            head: say(TEXTS.added),
            cell: ({ addedBy, addedAt }) => `${say(officerName(addedBy))} · ${moment(addedAt, language)}`,
          },
        ]}
      />
    </section>
  );
}

type RetireProps = { readonly hall: string; readonly code: string; readonly then: () => void };

function Retire({ hall, code, then }: RetireProps): ReactNode {
  const { send, failure, isSending } = useAct(RETIRE_READER, then);
  return (
    <TextAct
      id={`retire-${hall}-${code}`}
      label={TEXTS.reason}
      hint={TEXTS.hint}
      deeds={[{ name: retireText(code), send: (reason) => send({ hall, code, reason }), failure, isSending }]}
    />
  );
}
