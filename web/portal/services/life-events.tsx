import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { LIFE_EVENTS } from "../../shared/texts/life-event-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment LifeEventCount on LifeEventItems {
    event
    items
  }
`);

const TEXTS = {
  title: { zh: "按人生和经营大事查找", en: "By life event" },
  people: { zh: "个人", en: "For people" },
  businesses: { zh: "企业", en: "For businesses" },
} satisfies Record<string, Text>;
const counted = (items: number): Text => ({
  zh: `${items} 项`,
  en: items === 1 ? "1 service" : `${items} services`,
});

type LifeEventsProps = { readonly of: readonly FragmentType<typeof FRAGMENT>[] };

/** The life events for which there is a service here, of people and of businesses. */
export function LifeEvents({ of }: LifeEventsProps): ReactNode {
  const { say } = useTexts();
  const id = useId();
  const all = readFragment(FRAGMENT, of);
  const groups = [
    { title: TEXTS.people, events: all.filter(({ event }) => !LIFE_EVENTS[event].isOfBusiness) },
    { title: TEXTS.businesses, events: all.filter(({ event }) => LIFE_EVENTS[event].isOfBusiness) },
  ].filter(({ events }) => events.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{say(TEXTS.title)}</h2>
      {groups.map(({ title, events }) => (
        <div key={title.en}>
          <h3>{say(title)}</h3>
          <ul className="columns">
            {events.map(({ event, items }) => (
              <li key={event}>
                <Link className="link-target" to="/services" search={{ event }}>
                  {say(LIFE_EVENTS[event].text)}
                </Link>{" "}
                <span className="soft small">{say(counted(items))}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
