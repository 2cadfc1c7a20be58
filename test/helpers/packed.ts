import { execFileSync } from "node:child_process";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What keeps npm from the network, and from what it has fetched before. */
export const withoutNetwork = (folder: string) => ({
  npm_config_offline: "true",
  npm_config_cache: path.join(folder, "npm-cache"),
  npm_config_update_notifier: "false",
});

/** The package as `npm pack` makes it of what was built, in a folder. */
export function packInto(folder: string): string {
  const argv = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  const name = execFileSync("npm", argv, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, ...withoutNetwork(folder) },
  });
  return path.join(folder, name.trim());
}
