import { type ReactNode, useEffect, useState } from "react";
import { Board } from "./board.tsx";
import { Message } from "./message.tsx";
import { announce } from "./voice.ts";
import { watchHall } from "./watch-hall.ts";
import { NOTHING_YET, type Watched } from "./watched.ts";

/** The screen of a hall: what is called there, shown and said. */
export function Screen({ hall }: { readonly hall: string | undefined }): ReactNode {
  return hall === undefined ? <Message kind="no-hall" /> : <HallScreen hall={hall} />;
}

function HallScreen({ hall }: { readonly hall: string }): ReactNode {
  const [watched, setWatched] = useState<Watched>(NOTHING_YET);
  useEffect(
    () =>
      watchHall(hall, (next) => {
        setWatched(next);
        for (const { announcement } of next.news) announce(announcement);
      }),
    [hall],
  );
  const { board, failures } = watched;
  if (board === "unknown-hall") return <Message kind="unknown-hall" />;
  if (!board) return <Message kind={failures === 0 ? "connecting" : "unreachable"} />;
  return <Board board={board} watched={watched} />;
}
