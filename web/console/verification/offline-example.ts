/**
 * Verifies a presentation offline: fetches what the platform publishes, which a counter does beforehand and now and then, and then
 * asks nobody. A shell runs it in a copy of the platform's sources, of which it takes the modules that are made for verifiers.
 *
 * @param origin Where the platform publishes, for example https://city.example.
 */
export const offlineCommand = (origin: string): string =>
  [
    "PRESENTED='YOUR_PRESENTATION'  # the text that the phone has shown",
    "VCT='YOUR_TYPE'                # the type of credential (vct) that you take",
    "AUDIENCE='YOUR_ADDRESS'        # of your counter, as the phone was told",
    "NONCE='YOUR_NONCE'             # random, once, as the phone was told",
    `PLATFORM='${origin}' node --input-type=module - "$PRESENTED" "$VCT" "$AUDIENCE" "$NONCE" <<'END'`,
    PROGRAM,
    "END",
  ].join("\n");

const PROGRAM = `const at = "./services/government/licences";
const { ES256 } = await import(\`\${at}/credentials/es256.ts\`);
const { newVerifierMemory } = await import(\`\${at}/credentials/verifier-memory.ts\`);
const { LICENCE_STATUSES } = await import(\`\${at}/status/licence-status.ts\`);
const { readStatusList } = await import(\`\${at}/status/status-list.ts\`);
const { readIssuerList } = await import(\`\${at}/trust/issuer-list.ts\`);
const { verifyPresentation } = await import(\`\${at}/verify.ts\`);
const [, , presented, vct, audience, nonce] = process.argv;

const published = \`\${process.env.PLATFORM}/documents/licences\`;
const fetched = async (address) => (await fetch(address)).text();
const keysAt = async (name) => JSON.parse(await fetched(\`\${published}/\${name}/live\`)).keys;
const must = (read) => {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

// Before, while there is a network: who may sign, and the status list that the credential names.
const fetchedAt = new Date().toISOString();
const nowS = Math.floor(Date.now() / 1000);
const reader = { keys: await keysAt("list-keys"), nowS };
const { keys, trust } = must(await readIssuerList(await fetched(\`\${published}/issuers/live\`), reader));
const [, claims] = presented.split(".");
const { uri } = JSON.parse(Buffer.from(claims, "base64url")).status.status_list;
const statusKeys = (await keysAt("status-keys")).map(({ kid: keyId, x, y }) => ({
  keyId, algorithm: "ES256", publicKey: { kty: "EC", crv: "P-256", x, y },
}));
const list = must(await readStatusList(await fetched(uri), statusKeys, nowS));

// Then, without one: each presentation once.
const statusOf = (place) => {
  const status = LICENCE_STATUSES.indexOf(list.statusAt(place.index, nowS));
  if (place.uri !== uri || status < 0) return undefined;
  return { status, sequence: list.sequence, fetchedAt, ttlS: list.staleAt - list.issuedAt };
};
const known = {
  keys: { value: keys, fetchedAt }, trust: { value: trust, fetchedAt }, statusOf,
  algorithms: [ES256], memory: newVerifierMemory(),
};
const expected = { types: [vct], binding: { audience, nonce } };
const verdict = await verifyPresentation(presented, new Date().toISOString(), expected, known);
console.log(JSON.stringify(verdict, null, 2));`;
