// Database servers for the tests, and for whoever wants to try something on them: `node test/databases/servers.js`
// starts three of each kind, says where they are, and stops them at Ctrl-C. They listen on loopback alone, on ports
// that were free, and keep what they hold in a folder that goes with them.
import { execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** What every one of them is entered with. A mark in it shows up wherever it must not. */
export const PASSWORD = "m@t:kh/au";

/**
 * @typedef {object} Server
 * @property {string} host
 * @property {number} port
 * @property {() => Promise<void>} stop
 * @property {() => string} log
 */

/**
 * Servers that belong together, and what takes all of them away.
 *
 * @typedef {{ servers: readonly Server[], stop: () => Promise<void> }} Cluster
 */

/** @param {string} folder @returns {Promise<Cluster>} */
async function postgresIn(folder) {
  const initdb = findPostgres("initdb");
  // It does not run as root.
  const user = process.getuid?.() === 0 ? idsOf("postgres") : null;
  const first = path.join(folder, "0");
  const passwords = path.join(folder, "password");
  writeFileSync(passwords, PASSWORD);
  for (const file of [folder, passwords]) if (user !== null) chownSync(file, user.uid, user.gid);
  execFileSync(
    initdb,
    [
      "-D",
      first,
      "-U",
      "tester",
      `--pwfile=${passwords}`,
      "--auth=scram-sha-256",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "-N",
    ],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "inherit"] },
  );
  const servers = [];
  for (const index of [0, 1, 2]) {
    const data = path.join(folder, String(index));
    if (index > 0) execFileSync("cp", ["-a", first, data]);
  }
  for (const index of [0, 1, 2]) {
    const data = path.join(folder, String(index));
    const port = await freePort();
    const options = {
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      fsync: "off",
      shared_buffers: "16MB",
      log_statement: "all",
    };
    const settings = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    servers.push(
      start(
        findPostgres("postgres"),
        ["-D", data, "-p", String(port), ...settings],
        { ...user, cwd: data },
        port,
        "SIGQUIT",
      ),
    );
  }
  return cluster(servers, folder);
}

/** @param {string} folder @returns {Promise<Cluster>} */
async function clickhouseIn(folder) {
  const [command = "", ...args] = findClickhouse();
  const ports = await Promise.all(Array.from({ length: 6 }, freePort));
  const shards = [0, 1, 2].map(
    (index) =>
      `<shard><replica><host>127.0.0.1</host><port>${ports[index]}</port><user>default</user><password>${PASSWORD}</password></replica></shard>`,
  );
  const servers = [0, 1, 2].map((index) => {
    const data = path.join(folder, String(index));
    mkdirSync(data);
    const [tcp = 0, http = 0] = [ports[index], ports[index + 3]];
    writeFileSync(
      path.join(data, "config.xml"),
      `<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <listen_host>127.0.0.1</listen_host><tcp_port>${tcp}</tcp_port><http_port>${http}</http_port>
  <path>${data}/data/</path><tmp_path>${data}/tmp/</tmp_path><users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <timezone>UTC</timezone><mark_cache_size>67108864</mark_cache_size>
  <remote_servers><tester>${shards.join("")}</tester></remote_servers>
</yandex>`,
    );
    writeFileSync(
      path.join(data, "users.xml"),
      `<yandex>
  <profiles><default><max_memory_usage>1000000000</max_memory_usage><max_threads>2</max_threads></default><reader><readonly>1</readonly></reader></profiles>
  <users><default><password>${PASSWORD}</password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
  <reader><password></password><networks><ip>127.0.0.1</ip></networks><profile>reader</profile><quota>default</quota></reader></users>
  <quotas><default></default></quotas>
</yandex>`,
    );
    return start(command, [...args, `--config-file=${data}/config.xml`], { cwd: data }, http, "SIGKILL");
  });
  return cluster(servers, folder);
}

const KINDS = { postgres: postgresIn, clickhouse: clickhouseIn };

/** @param {keyof typeof KINDS} kind @returns {Promise<Cluster>} */
export async function startServers(kind) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `chitieu-${kind}-`));
  try {
    return await KINDS[kind](folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {readonly Promise<Server>[]} starting
 * @param {string} folder
 * @returns {Promise<Cluster>}
 */
async function cluster(starting, folder) {
  const settled = await Promise.allSettled(starting);
  const servers = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => {
    await Promise.all(servers.map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const failed = settled.find((one) => one.status === "rejected");
  if (failed === undefined) return { servers, stop };
  await stop();
  throw failed.reason;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @param {number} port
 * @param {NodeJS.Signals} end what ends it at once
 * @returns {Promise<Server>}
 */
async function start(command, args, options, port, end) {
  const file = path.join(String(options.cwd), "server.log");
  const log = openSync(file, "a");
  const child = spawn(command, args, { ...options, stdio: ["ignore", log, log] });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once("exit", () => resolve()));
  process.once("exit", () => child.kill(end));
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || tries > 600)
      throw new Error(`${command} does not start:\n${readFileSync(file, "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    host: "127.0.0.1",
    port,
    log: () => readFileSync(file, "utf8"),
    stop: () => {
      child.kill(end);
      return ended;
    },
  };
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Debian keeps PostgreSQL's programs out of the path. @param {string} name */
function findPostgres(name) {
  const versions = "/usr/lib/postgresql";
  const folders = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, "bin"))
    : [];
  return find(name, folders) ?? missing(name, "postgresql");
}

function findClickhouse() {
  const server = find("clickhouse-server", ["/usr/sbin"]);
  if (server !== undefined) return [server];
  const all = find("clickhouse", []);
  return all === undefined ? missing("clickhouse-server", "clickhouse-server") : [all, "server"];
}

/** @param {string} name @param {readonly string[]} folders */
function find(name, folders) {
  const all = [...folders, ...(process.env["PATH"] ?? "").split(path.delimiter)];
  return all.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** @param {string} name @param {string} debian @returns {never} */
function missing(name, debian) {
  throw new Error(`${name} is not installed (Debian: ${debian}). To leave these tests out: CHITIEU_NO_DATABASES=1`);
}

/** @param {string} user */
function idsOf(user) {
  const id = (/** @type {string} */ flag) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = await Promise.all(
    ["postgres", "clickhouse"].map(async (kind) => {
      const { servers, stop } = await startServers(/** @type {keyof typeof KINDS} */ (kind));
      const user = kind === "postgres" ? "tester" : "default";
      for (const { host, port } of servers)
        console.log(
          `${kind}://${user}:${encodeURIComponent(PASSWORD)}@${host}:${port}/${kind === "postgres" ? "postgres" : "default"}`,
        );
      return stop;
    }),
  );
  process.once("SIGINT", () => {
    void Promise.all(all.map((stop) => stop())).then(() => process.exit());
  });
  setInterval(() => {}, 1 << 30);
}
