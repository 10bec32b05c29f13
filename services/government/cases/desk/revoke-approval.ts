import type { LegalGround } from "../application.ts";
import { changeOf } from "../change-case.ts";
import { type EffectParts, undoEffect } from "../effects.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { revoke } from "./desk-case.ts";

/** Takes back what was granted, and in the same commit what the grant has brought about that can be taken back. */
export const revokeApproval = (
  ports: OfficerPorts & EffectParts,
  id: string,
  { ground, reason }: { readonly ground: LegalGround; readonly reason: string },
): DeskResult =>
  changeDeskCase(ports, id, async ({ application, item }, by) => {
    const revoked = revoke(application, ground, reason, by);
    if (!revoked.ok) return revoked;
    const writes = await undoEffect(ports, { application, item });
    return changeOf(revoked, { action: "revoked", reason, event: "application.revoked", writes });
  });
