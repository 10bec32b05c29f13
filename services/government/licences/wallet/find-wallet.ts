import type { CitizenId } from "../../../kernel/ids.ts";
import { deviceIn, type WalletDevice } from "./wallet.ts";
import { getWallet, type WalletStore } from "./wallet-store.ts";

/** A person's phones, those that were bound last first. */
export const findDevices = async (store: WalletStore, citizen: CitizenId): Promise<readonly WalletDevice[]> =>
  ((await getWallet(store, citizen))?.devices ?? []).toReversed();

/** A phone of a person; undefined for others', as if there were none. */
export const findDevice = async (
  store: WalletStore,
  citizen: CitizenId,
  id: string,
): Promise<WalletDevice | undefined> => deviceIn(await getWallet(store, citizen), id);
