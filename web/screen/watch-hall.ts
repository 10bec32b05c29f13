import { graphql } from "../shared/generated/gql.ts";
import { send } from "../shared/graphql/send.ts";
import { NOTHING_YET, type Watched, watchedAfter } from "./watched.ts";

const BOARD = graphql(`
  query ScreenBoard($hall: ID!) {
    hall(code: $hall) {
      name {
        zh
        en
      }
      lastCalls {
        number
        window
        calledAt
        times
        announcement {
          zh
          en
        }
      }
      windows {
        code
        calls
      }
    }
  }
`);

/** An answer that has not come by then is taken for lost. */
const PATIENCE_MS = 10_000;

/** Asks for a hall's board again and again, and shows what is known after each answer, until the returned function ends it. */
export function watchHall(hall: string, show: (watched: Watched) => void): () => void {
  const end = new AbortController();
  let watched = NOTHING_YET;
  let isAsking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    if (isAsking) return;
    clearTimeout(timer);
    isAsking = true;
    const answer = await send(BOARD, { hall }, { signal: AbortSignal.timeout(PATIENCE_MS) });
    isAsking = false;
    if (end.signal.aborted) return;
    try {
      watched = watchedAfter(watched, answer, new Date().toISOString());
      show(watched);
    } finally {
      // It asks on after any answer: a screen that asks no more would show the past for good.
      timer = setTimeout(look, watched.pauseMs);
    }
  }

  // The network is back: nobody waits for the end of a pause.
  addEventListener("online", look, { signal: end.signal });
  void look();
  return () => {
    end.abort();
    clearTimeout(timer);
  };
}
