import type { ReactNode } from "react";
import { period } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { BillNotesFragment } from "../../shared/generated/graphql.ts";
import type { Language } from "../../shared/settings/settings.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

export const BILL_NOTES = graphql(`
  fragment BillNotes on Bill {
    from
    carried
    corrected
    isEstimated
    rating {
      from
      unreadFrom
      corrected {
        amount
      }
    }
  }
`);

const ESTIMATED: Text = {
  zh: "估抄：下次实抄时结清",
  en: "Estimated; the next reading of the meter settles it",
};

const bears = (carried: string): Text => ({
  zh: `含以前账单结转 ${carried}`,
  en: `${carried} of it carried over from earlier bills`,
});

const unread = (time: string): Text => ({
  zh: `${time}没有抄表，这段时间的用量还没有计费`,
  en: `The meter was not read for ${time}: that usage has not been billed`,
});

const putRight = (price: string): Text => ({
  zh: `缴费后作了更正：本期费用应为 ${price}，差额多退少补，一般计入下一期账单`,
  en: `Put right after it was paid: its own price is ${price}. The difference is charged or given back, as a rule with the next bill`,
});

/** The facts about a bill that its amount does not tell, in words. */
export function notesOn(of: FragmentType<typeof BILL_NOTES>, language: Language): readonly Text[] {
  const { from, carried, corrected, isEstimated, rating }: BillNotesFragment = readFragment(BILL_NOTES, of);
  const price = corrected ?? rating?.corrected?.amount;
  const { unreadFrom } = rating ?? {};
  return [
    ...(isEstimated ? [ESTIMATED] : []),
    ...(unreadFrom ? [unread(period(unreadFrom, rating?.from ?? from, language))] : []),
    ...(carried ? [bears(yuan(carried))] : []),
    ...(price ? [putRight(yuan(price))] : []),
  ];
}

/** One under another. */
export function BillNotes({ of }: { readonly of: FragmentType<typeof BILL_NOTES> }): ReactNode {
  const { say, language } = useTexts();
  return notesOn(of, language).map((note) => (
    <span key={note.en} className="soft small">
      {say(note)}
    </span>
  ));
}
