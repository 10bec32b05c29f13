import type { ReactNode } from "react";
import { time } from "../shared/format/dates.ts";
import type { Text } from "../shared/texts/text.ts";
import { Both } from "./both.tsx";
import { turnSoundOn, useVoice } from "./voice.ts";
import type { Call, HallBoard, Watched } from "./watched.ts";

/** A single answer that was lost is no news for a hall. */
const LOST_AFTER = 2;

const TEXTS = {
  now: { zh: "正在叫号", en: "Now calling" },
  none: { zh: "今天还没有叫号。", en: "No number has been called yet today." },
  before: { zh: "刚才叫过", en: "Called before" },
  windows: { zh: "窗口", en: "Windows" },
  free: { zh: "空闲", en: "Free" },
  soundOn: { zh: "打开声音", en: "Sound on" },
} satisfies Record<string, Text>;

type BoardProps = { readonly board: HallBoard; readonly watched: Watched };

/** The board of a hall, as it was seen last. */
export function Board({ board, watched }: BoardProps): ReactNode {
  const [newest, ...before] = board.lastCalls;
  return (
    <main className="board">
      <header className="head">
        <h1>
          <Both text={board.name} />
        </h1>
        <SoundButton />
      </header>
      <Connection watched={watched} />
      <section className="newest" aria-labelledby="newest">
        <h2 id="newest">
          <Both text={TEXTS.now} />
        </h2>
        <div role="status">
          {newest ? (
            // Drawn anew for each call, so that it catches the eye again.
            <Newest key={`${newest.number} ${newest.calledAt}`} call={newest} />
          ) : (
            <p>
              <Both text={TEXTS.none} />
            </p>
          )}
        </div>
      </section>
      {before.length > 0 && <CallsBefore calls={before} />}
      <Windows windows={board.windows} />
    </main>
  );
}

function SoundButton(): ReactNode {
  if (useVoice() !== "waits") return null;
  return (
    <button className="sound" type="button" onClick={turnSoundOn}>
      <Both text={TEXTS.soundOn} />
    </button>
  );
}

/** Says that nothing is heard, and from when the board is. */
function Connection({ watched: { failures, seenAt } }: { readonly watched: Watched }): ReactNode {
  const at = seenAt === undefined ? "" : time(seenAt);
  const lost: Text = {
    zh: `连接中断，正在自动重试。以下是 ${at} 的情况。`,
    en: `Connection lost; we keep trying. This was last seen at ${at}.`,
  };
  return (
    <p className="lost" role="status">
      {failures >= LOST_AFTER && <Both text={lost} />}
    </p>
  );
}

function Newest({ call: { number, window, times } }: { readonly call: Call }): ReactNode {
  return (
    <div className="newest-call">
      <p className="newest-number">{number}</p>
      <p className="newest-window">
        <Both text={windowText(window)} />
      </p>
      {times > 1 && (
        <p className="newest-times">
          <Both text={{ zh: `第 ${times} 次呼叫`, en: `Call ${times}` }} />
        </p>
      )}
    </div>
  );
}

const windowText = (code: string): Text => ({ zh: `请到 ${code} 号窗口`, en: `Window ${code}` });

function CallsBefore({ calls }: { readonly calls: readonly Call[] }): ReactNode {
  return (
    <section className="before" aria-labelledby="before">
      <h2 id="before">
        <Both text={TEXTS.before} />
      </h2>
      <ol className="before-list">
        {calls.map(({ number, window }) => (
          <li key={number}>
            <span className="number">{number}</span>
            <span className="code">
              <Both text={{ zh: `${window} 号窗口`, en: `Window ${window}` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Windows({ windows }: Pick<HallBoard, "windows">): ReactNode {
  return (
    <section className="windows" aria-labelledby="windows">
      <h2 id="windows">
        <Both text={TEXTS.windows} />
      </h2>
      <ul className="windows-list">
        {windows.map(({ code, calls }) => (
          <li key={code}>
            <span className="code">
              <Both text={{ zh: `${code} 号窗口`, en: `Window ${code}` }} />
            </span>
            {calls === null ? (
              <span className="free">
                <Both text={TEXTS.free} />
              </span>
            ) : (
              <span className="number">{calls}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
