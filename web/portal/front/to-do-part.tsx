import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { dateAt, day, fromToday } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ToDoPartFragment } from "../../shared/generated/graphql.ts";
import { UTILITY_KINDS } from "../../shared/texts/bill-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Money } from "../../shared/ui/money.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment ToDoPart on Citizen {
    todo(first: 10) {
      kind
      text
      dueOn
      isOverdue
      about
      amount
      bill {
        biller {
          name
          kind
        }
      }
      application {
        id
        item {
          name {
            zh
            en
          }
        }
      }
      appointment {
        from
        hall {
          name {
            zh
            en
          }
        }
      }
    }
  }
`);

type ToDo = NonNullable<ToDoPartFragment["todo"]>[number];

const TITLE: Text = { zh: "待办事项", en: "To do" };
const NONE: Text = { zh: "目前没有需要您办理的事。", en: "There is nothing for you to do right now." };
const OVERDUE: Text = { zh: "已过期", en: "Overdue" };
const by = (when: string, relative: string): Text => ({
  zh: `${when}前（${relative}）`,
  en: `By ${when} (${relative})`,
});

export function ToDoPart({ citizen, troubleOf, again }: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { todo } = readFragment(FRAGMENT, citizen);
  return (
    <Part title={TITLE} trouble={troubleOf("todo")} again={again} isWide>
      {todo && todo.length > 0 ? (
        <ul className="rows">
          {todo.map((each) => (
            <li key={`${each.kind} ${each.about}`} className="row">
              <div className="stack-tight">
                <Subject of={each} />
                <Due of={each} />
              </div>
              {each.amount && (
                <span className="strong">
                  <Money amount={each.amount} />
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <Nothing text={NONE} />
      )}
    </Part>
  );
}

function Due({ of: { dueOn, isOverdue } }: { readonly of: ToDo }): ReactNode {
  const { say, language } = useTexts();
  const when = by(day(dueOn, language), fromToday(dueOn, dateAt(new Date()), language));
  return (
    <span className="soft small">
      {say(when)} {isOverdue && <Tag tone="bad">{say(OVERDUE)}</Tag>}
    </span>
  );
}

/** Where something is done about an application. */
const placeOf = (kind: ToDo["kind"]) =>
  kind === "CONFIRM_APPLICATION" ? ("/cases/$id/confirm" as const) : ("/cases/$id/edit" as const);

/** The matter by its own name, where it has one; it leads to where it is done. */
function Subject({ of }: { readonly of: ToDo }): ReactNode {
  const { say } = useTexts();
  const { kind, text, about, bill, application, appointment } = of;
  if (kind === "PAY_BILL") {
    const biller = bill?.biller;
    return (
      <Link className="link-target" to="/bills/pay" search={{ bills: about }}>
        {biller ? `${say(UTILITY_KINDS[biller.kind])} · ${biller.name}` : text}
      </Link>
    );
  }
  if (application) {
    return (
      <>
        <Link className="link-target" to={placeOf(kind)} params={{ id: application.id }}>
          {say(application.item.name)}
        </Link>
        <span>{text}</span>
      </>
    );
  }
  if (appointment) {
    return (
      <>
        <Link className="link-target" to="/appointments/$id" params={{ id: about }} search={{}}>
          {text}
        </Link>
        <span>{say(appointment.hall.name)}</span>
      </>
    );
  }
  return <span>{text}</span>;
}
