import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getUtilityAccount, listFormerTenancies } from "../account-store.ts";
import { type Binding, BOUND_MAX, isSameTenancy, type UtilityAccount } from "../utility-account.ts";
import { type AccountProof, type ProofPorts, type ProofRefusal, proveAccount } from "./prove-account.ts";
import { type BindPorts, withBoundBy, writeBinding } from "./write-binding.ts";

export type BindRefusal =
  | ProofRefusal
  | (TextProblem & { readonly path: readonly string[] })
  /** The number is known to a former holder too: the present one is named. */
  | { readonly code: "HOLDER_NAME_NEEDED"; readonly path: readonly string[] }
  /** As many people as a household can have are told of this account's bills already. */
  | { readonly code: "ACCOUNT_BOUND_BY_MANY"; readonly values: { readonly max: string } };

const ALIAS_LENGTH = { min: 1, max: 30 };

/** Binds an account to a citizen who can prove to know it, or names it anew: its bills are shown and told of. */
export async function bindAccount(
  ports: BindPorts & ProofPorts,
  proof: AccountProof,
  alias: string,
): Promise<Result<Binding, BindRefusal>> {
  const named = checkText(alias, ALIAS_LENGTH.min, ALIAS_LENGTH.max);
  if (!named.ok) return err({ ...named.error, path: ["alias"] });
  const proven = await proveAccount(ports, proof);
  if (!proven.ok) return proven;
  const { account: known } = proven.value;
  // The name of who held it before proves nothing of whose it is.
  if (known.until !== undefined) return err({ code: "ACCOUNT_NOT_FOUND" });
  // By its number alone a former resident would read of the one who lives there now.
  if (!proof.holderName && (await hadAnother(ports, known)))
    return err({ code: "HOLDER_NAME_NEEDED", path: ["holderName"] });
  const { id: citizenId } = ports.actor;
  const { id, biller, number, tenancy } = known;
  const binding: Binding = { account: id, biller, number, citizenId, tenancy, alias: named.value };
  return decideUntilWritten({
    database: ports.database,
    about: `account ${id}`,
    read: async () => (await getUtilityAccount(ports, id)) ?? known,
    decide: (account) => {
      // Another holder's time has begun since the account was proven.
      if (!isSameTenancy(account, known)) return err({ code: "ACCOUNT_NOT_FOUND" });
      const isBound = account.boundBy.includes(citizenId);
      if (!isBound && account.boundBy.length >= BOUND_MAX) {
        return err({ code: "ACCOUNT_BOUND_BY_MANY", values: { max: String(BOUND_MAX) } });
      }
      const boundBy = isBound ? account.boundBy : [...account.boundBy, citizenId];
      return ok({ before: account, after: withBoundBy(account, boundBy), answer: binding });
    },
    write: (bound) => writeBinding(ports, { ...bound, binding, state: "BOUND" }),
  });
}

const hadAnother = async (ports: BindPorts, { id }: UtilityAccount): Promise<boolean> =>
  (await listFormerTenancies(ports, id)).some(({ reversed }) => !reversed);
