import type { NotDone, RefusedChange } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const COLLEAGUES: Text = {
  zh: "这个号是同事叫的，由叫号的同事接待或结束；持号人已离开的，您也可以结束它。",
  en: "A colleague has called this number already, and receives or finishes it. If its holder has left, you can end it too.",
};

/** A clerk can end each ticket that they have called themselves. */
const isColleagues = ({ stands }: RefusedChange): boolean =>
  stands?.state === "CALLED" && !stands.availableActions.includes("SERVE");

/** Says a refusal in a clerk's words where it is that the number was called by somebody else. */
export function useCallWords(): (outcome: NotDone | undefined) => NotDone | undefined {
  const { say } = useTexts();
  return (outcome) =>
    outcome?.kind === "refused" && isColleagues(outcome) ? { ...outcome, message: say(COLLEAGUES) } : outcome;
}
