import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where PostgreSQL's own programs are: where Debian puts them, or where a variable says. */
function findPostgres() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  return [process.env.POSTGRES_BIN, ...versions].find((folder) => folder && existsSync(join(folder, "initdb")));
}

/** PostgreSQL does not run as root; there, it runs as the user that its package made. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Starts a PostgreSQL of its own in a new folder, which listens on a socket there and nowhere else. */
function startPostgres(programs) {
  const folder = mkdtempSync(join(tmpdir(), "intake-postgres-"));
  const user = unprivileged();
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program, ...given) =>
    execFileSync(join(programs, program), given, { ...user, cwd: folder, stdio: "ignore" });
  const data = join(folder, "data");
  run("initdb", "--pgdata", data, "--username", "intake", "--auth", "trust", "--encoding", "UTF8", "--no-sync");
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  run("pg_ctl", "start", "--wait", "--pgdata", data, "--log", join(folder, "log"), "--options", settings);
  return {
    newUrl(name) {
      run("createdb", "--host", folder, "--username", "intake", name);
      return `postgres://intake@localhost/${name}?host=${folder}`;
    },
    stop() {
      run("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const programs = findPostgres();

if (programs === undefined && process.env.CI)
  throw new Error("PostgreSQL is to be installed where every check is run.");

function startSqlite() {
  const folder = mkdtempSync(join(tmpdir(), "intake-sqlite-"));
  return {
    newUrl: (name) => join(folder, `${name}.db`),
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const howToGetIt =
  "PostgreSQL is not installed; Debian's package postgresql brings it, or POSTGRES_BIN says where it is";

/** The databases that the service is tried with; what is not installed is skipped, and says so. */
export const databases = [
  { name: "SQLite", skip: false, start: startSqlite },
  { name: "PostgreSQL", skip: programs === undefined && howToGetIt, start: () => startPostgres(programs) },
];
