// Makes a release of what is listed as unreleased in CHANGELOG.md: the version follows from what was done, by semantic
// versioning, and is written to the changelog and the package.
//
//   npm run release -- 2026-12-01
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parser } from "keep-a-changelog";
import semver from "semver";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each kind of change asks of the version, once the first number is not 0; before, a break asks for the second. */
const asked = {
  removed: "major",
  changed: "major",
  added: "minor",
  deprecated: "minor",
  fixed: "patch",
  security: "patch",
};

/** The version that follows on another one, after changes of some kinds. */
export function nextVersion(version, kinds) {
  const order = ["patch", "minor", "major"];
  const step = Math.max(...kinds.map((kind) => order.indexOf(asked[kind])));
  return semver.inc(version, order[semver.major(version) === 0 ? Math.min(step, 1) : step]);
}

/** The kinds of change that are listed as unreleased. */
export function unreleasedKinds(changelog) {
  const [first] = parser(changelog).releases;
  if (first === undefined || first.version) return [];
  return [...first.changes].filter(([, changes]) => changes.length > 0).map(([kind]) => kind);
}

/** The changelog with what was unreleased under a version and a day. */
export function released(changelog, version, day) {
  return changelog.replace("## [Unreleased]\n", `## [Unreleased]\n\n## [${version}] - ${day}\n`);
}

function release(day = "") {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error("Say the day of the release: npm run release -- 2026-12-01");
  const changelog = readFileSync(`${root}CHANGELOG.md`, "utf8");
  const kinds = unreleasedKinds(changelog);
  if (kinds.length === 0) throw new Error("Nothing is listed as unreleased in CHANGELOG.md.");
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  const next = nextVersion(version, kinds);
  writeFileSync(`${root}CHANGELOG.md`, released(changelog, next, day));
  execFileSync("npm", ["version", next, "--no-git-tag-version"], { cwd: root });
  console.log(
    `${version} → ${next}. Commit it as "Release ${next}", tag it v${next}, and push the tag: it is published.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) release(process.argv[2]);
