import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { QrCode } from "../../shared/ui/qr-code.tsx";

const FRAGMENT = graphql(`
  fragment ForTheHall on Appointment {
    id
    serviceItem {
      id
      materials {
        code
        required
        filledBy
        name {
          zh
          en
        }
      }
    }
  }
`);

const TEXTS = {
  code: { zh: "到大厅时出示", en: "To be shown at the hall" },
  codeText: {
    zh: "取号机或工作人员扫这个码，就能按您的预约取号。",
    en: "The kiosk or a clerk reads this code and gives out your number.",
  },
  codeLabel: { zh: "预约二维码", en: "The code of your appointment" },
  bring: { zh: "请带上", en: "Bring with you" },
} satisfies Record<string, Text>;

/** The code that finds the booking, and the papers that the platform does not hold. */
export function ForTheHall({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { id, serviceItem } = readFragment(FRAGMENT, of);
  const papers = (serviceItem?.materials ?? []).filter(({ required, filledBy }) => required && !filledBy);
  return (
    <>
      <section className="part stack">
        <h2>{say(TEXTS.code)}</h2>
        <p>{say(TEXTS.codeText)}</p>
        <QrCode text={id} label={say(TEXTS.codeLabel)} />
      </section>
      {papers.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.bring)}</h2>
          <ul className="rows">
            {papers.map(({ code, name }) => (
              <li key={code}>{say(name)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
