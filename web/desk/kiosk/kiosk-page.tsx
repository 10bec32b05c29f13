import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useCallback, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskKioskQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { changeSettings } from "../../shared/settings/settings.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { useWatch } from "../use-watch.ts";
import { KioskTicket } from "./kiosk-ticket.tsx";
import { type KioskQueue, KioskWish } from "./kiosk-wish.tsx";
import { useBackToStart } from "./use-back-to-start.ts";
import { useKioskGuard } from "./use-kiosk-guard.ts";
import type { TakenTicket } from "./use-take-ticket.ts";

const KIOSK = graphql(`
  query DeskKiosk($hall: ID!) {
    hall(code: $hall) {
      code
      name {
        zh
        en
      }
      queues {
        letter
        waiting
        name {
          zh
          en
        }
      }
    }
  }
`);

type KioskHall = NonNullable<DeskKioskQuery["hall"]>;

const TEXTS = {
  title: { zh: "取号", en: "Take a ticket" },
  unknown: { zh: "没有这个大厅。请联系工作人员。", en: "There is no such hall. Please ask the staff." },
  booked: { zh: "我有今天的预约", en: "I have booked for today" },
  choose: { zh: "请选择要办的业务", en: "Choose what you have come for" },
  other: { zh: "English", en: "中文" },
} satisfies Record<string, Text>;
const waitingText = (count: number): Text => ({ zh: `前面 ${count} 人`, en: `${count} waiting` });

type Stage =
  | { readonly kind: "start" | "booking" }
  | { readonly kind: "queue"; readonly queue: KioskQueue }
  | { readonly kind: "ticket"; readonly ticket: TakenTicket };

const START: Stage = { kind: "start" };

/** So often a visitor's machine counts those who wait. */
const EVERY_MS = 30_000;

const route = getRouteApi("/desk/kiosk/$hall");

/** A hall's own machine: a number for whoever comes, in few and large steps. */
export function KioskPage(): ReactNode {
  const { say, language } = useTexts();
  const { hall } = route.useParams();
  const [stage, setStage] = useState<Stage>(START);
  const asked = useOwnAnswer(KIOSK, { hall });
  useKioskGuard();
  // Windows call meanwhile.
  useWatch(asked, EVERY_MS);
  const back = useCallback(() => {
    setStage(START);
    changeSettings({ language: "zh" });
  }, []);
  useBackToStart(stage.kind !== "start" || language !== "zh", back);
  return (
    <Page title={say(TEXTS.title)}>
      <OtherLanguage />
      <Answered asked={asked}>
        {({ hall: found }) =>
          found ? <StageOf hall={found} stage={stage} setStage={setStage} /> : <p>{say(TEXTS.unknown)}</p>
        }
      </Answered>
    </Page>
  );
}

function OtherLanguage(): ReactNode {
  const { say, language } = useTexts();
  const other = language === "zh" ? "en" : "zh";
  return (
    <p>
      <button
        className="button button-plain"
        type="button"
        lang={other === "zh" ? "zh-CN" : "en"}
        onClick={() => changeSettings({ language: other })}
      >
        {say(TEXTS.other)}
      </button>
    </p>
  );
}

type StageOfProps = {
  readonly hall: KioskHall;
  readonly stage: Stage;
  readonly setStage: (stage: Stage) => void;
};

function StageOf({ hall, stage, setStage }: StageOfProps): ReactNode {
  const leave = (): void => setStage(START);
  if (stage.kind === "ticket") return <KioskTicket of={stage.ticket} leave={leave} />;
  if (stage.kind === "start") return <Begin hall={hall} setStage={setStage} />;
  return (
    <KioskWish
      hall={hall.code}
      queue={stage.kind === "queue" ? stage.queue : undefined}
      onTaken={(ticket) => setStage({ kind: "ticket", ticket })}
      leave={leave}
    />
  );
}

function Begin({ hall, setStage }: Omit<StageOfProps, "stage">): ReactNode {
  const { say } = useTexts();
  return (
    <>
      <p>{say(hall.name)}</p>
      <button className="button kiosk-choice" type="button" onClick={() => setStage({ kind: "booking" })}>
        {say(TEXTS.booked)}
      </button>
      <h2>{say(TEXTS.choose)}</h2>
      <ul className="kiosk-choices">
        {hall.queues.map((queue) => (
          <li key={queue.letter}>
            <button
              className="button button-plain kiosk-choice"
              type="button"
              onClick={() => setStage({ kind: "queue", queue })}
            >
              <span>{say(queue.name)}</span> <span className="small">{say(waitingText(queue.waiting))}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
