import { expect, it } from "vitest";
import { enumWords } from "../../services/app/api.ts";
import { LIFE_EVENTS } from "../../web/shared/texts/life-event-texts.ts";

it("a life event reads in the pages as in the words of the schema", () => {
  const inPages = Object.entries(LIFE_EVENTS).map(([event, { text }]) => [event, text] as const);
  expect(Object.fromEntries(inPages)).toEqual(enumWords.LifeEvent);
});
