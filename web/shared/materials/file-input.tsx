import type { ReactNode } from "react";
import { type Text, useTexts } from "../texts/text.ts";
import { FailureNotice } from "../ui/failure-notice.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { ACCEPTED, type Upload } from "./upload-material.ts";
import { type Uploading, useUpload } from "./use-upload.ts";

const TEXTS = {
  sent: { zh: "已收到", en: "Received" },
  checking: { zh: "已传完，正在检查…", en: "Sent; it is being checked…" },
  stop: { zh: "停止上传", en: "Stop" },
  stopped: { zh: "已停止，没有上传。", en: "Stopped; it was not sent." },
  broken: {
    zh: "没有传完，服务器没有收到完整的文件。文件还在，请重新发送。",
    en: "It did not arrive whole. You still have it: send it again.",
  },
  another: {
    zh: "请另选一个文件，或者按提示处理后重新选择。",
    en: "Choose another file, or put it right and choose it again.",
  },
  again: { zh: "重新发送", en: "Send it again" },
} satisfies Record<string, Text>;
const tooEarly = (name: string): Text => ({
  zh: `另一个文件还在上传，请传完后再选 ${name}。`,
  en: `${name} was not sent: choose it again once the other one has arrived.`,
});
const sending = (name: string, percent: number): Text => ({
  zh: `正在上传 ${name}：${percent}%`,
  en: `Sending ${name}: ${percent} %`,
});

type FileInputProps = {
  readonly id: string;
  readonly label: string;
  readonly place: Pick<Upload, "application" | "material" | "replaces" | "attendance">;
};

/** Chooses a file and sends it at once; says how far it is, how it has ended, and what to do about that. */
export function FileInput({ id, label, place }: FileInputProps): ReactNode {
  const { say } = useTexts();
  const uploading = useUpload(place);
  const { outcome, share, begin } = uploading;
  const problem =
    outcome?.kind === "unfit"
      ? say(outcome.text)
      : outcome?.kind === "refused"
        ? `${outcome.message} ${say(TEXTS.another)}`
        : undefined;
  return (
    <div className="form">
      <Field id={id} label={label} problem={problem && `${uploading.file?.name}: ${problem}`}>
        {(marks) => (
          <input
            {...marks}
            type="file"
            accept={ACCEPTED}
            aria-disabled={share !== undefined}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) begin(file);
              // The same one can then be chosen again.
              event.target.value = "";
            }}
          />
        )}
      </Field>
      <Progress of={uploading} />
      {uploading.early && <p role="status">{say(tooEarly(uploading.early.name))}</p>}
      <Ending of={uploading} />
    </div>
  );
}

const FULL = 100;

function Progress({ of: { share, file, stop } }: { readonly of: Uploading }): ReactNode {
  const { say } = useTexts();
  if (share === undefined) return null;
  const percent = Math.floor(share * FULL);
  const text = percent < FULL ? sending(file?.name ?? "", percent) : TEXTS.checking;
  return (
    <div className="form">
      <progress className="progress" value={percent} max={FULL} aria-label={say(text)} />
      <p className="small">{say(text)}</p>
      <button className="button button-plain" type="button" onClick={stop}>
        {say(TEXTS.stop)}
      </button>
    </div>
  );
}

/** Told at once, for the page does not change by it. */
function Ending({ of: { outcome, file, again } }: { readonly of: Uploading }): ReactNode {
  const { say } = useTexts();
  if (!outcome || !file) return null;
  switch (outcome.kind) {
    case "done":
      return (
        <p role="status">
          {say(TEXTS.sent)}: {file.name}
        </p>
      );
    case "stopped":
      return <p role="status">{say(TEXTS.stopped)}</p>;
    case "broken":
      return (
        <Notice tone="bad" title={file.name} isNews>
          <p>{say(TEXTS.broken)}</p>
          <button className="button button-plain" type="button" onClick={again}>
            {say(TEXTS.again)}
          </button>
        </Notice>
      );
    case "trouble":
      return <FailureNotice failure={outcome} again={again} isSending={false} />;
    default:
      // It stands at the field, whose file is another one next time.
      return null;
  }
}
