import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { OfferedChannelPartsFragment } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";

export const OFFERED_CHANNEL = graphql(`
  fragment OfferedChannelParts on OfferedChannel {
    channel
    name {
      zh
      en
    }
    isHosted
    takesReturnPath
  }
`);

export type OfferedChannel = OfferedChannelPartsFragment;

const TEXTS = {
  legend: { zh: "怎么支付", en: "How do you want to pay?" },
  hosted: {
    zh: "在支付渠道的页面上支付，完成后回到这里",
    en: "You pay on a page of the payment channel, and come back here",
  },
} satisfies Record<string, Text>;

const fieldOf = (channel: string): string => `channel-${channel}`;
/** The field to which a problem of the choice leads. */
export const firstFieldOf = (offered: readonly OfferedChannel[]): string =>
  fieldOf(offered[0]?.channel ?? "");

type ChannelChoiceProps = {
  readonly offered: readonly OfferedChannel[];
  readonly chosen: OfferedChannel | undefined;
  readonly choose: (one: OfferedChannel) => void;
  readonly problem: string | undefined;
};

/** The channels there are. None is chosen beforehand: money moves by the one and not by the other. */
export function ChannelChoice({ offered, chosen, choose, problem }: ChannelChoiceProps): ReactNode {
  const { say } = useTexts();
  return (
    <FieldSet id="channel" legend={say(TEXTS.legend)} problem={problem}>
      {offered.map((one) => (
        <ChoiceBox
          key={one.channel}
          kind="radio"
          id={fieldOf(one.channel)}
          name="channel"
          checked={one.channel === chosen?.channel}
          onChange={() => choose(one)}
        >
          <ChannelName of={one} />
        </ChoiceBox>
      ))}
    </FieldSet>
  );
}

/** A channel as a payer reads it. */
export function ChannelName({ of: { name, isHosted } }: { readonly of: OfferedChannel }): ReactNode {
  const { say } = useTexts();
  return (
    <span className="stack-tight">
      <span>{say(name)}</span>
      {isHosted && <span className="soft small">{say(TEXTS.hosted)}</span>}
    </span>
  );
}
