import { type ReactNode, useState } from "react";
import { time } from "../format/dates.ts";
import { graphql } from "../generated/gql.ts";
import { ask } from "../graphql/ask.ts";
import { resultIn } from "../graphql/result-in.ts";
import type { NotDone } from "../graphql/use-act.ts";
import { type Text, useTexts } from "../texts/text.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { Field } from "../ui/field.tsx";

const CHALLENGE = graphql(`
  query PresentationChallenge($application: ID!) {
    presentationChallenge(application: $application) {
      audience
      nonce
      expiresAt
    }
  }
`);

const TEXTS = {
  lead: {
    zh: "先生成一份请求，复制到颁发地平台的钱包里：打开证照，选择“离线出示”，在“给其他地区的办件”下粘贴，勾选证件号码等全部内容，把文件存下来。",
    en: "Make a request, and copy it to the wallet on the platform of the region that issued the licence: open the licence, choose to show it without a network, paste the request under “For an application in another region”, tick all that it says, the holder's number too, and save the file.",
  },
  ask: { zh: "生成请求", en: "Make a request" },
  again: { zh: "重新生成请求", en: "Make another request" },
  copy: { zh: "复制请求", en: "Copy the request" },
  none: {
    zh: "本平台没有自己的网址，钱包不能为它签名。请改用证照码。",
    en: "This platform has no address of its own for which a wallet could sign. Use a code.",
  },
  file: { zh: "钱包保存的文件", en: "File of the wallet" },
  hint: {
    zh: "文件名以 .sd-jwt.txt 结尾。存下后请在一分钟内使用，只能用一次。",
    en: "Its name ends in .sd-jwt.txt. Use it within a minute of saving it; it is taken once.",
  },
  unfit: {
    zh: "这不是钱包保存的出示文件，请重新选择",
    en: "This is no file that a wallet has saved: choose another",
  },
} satisfies Record<string, Text>;
const holds = (until: string): Text => ({
  zh: `请求在 ${until} 之前有效。`,
  en: `The request holds until ${until}.`,
});

/** As the API takes it. */
const BYTES_MAX = 65_536;
/** A signed credential, and what is disclosed of it (RFC 9901). */
const PRESENTATION = /^[\w-]+\.[\w-]+\.[\w-]+~[\w.~-]*$/;

/** "none": the platform has no address for which a wallet could sign. */
type Request =
  | { readonly kind: "none" }
  | { readonly kind: "made"; readonly text: string; readonly until: string }
  | { readonly kind: "failure"; readonly failure: NotDone };

async function askRequest(application: string): Promise<Request> {
  const answer = await ask(CHALLENGE, { application });
  if (answer.ok && !answer.errors?.length && !answer.data.presentationChallenge) return { kind: "none" };
  const came = resultIn(answer, "presentationChallenge");
  if (came.kind === "trouble") return { kind: "failure", failure: came };
  const { audience, nonce, expiresAt } = came.result;
  return { kind: "made", text: `${audience} ${nonce}`, until: expiresAt };
}

type ForeignFileProps = {
  /** Of the field for the file. */
  readonly id: string;
  readonly application: string;
  readonly problem: string | undefined;
  /** Takes the presentation in the file that was chosen; undefined for a file that has none. */
  readonly choose: (presentation: string | undefined) => void;
};

/** Takes the file in which a wallet has presented a licence for this application, by a request that is made here. */
export function ForeignFile({ id, application, problem, choose }: ForeignFileProps): ReactNode {
  const { say } = useTexts();
  const [request, setRequest] = useState<Request>();
  const [isUnfit, setUnfit] = useState(false);
  const makeRequest = async (): Promise<void> => setRequest(await askRequest(application));
  async function read(file: File | undefined): Promise<void> {
    const text = file && file.size <= BYTES_MAX ? (await file.text()).trim() : "";
    const found = PRESENTATION.test(text) ? text : undefined;
    setUnfit(file !== undefined && found === undefined);
    choose(found);
  }
  return (
    <div className="stack">
      <p>{say(TEXTS.lead)}</p>
      {request?.kind === "made" && (
        <>
          <p>
            <code>{request.text}</code>
          </p>
          <p>{say(holds(time(request.until)))}</p>
          <div className="buttons">
            <CopyButton text={request.text}>{say(TEXTS.copy)}</CopyButton>
          </div>
        </>
      )}
      <p role="status">{request?.kind === "none" && say(TEXTS.none)}</p>
      <FailureNotice
        failure={request?.kind === "failure" ? request.failure : undefined}
        again={() => void makeRequest()}
        isSending={false}
      />
      <div>
        <button className="button button-plain" type="button" onClick={() => void makeRequest()}>
          {say(request?.kind === "made" ? TEXTS.again : TEXTS.ask)}
        </button>
      </div>
      <Field
        id={id}
        label={say(TEXTS.file)}
        hint={say(TEXTS.hint)}
        problem={isUnfit ? say(TEXTS.unfit) : problem}
      >
        {(marks) => (
          <input
            {...marks}
            type="file"
            accept=".txt,text/plain"
            onChange={(event) => void read(event.target.files?.[0])}
          />
        )}
      </Field>
    </div>
  );
}
