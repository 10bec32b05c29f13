import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ListedDeviceFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { useTold } from "../../shared/ui/use-told.tsx";
import { Unable } from "./unable.tsx";
import { DEVICES_MAX, type Devices, type ThisDevice, useThisDevice } from "./use-this-device.ts";

const FRAGMENT = graphql(`
  fragment ListedDevice on WalletDevice {
    id
    name
    boundAt
    revokedAt
  }
`);

const REVOKE = graphql(`
  mutation PortalRevokeWalletKey($id: ID!) {
    revokeWalletKey(id: $id) {
      __typename
      ... on WalletDevice {
        id
        name
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  bound: { zh: "已绑定", en: "Bound devices" },
  none: { zh: "还没有绑定设备。", en: "No device is bound yet." },
  here: { zh: "就是这台", en: "This one" },
  revoke: { zh: "解除绑定", en: "Revoke it" },
  question: {
    zh: "解除后，它马上不能再联网出示证照；已存到设备上的证照，离线的窗口最多还会认 24 小时。它不能再次绑定，要用须重新绑定为新设备。要解除吗？",
    en: "From then on it shows no code. A licence that it has kept is believed by counters that are offline for 24 hours at most. To use it again, it is bound anew. Revoke it?",
  },
  yes: { zh: "是的，解除绑定", en: "Yes, revoke it" },
  no: { zh: "不，保留", en: "No, keep it" },
  full: { zh: `已绑定满 ${DEVICES_MAX} 台`, en: `${DEVICES_MAX} devices are bound, the most there may be` },
  fullText: {
    zh: "要绑定另一台，先解除一台不再使用的。",
    en: "To bind another one, first revoke one that you no longer use.",
  },
  bind: { zh: "绑定这台设备", en: "Bind this device" },
  unbound: { zh: "这台设备还不能出示证照", en: "This device does not show your licences" },
  cleared: {
    zh: "如果它以前绑定过，可能是清除了浏览器数据，密钥已经丢失：请重新绑定，并解除上面原来的那一条。",
    en: "If it once did, its browser data may have been cleared, and the key is lost: bind it anew, and revoke its old entry above.",
  },
  revoked: { zh: "已解除", en: "Revoked" },
} satisfies Record<string, Text>;
const since = (when: string): Text => ({ zh: `绑定于 ${when}`, en: `Since ${when}` });
const until = (from: string, to: string): Text => ({
  zh: `绑定于 ${from}，解除于 ${to}`,
  en: `Since ${from}, revoked ${to}`,
});
const ended = (name: string): Text => ({
  zh: `“${name}”已解除绑定，不能再出示证照。`,
  en: `“${name}” is revoked and shows no licence any more.`,
});

type ListProps = {
  readonly of: readonly FragmentType<typeof FRAGMENT>[] & NonNullable<Devices>;
};

export function DeviceList({ of }: ListProps): ReactNode {
  const { say, language } = useTexts();
  const here = useThisDevice(of);
  const { told, tell } = useTold();
  const { send, failure, again, isSending } = useAct(REVOKE, ({ name }) => tell(say(ended(name))));
  const devices = of.map((one) => readFragment(FRAGMENT, one));
  const [bound, revoked] = [devices.filter(isBound), devices.filter((device) => !isBound(device))];
  return (
    <>
      {told}
      <FailureNotice {...{ failure, again, isSending }} />
      <section className="part">
        <h2>{say(TEXTS.bound)}</h2>
        {bound.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
        <ul className="rows">
          {bound.map(({ id, name, boundAt }) => (
            <li key={id} className="stack-tight">
              <span className="row">
                <span className="strong">{name}</span>
                {here.kind === "bound" && here.id === id && <Tag tone="good">{say(TEXTS.here)}</Tag>}
              </span>
              <span className="soft small">{say(since(moment(boundAt, language)))}</span>
              <ConfirmedButton
                label={say(TEXTS.revoke)}
                about={name}
                question={say(TEXTS.question)}
                yes={say(TEXTS.yes)}
                no={say(TEXTS.no)}
                isSending={isSending}
                act={() => void send({ id })}
              />
            </li>
          ))}
        </ul>
        <BindThis here={here} count={bound.length} />
      </section>
      {revoked.length > 0 && (
        <section className="part">
          <h2>{say(TEXTS.revoked)}</h2>
          <ul className="rows">
            {revoked.map(({ id, name, boundAt, revokedAt }) => (
              <li key={id} className="stack-tight">
                <span>{name}</span>
                <span className="soft small">
                  {say(until(moment(boundAt, language), moment(revokedAt ?? boundAt, language)))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const isBound = ({ revokedAt }: ListedDeviceFragment): boolean => revokedAt === null;

/** The way to bind this browser, or why there is none. */
function BindThis({ here, count }: { readonly here: ThisDevice; readonly count: number }): ReactNode {
  const { say } = useTexts();
  const isFull = count >= DEVICES_MAX;
  const full = isFull && (
    <Notice title={say(TEXTS.full)}>
      <p>{say(TEXTS.fullText)}</p>
    </Notice>
  );
  if (here.kind === "unable") return <Unable />;
  if (here.kind !== "unbound") return full;
  return (
    <>
      {full}
      {count > 0 && (
        <>
          <p className="strong">{say(TEXTS.unbound)}</p>
          <p>{say(TEXTS.cleared)}</p>
        </>
      )}
      {!isFull && (
        <Link className="button" to="/licences/devices/bind" search={{}}>
          {say(TEXTS.bind)}
        </Link>
      )}
    </>
  );
}
