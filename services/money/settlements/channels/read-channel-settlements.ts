import type { SettlingChannel } from "./channel-settlement.ts";
import { type ChannelStore, listChannelSettlements } from "./channel-store.ts";

/** A channel's settlements, the latest days first. */
export const readChannelSettlements = async (
  store: ChannelStore,
  channel: SettlingChannel,
  page: { readonly first: number; readonly after?: string },
) => await listChannelSettlements(store, channel, page);
