import type { ReactNode } from "react";
import { type GivenError, type Trouble, troubleAt } from "../graphql/trouble.ts";
import type { Asked } from "../graphql/use-answer.ts";
import { TroubleNotice } from "./trouble-notice.tsx";
import { Waiting } from "./waiting.tsx";

type AnsweredProps<T> = {
  readonly asked: Asked<T>;
  readonly children: (data: T, errors: readonly GivenError[]) => ReactNode;
};

/** A page's answer: while it is on its way, in its trouble, or as it came, with the trouble to have it anew. */
export function Answered<T>({ asked, children }: AnsweredProps<T>): ReactNode {
  const { answer, trouble, isAsking, again } = asked;
  if (!answer) return <Waiting />;
  if (!answer.ok) return <TroubleNotice trouble={answer.trouble} again={again} isAsking={isAsking} />;
  const lost = lostNode(answer.data, answer.errors);
  if (lost) return <TroubleNotice trouble={lost} again={again} isAsking={isAsking} />;
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} again={again} isAsking={isAsking} />}
      {children(answer.data, answer.errors)}
    </>
  );
}

/** A thing that a page is about and that could not be read is not one that does not exist. */
function lostNode(data: unknown, errors: readonly GivenError[]): Trouble | undefined {
  const isLost = typeof data === "object" && data !== null && "node" in data && data.node === null;
  return isLost ? troubleAt(errors, ["node"]) : undefined;
}
