import { QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TypedDocumentString } from "../generated/graphql.ts";
import { useSettings } from "../settings/settings.ts";
import { useSession } from "../sign-in/session.ts";
import { ask } from "./ask.ts";
import { keptAnswer } from "./kept-answer.ts";
import type { Answer } from "./send.ts";
import type { Trouble } from "./trouble.ts";

/** An answer holds for so long without being asked for again. */
const FRESH_MS = 20_000;

/** Trouble holds for nothing: a page that is come back to asks again. */
const staleAfter =
  (ms: number) =>
  ({ state: { data } }: { readonly state: { readonly data: unknown } }): number =>
    isTrouble(data) ? 0 : ms;

/** Marks what no change of a page's changes. */
const LASTING = { isLasting: true };

/** Trouble is an answer like any other, so nothing is tried again unasked, and a lost network is no pause. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: staleAfter(FRESH_MS),
        ...{ retry: false, networkMode: "always", refetchOnWindowFocus: false },
      },
    },
  });

const isTrouble = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false;

/** The answer so far; `again` asks once more, and `isAsking` says that it is under way. */
export type Asked<T> = {
  readonly answer: Answer<T> | undefined;
  /** The answer was asked for anew, and this came in place of it. */
  readonly trouble: Trouble | undefined;
  readonly isAsking: boolean;
  readonly again: () => void;
};

const SIGNED_OUT: Answer<never> = { ok: false, trouble: { kind: "signed-out" } };

/** Asks for what a page shows to anybody. It is asked for anew in another language, and for another person. */
export function useAnswer<T, V>(document: TypedDocumentString<T, V>, variables: V): Asked<T> {
  return useAsked(document, variables, { enabled: useSession().status !== "starting" });
}

/**
 * Asks for what is the reader's own. Nothing is asked as nobody; what was there when a sign-in ended stays to be seen.
 */
export function useOwnAnswer<T, V>(document: TypedDocumentString<T, V>, variables: V): Asked<T> {
  return useOwn(document, variables, {});
}

function useOwn<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  how: Pick<How, "isLasting">,
): Asked<T> {
  const { status } = useSession();
  const asked = useAsked(document, variables, { ...how, enabled: status === "signed-in" });
  return status === "starting" || status === "signed-in"
    ? asked
    : { ...asked, answer: asked.answer ?? SIGNED_OUT };
}

/** As `useOwnAnswer`, for what is so as long as the reader is signed in: it is asked for once, and a reload asks for it no more. */
export function useLastingAnswer<T, V>(document: TypedDocumentString<T, V>, variables: V): Asked<T> {
  return useOwn(document, variables, { isLasting: true });
}

type How = { readonly enabled: boolean; readonly isLasting?: boolean };

function useAsked<T, V>(
  document: TypedDocumentString<T, V>,
  variables: V,
  { enabled, isLasting = false }: How,
): Asked<T> {
  const { language } = useSettings();
  const { person } = useSession();
  const kept =
    isLasting && person !== undefined
      ? keptAnswer<T>(person, [String(document), variables, language])
      : undefined;
  const { data, isFetching, refetch } = useQuery({
    queryKey: [String(document), variables, person, language],
    queryFn: async ({ signal }) => {
      const answer = await ask(document, variables, signal);
      kept?.write(answer);
      return answer;
    },
    enabled,
    ...(kept
      ? {
          ...{ staleTime: staleAfter(Number.POSITIVE_INFINITY), meta: LASTING },
          ...{ initialData: () => kept.read()?.answer, initialDataUpdatedAt: () => kept.read()?.at },
        }
      : {}),
    // The page stays as it was until the same in another language has come.
    placeholderData: (before, query) => (isSame(query?.queryKey, [variables, person]) ? before : undefined),
  });
  // A page that has once been drawn stays, with all that was done on it, when it cannot be asked for anew.
  const key = JSON.stringify([variables, person]);
  const [last, setLast] = useState<{ readonly key: string; readonly answer: Answer<T> }>();
  if (data?.ok && last?.answer !== data) setLast({ key, answer: data });
  const before = last?.key === key ? last.answer : undefined;
  const isStale = data?.ok === false && before !== undefined;
  return {
    answer: isStale ? before : data,
    trouble: isStale ? data.trouble : undefined,
    isAsking: isFetching,
    again: () => void refetch(),
  };
}

const isSame = (key: readonly unknown[] = [], asked: readonly unknown[]): boolean =>
  JSON.stringify(key.slice(1, 3)) === JSON.stringify(asked);

/** Has all that pages have shown until now asked for anew, where something is known to have changed. */
export function useForgetAnswers(): () => void {
  const client = useQueryClient();
  return () => {
    // A page that is come back to may not show for a moment what is so no more.
    client.removeQueries({ type: "inactive" });
    void client.invalidateQueries({ predicate: ({ meta }) => meta?.["isLasting"] !== true });
  };
}

/** Sends a change. */
export type Send = <T, V>(document: TypedDocumentString<T, V>, variables: V) => Promise<Answer<T>>;

/**
 * Sends changes; where one is answered, what pages have shown until now is asked for anew. Nothing keeps the answer itself,
 * which may have a secret that is shown once.
 */
export function useChanges(): { readonly send: Send; readonly isSending: boolean } {
  const forgetAnswers = useForgetAnswers();
  const [underWay, setUnderWay] = useState(0);
  const send: Send = async (document, variables) => {
    setUnderWay((before) => before + 1);
    const answer = await ask(document, variables).finally(() => setUnderWay((before) => before - 1));
    if (answer.ok) forgetAnswers();
    return answer;
  };
  return { send, isSending: underWay > 0 };
}

export type Change<T, V> = {
  readonly send: (variables: V) => Promise<Answer<T>>;
  readonly isSending: boolean;
};

/** As `useChanges`, for one change. */
export function useChange<T, V>(document: TypedDocumentString<T, V>): Change<T, V> {
  const { send, isSending } = useChanges();
  return { send: (variables) => send(document, variables), isSending };
}
