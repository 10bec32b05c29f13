import type { LegalGround } from "../application.ts";
import { readTexts, TEXT_LENGTH, type TextNotTaken } from "../case-texts.ts";
import { changeOf } from "../change-case.ts";
import { type EffectParts, undoEffect } from "../effects.ts";
import { changeDeskCase, type DeskResult, type OfficerPorts } from "./change-desk-case.ts";
import { revoke } from "./desk-case.ts";

export type RevocationGround = { readonly ground: LegalGround; readonly reason: string };

/** Takes back what was granted, and in the same commit what the grant has brought about that can be taken back. */
export async function revokeApproval(
  ports: OfficerPorts & EffectParts,
  id: string,
  { ground, ...said }: RevocationGround,
): Promise<DeskResult<TextNotTaken>> {
  const texts = readTexts(said, TEXT_LENGTH);
  if (!texts.ok) return texts;
  const article = readTexts(ground, TEXT_LENGTH);
  if (!article.ok) return article;
  const { reason } = texts.value;
  return changeDeskCase(ports, id, async ({ application, item }, by) => {
    const revoked = revoke(application, article.value, reason, by);
    if (!revoked.ok) return revoked;
    const writes = await undoEffect(ports, { application, item });
    return changeOf(revoked, { action: "revoked", reason, event: "application.revoked", writes });
  });
}
