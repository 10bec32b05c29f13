import { type ReactNode, useEffect, useRef, useState } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { ContactFields } from "../parts/contact-fields.tsx";
import { type Contact, fieldAt, useContact } from "../parts/use-contact.ts";

const FRAGMENT = graphql(`
  fragment PartnerContactPart on Partner {
    contact {
      name
      phone
      email
    }
  }
`);
const CHANGE = graphql(`
  mutation ConsoleChangeContact($id: ID!, $contact: PartnerContactInput!) {
    changePartnerContact(id: $id, contact: $contact) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "联系人", en: "Contact" },
  name: { zh: "姓名", en: "Name" },
  phone: { zh: "电话", en: "Telephone" },
  email: { zh: "电子邮箱", en: "Email address" },
  change: { zh: "更改联系人", en: "Change the contact" },
  save: { zh: "保存联系人", en: "Save the contact" },
  saving: { zh: "正在保存…", en: "Saving…" },
  cancel: { zh: "不改了", en: "Leave it as it is" },
  saved: { zh: "联系人已更改", en: "The contact is changed" },
} satisfies Record<string, Text>;

type ContactPartProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly partner: string };

/** The contact, and the form that changes it in its place. */
export function ContactPart({ of, partner }: ContactPartProps): ReactNode {
  const { say } = useTexts();
  const { contact } = readFragment(FRAGMENT, of);
  const [state, setState] = useState<"shown" | "changing" | "saved" | "given-up">("shown");
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === "given-up" || state === "saved") opener.current?.focus();
  }, [state]);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {state === "saved" && <Notice tone="good" title={say(TEXTS.saved)} isNews />}
      {state === "changing" ? (
        <ContactForm partner={partner} before={contact} end={setState} />
      ) : (
        <>
          <Facts
            of={[
              [say(TEXTS.name), contact.name],
              [say(TEXTS.phone), contact.phone],
              [say(TEXTS.email), contact.email],
            ]}
          />
          <div className="buttons">
            <button
              className="button button-plain"
              type="button"
              ref={opener}
              onClick={() => setState("changing")}
            >
              {say(TEXTS.change)}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

type FormProps = {
  readonly partner: string;
  readonly before: Contact;
  readonly end: (how: "saved" | "given-up") => void;
};

function ContactForm({ partner, before, end }: FormProps): ReactNode {
  const { say } = useTexts();
  const contact = useContact(`contact:${partner}`, before);
  const { send, isSending, failure } = useAct(CHANGE);
  const { problems, problemOf, find } = useProblems();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);

  async function save(): Promise<void> {
    const ended = await send({ id: partner, contact: contact.typed() });
    if (ended?.kind === "refused" && ended.path)
      return find([{ field: fieldAt(ended.path, ""), text: ended.message }]);
    if (ended?.kind !== "done") return;
    contact.forget();
    end("saved");
  }

  function submit(): void {
    const found = contact.missing();
    find(found);
    if (found.length === 0) void save();
  }

  return (
    <form
      className="waiting"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice
        failure={problems.length === 0 ? failure : undefined}
        again={submit}
        isSending={isSending}
      />
      <ContactFields of={contact} problemOf={problemOf} />
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.saving : TEXTS.save)}
        </button>
        <button
          className="button button-plain"
          type="button"
          onClick={() => {
            contact.forget();
            end("given-up");
          }}
        >
          {say(TEXTS.cancel)}
        </button>
      </div>
    </form>
  );
}
