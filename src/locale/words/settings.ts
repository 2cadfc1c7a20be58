/** What is said of the settings of a run. */
export interface SettingWords {
  readonly noFile: string;
  readonly nothing: string;
  /** Who decides what neither the command line nor the config say, by key. */
  readonly unsaid: Readonly<Record<string, string>>;
  readonly origins: Readonly<Record<"argument" | "default", string>>;
}
