/** Where a secret's text is: in Secrets Manager, or right here. */
export type SecretSource = { readonly id: string } | { readonly value: string };

export type Environment = Readonly<Record<string, string | undefined>>;

type Variable = `CIVIGRAPH_${string}`;

/** A text that is kept in Secrets Manager, where an operator puts it in. */
export type SecretSetting = {
  readonly kind: "secret";
  /** Holds the text itself, for development and tests; with `_ID` behind it, it names the secret in Secrets Manager. */
  readonly variable: Variable;
  /** The text as the secret's description names it: "settings of the payment gateways". */
  readonly holds: string;
  /** The consequence where there is no such text: "no live text is sent". */
  readonly without: string;
};

/** A switch of a developer's machine: `npm start` turns it on, no stage does, and it is off where nothing is said. */
export type YesOrNo = {
  readonly kind: "yes or no";
  readonly variable: Variable;
  /** The effect of `yes`, as a verb begins it. */
  readonly means: string;
};

/** A choice, which a stage may make. */
export type OneOf = {
  readonly kind: "one of";
  readonly variable: Variable;
  /** The first holds where nothing is said. */
  readonly values: readonly [number, ...number[]];
  readonly means: string;
};

/** Where a browser finds something, which a stage may say: a scheme and a host, and no more. Https, but on a developer's machine. */
export type Origin = {
  readonly kind: "origin";
  readonly variable: Variable;
  readonly means: string;
  /** The consequence where nothing is said. */
  readonly without: string;
  /** The origin that `npm start` says. */
  readonly locally: string;
};

/** A setting that a function is told from outside, as the service whose it is states it. */
export type SettingStatement = SecretSetting | YesOrNo | OneOf | Origin;

/** By the names that the code reads them by. */
export type SettingStatements = Readonly<Record<string, SettingStatement>>;

type ValueOf<S> = S extends SecretSetting
  ? SecretSource | undefined
  : S extends YesOrNo
    ? boolean
    : S extends OneOf
      ? S["values"][number]
      : S extends Origin
        ? string | undefined
        : never;

/** The settings as they are read. A secret that is not set is undefined. */
export type SettingsOf<S extends SettingStatements> = { readonly [K in keyof S]: ValueOf<S[K]> };

/** The settings of all services as they are read: each merges its own here, in its `settings.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: each service that has settings merges them into this
export interface Settings {}

/** The names of the settings that are secrets. */
export type SecretName = {
  [K in keyof Settings]: SecretSource | undefined extends Settings[K] ? K : never;
}[keyof Settings];

/** The names of the settings that a stage may choose: one of several values, or an origin. */
export type ChoiceName = {
  [K in keyof Settings]: Settings[K] extends number | string | undefined ? K : never;
}[keyof Settings];

/** The settings that a stage states otherwise than by their defaults. */
export type Choices = { readonly [K in ChoiceName]?: Settings[K] };

/** The variable that names the secret in Secrets Manager. */
export const idVariableOf = ({ variable }: SecretSetting): string => `${variable}_ID`;

/** The variables that say none of their setting's values, each with the reason. */
export const settingProblems = (stated: SettingStatements, env: Environment): readonly string[] =>
  Object.values(stated).flatMap((setting) => {
    const { kind, variable } = setting;
    const said = env[variable];
    if (kind === "origin" && said && !isOrigin(said)) return [`${variable} is no origin of https`];
    if (kind !== "one of" || said === undefined) return [];
    const values = setting.values.map(String);
    return values.includes(said) ? [] : [`${variable} is neither ${values.join(" nor ")}`];
  });

/**
 * Reads the settings that are stated, and no others, so that a function fails for none that it does not use. Throws one
 * line that names every variable that is wrong.
 */
export function readSettings<S extends SettingStatements>(stated: S, env: Environment): SettingsOf<S> {
  const problems = settingProblems(stated, env);
  if (problems.length > 0) throw new Error(`configuration: ${problems.join("; ")}`);
  const values = Object.entries(stated).map(([name, setting]) => [name, valueIn(env, setting)] as const);
  // The compiler cannot tell by the entries that each name has the value of its own kind.
  return Object.fromEntries(values) as SettingsOf<S>;
}

/** An origin as browsers write it: no path, and no name or password in it. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && url.hostname === "localhost");
  return isSafe && url?.origin === text;
}

function valueIn(
  env: Environment,
  setting: SettingStatement,
): SecretSource | boolean | number | string | undefined {
  const said = env[setting.variable];
  if (setting.kind === "origin") return said || undefined;
  if (setting.kind === "yes or no") return said === "yes";
  if (setting.kind === "one of")
    return setting.values.find((value) => String(value) === said) ?? setting.values[0];
  const id = env[idVariableOf(setting)];
  return said ? { value: said } : id ? { id } : undefined;
}
