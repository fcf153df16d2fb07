import fc from "fast-check";
import { expect, test } from "vitest";
import { read, root } from "../documentation/blocks.js";

interface Release {
  readonly nextVersion: (version: string, kinds: readonly string[]) => string;
  readonly unreleasedKinds: (changelog: string) => readonly string[];
  readonly released: (changelog: string, version: string, day: string) => string;
}

// The script is plain JavaScript, so that it runs as it is.
const { nextVersion, unreleasedKinds, released } = (await import(`${root}/scripts/release.mjs`)) as Release;

test.each([
  ["0.1.0", ["fixed"], "0.1.1"],
  ["0.1.4", ["added", "fixed"], "0.2.0"],
  ["0.1.4", ["removed"], "0.2.0"],
  ["1.2.3", ["security"], "1.2.4"],
  ["1.2.3", ["fixed", "deprecated"], "1.3.0"],
  ["1.2.3", ["added", "changed"], "2.0.0"],
])("after %s, changes that are %j make %s", (version, kinds, next) => {
  expect(nextVersion(version, kinds)).toBe(next);
});

test("a release takes what was unreleased, and leaves nothing unreleased", () => {
  const kinds = ["Added", "Fixed", "Removed"];
  fc.assert(
    fc.property(fc.subarray(kinds, { minLength: 1 }), (some) => {
      const sections = some.map((kind) => `### ${kind}\n\n- Something.\n`).join("\n");
      const before = `# Changelog\n\n## [Unreleased]\n\n${sections}\n## [0.1.0] - 2026-11-23\n\n### Added\n\n- All.\n`;
      expect([...unreleasedKinds(before)].sort()).toEqual(some.map((kind) => kind.toLowerCase()).sort());
      const after = released(before, "0.2.0", "2026-12-01");
      expect(unreleasedKinds(after)).toEqual([]);
      expect(after).toContain(`## [0.2.0] - 2026-12-01\n\n${sections}`);
    }),
  );
});

test("the newest release of the changelog is the version of the package", () => {
  const [, newest] = /^## \[(\d[^\]]*)\]/m.exec(read("CHANGELOG.md")) ?? [];
  expect(newest).toBe(JSON.parse(read("package.json")).version);
});
